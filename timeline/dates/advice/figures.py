"""Dates in figures: `18.3.2014`, `20140318`, `2014-W12`, Unix time."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from timeline.dates.advice.legal import year_edtf

_POINTS = r"(?:[-/ ]|\. ?)"
_YEAR_FIRST = r"([0-9]{4})([-/ ]|\. ?)([0-9]{1,2})(?:\2([0-9]{1,2})\.?)?"
_YEAR_FIRST_IN_JAPANESE = r"([0-9]{4})(年)(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?"
_EARLY_YEAR = r"(-?)([0-9]{1,3})((?:-[0-9]{2}){1,2})"
_ISO_WEEK = r"([0-9]{4})-?w([0-9]{2})(?:-?([1-7]))?"
_ISO_DAY_OF_YEAR = r"([0-9]{4})-([0-9]{3})"
_UNKNOWN_DIGITS = r"[0-9]{2}[0-9?]{2}(?:-[0-9?]{2}){0,2}"
_COMPACT_TIME = r"([0-9]{4})([0-9]{2})([0-9]{2})t?([0-9]{2})([0-9]{2})([0-9]{2})?(z?)"

YEAR_LAST = rf"(?:([0-9]{{1,2}}){_POINTS})?([0-9]{{1,2}}){_POINTS}([0-9]{{4}})"
UNIX_TIME = r"([1-9][0-9]{8,9})(?:(?<=[0-9]{10})(?:[0-9]{3}|[0-9]{6}))?(?:\.[0-9]+)?"
"""Seconds since 1970, from March 1973; milliseconds and microseconds have more digits."""


def in_figures(written: str) -> Iterator[str]:
    """Yield the EDTF texts that a date in figures can mean; some may not exist."""
    yield from _nearly_edtf(written)
    yield from _unseparated(written)
    yield from _iso(written)
    if found := re.fullmatch(f"{_YEAR_FIRST}|{_YEAR_FIRST_IN_JAPANESE}", written):
        yield from _year_first(*(found.groups()[:4] if found[1] else found.groups()[4:]))
    elif found := re.fullmatch(YEAR_LAST, written):
        one, other, year = found.groups()
        if one is None:
            yield f"{year}-{int(other):02}" if int(other) <= 12 else ""
        else:
            yield f"{year}-{int(other):02}-{int(one):02}"
            yield f"{year}-{int(one):02}-{int(other):02}"
    elif found := re.fullmatch(_EARLY_YEAR, written):
        yield from _early_year(found[1], int(found[2]), found[3])


def _nearly_edtf(written: str) -> Iterator[str]:
    """Yield EDTF from text that only has wrong spaces, letters or marks."""
    upper = re.sub("(?<![0-9]) | (?![0-9])", "", written).upper()
    yield upper
    unknown_day_alone = r"([0-9]{4}-[0-9]{2})(XX)"
    yield re.sub(unknown_day_alone, r"\1-\2", upper.replace("U", "X"))
    yield re.sub(r"\?~$|~\?$", "%", upper)
    yield upper.removeprefix("+")
    if re.fullmatch(_UNKNOWN_DIGITS, upper):
        yield upper.replace("?", "X")
    elif found := re.fullmatch("([0-9]{2}[0-9-])-([?]?)", upper):
        # Libraries write decades and centuries this way: 196-, 19--.
        yield f"{found[1]}X".replace("-", "X") + found[2]


def _unseparated(written: str) -> Iterator[str]:
    if found := re.fullmatch(UNIX_TIME, written):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        yield f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        return
    if found := re.fullmatch(_COMPACT_TIME, written):
        year, month, day, hour, minute, second, zone = found.groups()
        seconds = f":{second}" if second else ""
        yield f"{year}-{month}-{day}T{hour}:{minute}{seconds}{zone.upper()}"
    if not (found := re.fullmatch("(-?)([0-9]+)", written)):
        return
    sign, digits = found.groups()
    if sign and len(digits) < 4:
        yield from _early_year(sign, int(digits), "")
    elif len(digits) == 8 and not sign:
        yield f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    elif len(digits) not in (12, 14) or sign:
        if len(digits) == 6 and not sign and int(digits[4:]) <= 12:
            yield f"{digits[:4]}-{digits[4:]}"
        yield f"Y{sign}{digits}"


def _early_year(sign: str, year: int, rest: str) -> Iterator[str]:
    if not sign:
        # Two digits can be a year of any century.
        yield f"{year:04}{rest}" if year > 99 else ""
    elif year:
        # -44 may be meant to count from 1 BCE, which EDTF calls 0.
        yield year_edtf(-year) + rest
        yield year_edtf(1 - year) + rest


def _iso(written: str) -> Iterator[str]:
    """Yield the EDTF for a week or a day of the year in ISO 8601, which EDTF does not have."""
    try:
        if found := re.fullmatch(_ISO_WEEK, written):
            first = date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1))
            yield str(first) if found[3] else f"{first}/{first + timedelta(days=6)}"
        elif found := re.fullmatch(_ISO_DAY_OF_YEAR, written):
            day = date(int(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
            yield str(day) if day.year == int(found[1]) else ""
    except (ValueError, OverflowError):
        return


def _year_first(year: str, point: str, second: str | None, third: str | None) -> Iterator[str]:
    if second is None:
        yield year
    elif third is not None:
        yield f"{year}-{int(second):02}-{int(third):02}"
        if int(second) > 12:
            yield f"{year}-{int(third):02}-{int(second):02}"
    else:
        if int(second) <= 12:
            yield f"{year}-{int(second):02}"
        if point in "-/" and len(second) == 2 and second > year[2:]:
            yield f"{year}/{year[:2]}{second}"
