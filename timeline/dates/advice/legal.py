"""Checking for valid EDTF, and writing years and months in it."""

from collections.abc import Iterable

from timeline.dates.days import LARGEST_YEAR, Day
from timeline.dates.edtf import NotEdtfError, Point, description, taken_apart


def described(text: str) -> str | None:
    """Return an EDTF text in words, None if it is not EDTF."""
    try:
        return description(taken_apart(text), None)
    except NotEdtfError:
        return None


def legal_dates(texts: Iterable[str]) -> list[str]:
    """Return those of the texts that are EDTF, each of them once."""
    return [text for text in dict.fromkeys(texts) if described(text)]


def point_of(edtf: str) -> Point | None:
    """Return the single date of an EDTF text, None for an interval or a set."""
    part = taken_apart(edtf)
    return part if isinstance(part, Point) else None


def year_edtf(year: int) -> str:
    """Return the EDTF of an astronomical year, empty if it is out of range."""
    if abs(year) > LARGEST_YEAR:
        return ""
    return f"{'Y' * (abs(year) > 9999)}{'-' * (year < 0)}{abs(year):04}"


def month_edtf(day: Day) -> str:
    """Return the EDTF of the month of a day."""
    return f"{year_edtf(day.year)}-{day.month:02}"
