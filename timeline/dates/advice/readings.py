"""The EDTF texts that a text can mean."""

import re

from timeline.dates.advice.legal import described
from timeline.dates.advice.ranges import several_dates
from timeline.dates.advice.single import doubt_of, one_date
from timeline.dates.advice.words import DUAL_YEAR, second_year
from timeline.dates.intervals import DASHED, DASHES, typed_interval

LONGEST_UNDERSTOOD = 80

_YEAR_AND_DIGIT = "([0-9]{4})[-/]([1-9])"
_QUOTES = ' "\u201c\u201d\u201e\u00ab\u00bb,;'
_HYPHENS = "[\u2010-\u2015\u2212]"
_LEAD = r"(?:in |in the year |the year |year |@#dgregorian@ )"
_DUAL_YEARS = range(1155, 1752)
"""Years that began on 25 March in England, and so were written with the next year: 1743/44."""


def edtf_readings(text: str) -> list[str]:
    """Return the EDTF texts that a text can mean; none if it is not understood."""
    written = plain(text)
    if len(written) > LONGEST_UNDERSTOOD:
        return []
    if dashed := _dashed(text):
        return [dashed]
    doubt = doubt_of(written)
    if dual := dual_year(doubt.rest if doubt else written):
        first, second = dual
        readings = [second, f"{first}/{second}"]
        return doubt.applied_to(readings) if doubt else readings
    if (short := re.fullmatch(_YEAR_AND_DIGIT, written)) and (int(short[1]) + 1) % 10 == int(
        short[2]
    ):
        return [f"{short[1]}-0{short[2]}", f"{short[1]}/{int(short[1]) + 1:04}"]
    if text.strip().startswith(tuple(DASHES)):
        # With a hyphen it would be a year before year 0.
        return [f"{edge}/{date}" for date in one_date(written[1:].strip()) for edge in ("..", "")]
    if bracketed := re.fullmatch(r"\[([^,/]+)\]", written):
        # Libraries put inferred dates in brackets.
        return one_date(bracketed[1])
    return one_date(written) or several_dates(written)


def plain(text: str) -> str:
    """Return a text in lower case, with hyphens, straight quotes, single spaces and no stop."""
    text = re.sub(_HYPHENS, "-", text.strip(_QUOTES)).replace("\u2019", "'").lower()
    text = re.sub(r"\b(?:b\.? ?c\.(?: ?e\.)?|[ab]\.? ?[dc]\.|c\. ?e\.)", _without_points, text)
    text = re.sub(r"(?<=[a-z]\.)(?=[0-9])", " ", text)
    text = re.sub(r"(?<=[0-9])\.$", "", " ".join(text.split()))
    # The era already says that the year is before year 1.
    text = re.sub("^-(?=[0-9,]+ ?bce?$)", "", text)
    return re.sub(f"^{_LEAD}", "", text)


def _without_points(era: re.Match[str]) -> str:
    return re.sub("[. ]", "", era[0])


def _dashed(text: str) -> str:
    """Return the interval of two dates joined by a dash, empty if it is not one."""
    joined = re.sub(rf"\s*([{DASHES}])\s*", r"\1", text.strip())
    # A missing end can be open or unknown.
    if joined.endswith(tuple(DASHES)) or not re.fullmatch(DASHED, joined):
        return ""
    interval = typed_interval(joined)
    return interval if described(interval) else ""


def dual_year(written: str) -> tuple[str, str] | None:
    """Return both years of `1743/44`, None if the text is not a dual year."""
    found = re.fullmatch(DUAL_YEAR, written)
    if not found or int(found[1]) not in _DUAL_YEARS or len(found[2]) < 2:
        return None
    # 1708/09 can also be September 1708.
    second = second_year(found[1], found[2])
    return (found[1], second) if second and int(found[2]) > 12 else None
