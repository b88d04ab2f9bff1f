"""What to write for a date that is not EDTF: `18 March 2014` is told to be `2014-03-18`."""

import re
from collections.abc import Callable, Iterator

from timeline.dates.days import MONTHS
from timeline.dates.wording import SEASONS, year_text

Describe = Callable[[str], str | None]
"""Returns how an EDTF text prints, None where the text is no date."""


# Patterns stay text until they are used: most runs meet no date that needs advice.
_LONGEST_UNDERSTOOD = 80
_ANY_FORM = "write YYYY, YYYY-MM or YYYY-MM-DD, or any other EDTF date"
_MONTH_NUMBERS = {name[:3].lower(): f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{1,4} ?(?:bce|bc|ce|ad)|ad ?[0-9]{1,4}|[0-9]{4})"
_GAP = r"(?: of |[ ,/-]+)"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? "
_CIRCA = r"(?:circa|approximately|approx\.?|around|about|ca\.?|c\.?) ?"
_ERA = r"([0-9]{1,4}) ?(bce|bc|ce|ad)|ad ?([0-9]{1,4})"
_IN_WORDS = (
    f"{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}",
    f"{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}",
    f"{_YEAR}{_GAP}{_MONTH}{_GAP}{_DAY}",
    f"{_MONTH}{_GAP}{_YEAR}",
    f"{_YEAR}{_GAP}{_MONTH}",
)
_SEASON = r"(?P<name>spring|summer|autumn|fall|winter)(?: of)? (?P<year>[0-9]{4})"
_WINTER = r"(?:the )?winter(?: of)? ([0-9]{4})[-/]([0-9]{2}|[0-9]{4})"
_QUARTER = r"([0-9]{4})[ /-]?([qh])([1-4])"
_QUARTER_FIRST = r"([qh])([1-4])[ /-]?([0-9]{4})"
_DECADE = r"(?:the )?([1-9][0-9]{2})0'?s"
_YEAR_FIRST = r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?"
_YEAR_LAST = r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})"
_SHORT_YEAR_LAST = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"
_TIME = (
    r"(?P<date>.+?)(?:t|,? (?:at )?)(?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2})"
    r"(?::?(?P<second>[0-9]{2})(?:[.,][0-9]+)?)? ?(?P<zone>z|utc|gmt)?"
    r"(?: ?(?P<sign>[+-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?)?"
)
_SEPARATOR = r" ?(?:/|\.{2,3}|-| to | until | through ) ?"
_OPEN_END = ("..", "open", "now", "present", "today", "ongoing", "the present")
_UNKNOWN_SIDE = ("", "unknown", "?")


def advice(text: str, describe: Describe) -> str:
    """Return what is wrong with a text that is no EDTF, and what to write; to follow the text.

    Only what `describe` can read is suggested, and all that is where a text has several meanings.
    """
    written = _plain(text)
    if not written:
        return f"is empty: {_ANY_FORM}"
    if describe(text.strip()):
        return f"has white space around it: write {text.strip()}"
    if len(written) > _LONGEST_UNDERSTOOD:
        return f"is not EDTF: {_ANY_FORM}"
    if written in _OPEN_END:
        return "is not EDTF: write the open end of an interval as .., as in 2014/.."
    if written in _UNKNOWN_SIDE:
        return "is not EDTF: leave the unknown side of an interval empty, as in 2014/"
    if re.fullmatch(_SHORT_YEAR_LAST, written):
        return "is not EDTF: write the year first and with four digits, as in 2014-03-18"
    if re.fullmatch("[0-9]{1,3}", written):
        year = year_text(int(written))
        return f"is not EDTF: a year has four digits, as in {written:0>4} for {year}"
    suggestions = meanings(text, describe)
    if len(suggestions) > 1:
        choices = " or ".join(f"{edtf} for {describe(edtf)}" for edtf in suggestions)
        return f"can be read in more than one way: write {choices}"
    if re.fullmatch(_YEAR_LAST, written):
        return (
            f"is not EDTF: write the year first, {suggestions[0] if suggestions else 'YYYY-MM-DD'}"
        )
    return f"is not EDTF: {f'write {suggestions[0]}' if suggestions else _ANY_FORM}"


def meanings(text: str, describe: Describe) -> list[str]:
    """Return the EDTF texts that a text can mean; none where it is not understood."""
    written = _plain(text)
    if len(written) > _LONGEST_UNDERSTOOD:
        return []
    return _read_as(written, describe) or _ranges(written, describe)


def _plain(text: str) -> str:
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", text).lower().split())


def _read_as(written: str, describe: Describe) -> list[str]:
    """Return the EDTF texts that a text for one date can mean; none where it is not understood."""
    if circa := re.match(_CIRCA, written):
        dates = _read_as(written[circa.end() :], describe)
        meanings = [date + "~" for date in dates]
    else:
        meanings = list(_meanings(re.sub(_WEEKDAY, "", written, count=1)))
        if not any(map(describe, meanings)) and (found := re.fullmatch(_TIME, written)):
            clock = _clock_of(found)
            meanings = [date + clock for date in _read_as(found["date"], describe)]
    # The same text twice is one meaning: 03/03/2014.
    return [date for date in dict.fromkeys(meanings) if describe(date)]


