"""The message for an invalid date: what is wrong with it, and what to write."""

import re

from timeline.dates.advice.figures import UNIX_TIME, YEAR_LAST
from timeline.dates.advice.legal import described, point_of, year_edtf
from timeline.dates.advice.ranges import OPEN_END
from timeline.dates.advice.readings import LONGEST_UNDERSTOOD, dual_year, edtf_readings, plain
from timeline.dates.advice.single import one_date
from timeline.dates.days import Precision, days_in_month
from timeline.dates.edtf import describe_year
from timeline.dates.intervals import likely_interval
from timeline.errors import DateError
from timeline.text import visible

_LONGEST_SHOWN = 60
_LEAP_YEAR = 2016
ANY_FORM = "write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date"
UNKNOWN = (
    r"\?+|-+|x{4}|unknown|unk\.?|undated|n\.?d\.?|n/?a|none|null|nil|tb[acd]|date unknown"
    r"|no date|not known|0000-00-00.*"
)
_SHORT_YEAR = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"
# From 1927 to 2173, and with a time of day.
_DAY_OF_SPREADSHEET = r"([1-9][0-9]{4})(\.[0-9]+)?"
_OTHER_CALENDAR = r"julian|old style|\bo\.?s\.?$|hebrew|french r|\bah$|hijri"
_PART = r"(?:the )?(early|mid|middle|late|beginning|end)[- ](?:of )?(?:the )?(.+)"


def refusal(text: str, reason: str) -> DateError:
    """Return the error for an invalid date. `reason` is empty if the text is not EDTF."""
    shown = visible(text[:_LONGEST_SHOWN]) + "..." * (len(text) > _LONGEST_SHOWN)
    if reason.endswith(likely_interval(text[:7]) or "-"):
        # 1914-18? is an interval with an uncertain end.
        reason += text[7:]
    reason = reason or _reason(text)
    return DateError(f"date '{shown}' {reason}", reason)


def _reason(text: str) -> str:
    """Return what is wrong with a text that is not EDTF, and what to write.

    Only valid EDTF is suggested, and every reading if a text has several.
    """
    written = plain(text)
    if not written:
        return f"is empty: {ANY_FORM}"
    if described(text.strip()):
        return f"has white space around it: write {text.strip()}"
    if len(written) > LONGEST_UNDERSTOOD:
        return f"is not EDTF: {ANY_FORM}"
    if written == "today":
        return "is not EDTF: write the day, as in 2014-03-18"
    if written in OPEN_END:
        return "is not EDTF: write the open end of an interval as .., as in 2014/.."
    if re.fullmatch(UNKNOWN, written):
        return (
            "does not say when: write what is known, as in 196X for the 1960s, 19XX for the 1900s, "
            'or "[..1960]" for 1960 or earlier'
        )
    if found := re.fullmatch(_DAY_OF_SPREADSHEET, written):
        year = "" if found[2] else f", or write Y{found[1]} for {described(f'Y{found[1]}')}"
        return f"looks like a spreadsheet's day number: format the column as a date{year}"
    if re.fullmatch(_SHORT_YEAR, written):
        return "is not EDTF: write the year first and with four digits, as in 2014-03-18"
    if re.fullmatch("[0-9]{1,3}", written):
        year = describe_year(int(written))
        return f"is not EDTF: a year has four digits, as in {written:0>4} for {year}"
    if found := re.fullmatch("(?:the )?'?([1-9])0'?s", written):
        return f"is not EDTF: write the century as well, as in 19{found[1]}X"
    with_year = one_date(f"{written} {_LEAP_YEAR}") if re.search("[a-z]{3}", written) else []
    if len(with_year) == 1 and with_year[0].startswith(f"{_LEAP_YEAR}-"):
        no_year = "no year of four digits" if re.search("[-'][0-9]{2}$", written) else "no year"
        return f"has {no_year}: write one, as in {with_year[0]}"
    if re.search(_OTHER_CALENDAR, written):
        return "is in another calendar: convert it to the Gregorian calendar"
    return _suggestion(written, edtf_readings(text))


def _suggestion(written: str, readings: list[str]) -> str:
    if (dual := dual_year(written)) and len(readings) > 1:
        first, second = dual
        return (
            f"can be dual dating or two years: write {second} for the one year ({first} Old Style, "
            f"{second} New Style), or {first}/{second} for {first} to {second}"
        )
    if len(readings) > 1:
        choices = " or ".join(f"{_quoted(edtf)} for {described(edtf)}" for edtf in readings)
        return f"can be read in more than one way: write {choices}"
    if re.fullmatch(UNIX_TIME, written) and readings:
        return f"looks like Unix time: write {readings[0]}"
    if re.fullmatch(YEAR_LAST, written):
        return f"is not EDTF: write the year first, {readings[0] if readings else 'YYYY-MM-DD'}"
    if readings:
        return f"is not EDTF: write {_quoted(readings[0])}"
    return f"is not EDTF: {_part(written) or ANY_FORM}"


def _quoted(edtf: str) -> str:
    """Return an EDTF text as it is written in a file: with `[` or `{`, YAML needs quotes."""
    return f'"{edtf}"' if edtf[0] in "[{" else edtf


def _part(written: str) -> str:
    """Return what to write for a part of a period that EDTF cannot express: `mid-1960s`."""
    found = re.fullmatch(_PART, written)
    whole = one_date(found[2]) if found else []
    if not found or len(whole) != 1:
        return ""
    which = {"early": 0, "beginning": 0, "mid": 1, "middle": 1}.get(found[1], 2)
    part = _third(whole[0], which)
    if not described(part):
        return ""
    return f"write {whole[0]}, or say which part is meant, as in {_quoted(part)}"


def _third(whole: str, which: int) -> str:
    """Return the first, middle or last third of a decade, century, year or month."""
    point = point_of(whole)
    if point is None or not whole[-1].isalnum():
        return ""
    year, month, _ = point.earliest
    match point.precision:
        case Precision.DECADE | Precision.CENTURY:
            starts = (0, 4, 7, 10) if point.precision is Precision.DECADE else (0, 34, 67, 100)
            first, last = year_edtf(year + starts[which]), year_edtf(year + starts[which + 1] - 1)
        case Precision.YEAR:
            first, last = (f"{whole}-{4 * which + number:02}" for number in (1, 4))
        case Precision.MONTH:
            end = 10 * which + 10 if which < 2 else days_in_month(year, month)
            first, last = f"{whole}-{10 * which + 1:02}", f"{whole}-{end:02}"
        case _:
            return ""
    return f"[{first}..{last}]"