def _meanings(written: str) -> Iterator[str]:
    """Yield candidates, some of which may not exist."""
    yield from _as_written(written)
    if found := re.fullmatch(_ERA, written):
        yield _era_year(found)
    if found := re.fullmatch(_DECADE, written):
        yield f"{found[1]}X"
        if found[1].endswith("0"):
            yield f"{found[1][:2]}XX"
    for pattern in _IN_WORDS:
        if found := re.fullmatch(pattern, written):
            yield _from_words(found)
    if found := re.fullmatch(_WINTER, written):
        if (int(found[1]) + 1) % 100 == int(found[2]) % 100:
            yield f"{found[1]}-24"
    elif found := re.fullmatch(_SEASON, written):
        yield from _season(found["name"], int(found["year"]))
    if found := re.fullmatch(_QUARTER, written):
        yield _quarter(found[1], found[2], int(found[3]))
    elif found := re.fullmatch(_QUARTER_FIRST, written):
        yield _quarter(found[3], found[1], int(found[2]))
    if found := re.fullmatch(_YEAR_FIRST, written):
        yield from _year_first(*found.groups())
    elif found := re.fullmatch(_YEAR_LAST, written):
        one, other, year = found.groups()
        if one is None:
            yield f"{year}-{int(other):02}" if int(other) <= 12 else ""
        else:
            yield f"{year}-{int(other):02}-{int(one):02}"
            yield f"{year}-{int(one):02}-{int(other):02}"


def _as_written(written: str) -> Iterator[str]:
    upper = re.sub("(?<![0-9]) | (?![0-9])", "", written).upper()
    unknown_day_alone = r"([0-9]{4}-[0-9]{2})(XX)"
    yield upper
    yield re.sub(unknown_day_alone, r"\1-\2", upper.replace("U", "X"))
    yield re.sub(r"\?~$|~\?$", "%", upper)
    yield upper.removeprefix("+")
    if not (found := re.fullmatch("(-?)([0-9]+)", written)):
        return
    sign, digits = found.groups()
    if sign and len(digits) < 4:
        # -44 may be meant to count from 1 BCE, which EDTF calls 0.
        yield f"-{digits:0>4}"
        yield f"-{int(digits) - 1:04}"
    elif len(digits) == 8 and not sign:
        yield f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    else:
        if len(digits) == 6 and not sign and int(digits[4:]) <= 12:
            yield f"{digits[:4]}-{digits[4:]}"
        yield f"Y{sign}{digits}"


def _era_year(found: re.Match[str]) -> str:
    number = int(found[1] or found[3])
    if found[2] in ("bc", "bce"):
        return f"-{number - 1:04}" if number > 1 else "0000"
    return f"{number:04}"


def _from_words(found: re.Match[str]) -> str:
    parts = found.groupdict()
    era = re.fullmatch(_ERA, parts["year"])
    year = _era_year(era) if era else parts["year"]
    date = f"{year}-{_MONTH_NUMBERS[parts['name'][:3]]}"
    return f"{date}-{parts['day']:0>2}" if parts.get("day") else date


def _season(name: str, year: int) -> Iterator[str]:
    season = SEASONS.index("autumn" if name == "fall" else name)
    if name == "winter":
        yield f"{year - 1:04}-24"
    yield f"{year:04}-{21 + season}"


def _quarter(year: str, kind: str, number: int) -> str:
    if kind == "q":
        return f"{year}-{32 + number}"
    return f"{year}-{39 + number}" if number <= 2 else ""


def _year_first(year: str, second: str, third: str | None) -> Iterator[str]:
    if third is not None:
        yield f"{year}-{int(second):02}-{int(third):02}"
        if int(second) > 12:
            yield f"{year}-{int(third):02}-{int(second):02}"
        return
    if int(second) <= 12:
        yield f"{year}-{int(second):02}"
    if len(second) == 2 and second > year[2:]:
        yield f"{year}/{year[:2]}{second}"


def _clock_of(found: re.Match[str]) -> str:
    second = f":{found['second']}" if found["second"] else ""
    zone = "Z" if found["zone"] else ""
    if found["sign"]:
        minutes = f":{found['minutes']}" if found["minutes"] else ""
        zone = f"{found['sign']}{found['hours']:0>2}{minutes}"
    return f"T{found['hour']:0>2}:{found['minute']}{second}{zone}"


def _ranges(written: str, describe: Describe) -> list[str]:
    """Return the intervals, or the one-of sets, that a text can mean."""
    form = "{}/{}"
    if found := re.fullmatch("between (.+) and (.+)", written):
        written, form = f"{found[1]} to {found[2]}", "[{}..{}]"
    elif found := re.fullmatch("(since|until) (.+)", written):
        written = f"{found[2]}/.." if found[1] == "since" else f"../{found[2]}"
    written = written.removeprefix("from ")
    meanings = []
    for separator in re.finditer(_SEPARATOR, written):
        start, end = written[: separator.start()], written[separator.end() :]
        mark = separator[0].strip()
        ends = _range_side(end, mark, describe)
        if ends:
            starts = _range_side(start, mark, describe) or _shortened(start, end, describe)
            meanings += [form.format(first, last) for first in starts for last in ends]
    return [date for date in dict.fromkeys(meanings) if describe(date)]


def _range_side(written: str, mark: str, describe: Describe) -> list[str]:
    if not written and mark != "/":
        return [".."] if mark.startswith("..") else ["..", ""]
    if written in _UNKNOWN_SIDE:
        return [""]
    return [".."] if written in _OPEN_END else _read_as(written, describe)


def _shortened(start: str, end: str, describe: Describe) -> list[str]:
    """Read a start that leaves out what the end says as well: `30 October - 5 November 2025`."""
    words = end.split()
    # A number alone is a day, so it lacks the month too.
    fewest = 2 if start.isdecimal() else 1
    for first in range(1, len(words) - fewest + 1):
        if dates := _read_as(" ".join([start, *words[first:]]), describe):
            return dates
    return []
