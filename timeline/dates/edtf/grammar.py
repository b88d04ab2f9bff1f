"""The grammar of EDTF (ISO 8601-2:2019): parsing a text into points, spans and sets."""

import re
from collections.abc import Iterator

from timeline.dates.days import (
    LARGEST_EXPONENT,
    LARGEST_YEAR,
    MONTHS,
    SECONDS_OF_DAY,
    Day,
    Precision,
    days_in_month,
    plain_days,
)
from timeline.dates.edtf.parts import (
    PARTS_OF_YEAR,
    Clock,
    Doubt,
    Interval,
    Members,
    Point,
    possible_bounds,
    possible_months,
    precision_of,
)
from timeline.dates.edtf.sides import Edge
from timeline.dates.edtf.wording import describe_year
from timeline.dates.intervals import likely_interval

_LONGEST_TEXT = 200

# These two are compiled only for a date that is not plain: compiling them here would slow start-up.
_POINT = r"""(?x)([?~%]?)
    (?: Y (?P<sign>-?) (?P<long>[0-9]+) (?:E(?P<exponent>[0-9]+))? | (?P<year>-?[0-9X]{4}) )
    (?:S(?P<significant>[0-9]+))? ([?~%]?)
    (?: - ([?~%]?) (?P<month>[0-9X]{2}) ([?~%]?)
        (?: - ([?~%]?) (?P<day>[0-9X]{2}) ([?~%]?) )? )?
    (?:T(?P<clock>.*))?"""
_CLOCK = r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|([+-])([0-9]{2})(?::([0-9]{2}))?)?([?~%]?)"
_DOUBTS = {
    "": Doubt.NONE,
    "?": Doubt.UNCERTAIN,
    "~": Doubt.APPROXIMATE,
    "%": Doubt.UNCERTAIN | Doubt.APPROXIMATE,
}


class NotEdtfError(Exception):
    """The reason why a text is invalid, to be printed after it; empty if it is not EDTF at all."""


def taken_apart(text: str) -> Point | Interval | Members:
    """Parse an EDTF text. Raises NotEdtfError."""
    if days := plain_days(text):
        year, month, day = (*text.split("-"), "", "")[:3]
        doubts = (Doubt.NONE,) * (1 + bool(month) + bool(day))
        return Point(year, month, day, *days, doubts)
    if not text:
        raise NotEdtfError
    if len(text) > _LONGEST_TEXT:
        raise NotEdtfError(f"is too long: a date has at most {_LONGEST_TEXT} characters")
    if text[0] + text[-1] in ("[]", "{}"):
        return Members(tuple(_members(text[1:-1])), all_of=text[0] == "{")
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text)
    if {start, end} <= {"", ".."}:
        raise NotEdtfError(
            "has no date on either side: write at least one, as in 2014/.. or ../2014"
        )
    return _span(_side(start), _side(end))


def _side(text: str) -> Point | Edge:
    return Edge(text) if text in ("", "..") else _point(text)


def _span(start: Point | Edge, end: Point | Edge) -> Interval:
    if isinstance(start, Point) and isinstance(end, Point) and _is_before(end, start):
        raise NotEdtfError("ends before it starts: write the earlier date first")
    return Interval(start, end)


def _is_before(end: Point, start: Point) -> bool:
    if start.clock and end.clock and (start.clock.offset is None) == (end.clock.offset is None):
        days = end.earliest.ordinal - start.earliest.ordinal
        return SECONDS_OF_DAY * days + end.clock.seconds < start.clock.seconds
    return end.latest < start.earliest


def _members(text: str) -> Iterator[Point | Interval]:
    texts = re.split(", ?", text)
    for place, member in enumerate(texts):
        start, dots, end = member.partition("..")
        if not dots:
            yield _point(member)
        elif not (start or end):
            raise NotEdtfError
        elif (not start and place > 0) or (not end and place < len(texts) - 1):
            raise NotEdtfError(
                "is not EDTF: in a set, only the first member can begin and only the last can end"
                " with .."
            )
        else:
            yield _span(_point(start) if start else Edge.OPEN, _point(end) if end else Edge.OPEN)


def _point(text: str) -> Point:
    found = re.fullmatch(_POINT, text)
    if not found:
        raise NotEdtfError
    year, month, day = _year(found), found["month"] or "", found["day"] or ""
    if found["significant"]:
        return _significant_year(year, found)
    if month:
        _check_month(year, month, day, has_long_year=bool(found["long"]))
    days = possible_bounds(year, month, day)
    if days is None:
        raise NotEdtfError("does not exist: " + _why_no_day(year, month, day))
    doubts = _doubts(found)
    precision, clock = precision_of(year, month, day), None
    if found["clock"] is not None:
        if precision is not Precision.DAY or any(doubts):
            raise NotEdtfError(
                "is not EDTF: a time of day can only follow a complete date without ?, ~ or %,"
                " as in 2014-03-18T14:30"
            )
        clock = _clock(found["clock"], days[0])
        precision = Precision.MINUTE if clock.second is None else Precision.SECOND
    return Point(year, month, day, *days, precision, doubts, clock=clock)


def _year(found: re.Match[str]) -> str:
    year: str | None = found["year"]
    if year is None:
        return _long_year(found)
    if year == "-0000":
        raise NotEdtfError("is not EDTF: year 0 has no sign: write 0000 (1 BCE)")
    if year.lstrip("-") == "XXXX":
        raise NotEdtfError("has no bounds: write at least one digit of the year, as in 20XX")
    return year


def _long_year(found: re.Match[str]) -> str:
    digits, exponent = found["long"], found["exponent"] or "0"
    if digits[0] == "0":
        raise NotEdtfError("is not EDTF: after Y the year begins with a digit from 1 to 9")
    # Sizes are compared before a number is computed, so that no text takes long to parse.
    if len(exponent.lstrip("0")) > 2 or len(digits) + int(exponent) > LARGEST_EXPONENT + 1:
        raise NotEdtfError("is out of range: years go from Y-1E15 to Y1E15")
    year = int(digits) * 10 ** int(exponent)
    if year > LARGEST_YEAR:
        raise NotEdtfError("is out of range: years go from Y-1E15 to Y1E15")
    if year < 10_000:
        raise NotEdtfError(
            "is not EDTF: Y is for years of more than four digits:"
            f" write the year as {found['sign']}{year:04}"
        )
    return f"{found['sign']}{year}"


def _significant_year(year: str, found: re.Match[str]) -> Point:
    if found["month"] or found["clock"] is not None or "X" in year:
        raise NotEdtfError("is not EDTF: S can only follow a complete year, as in 1950S2")
    digits = year.lstrip("-").lstrip("0")
    # No year has 1,000 digits or more.
    significant = int(found["significant"][-3:]) if len(found["significant"]) < 4 else 999
    if not 1 <= significant <= len(digits):
        raise NotEdtfError(
            f"is not EDTF: {found['significant'][:9]} digits cannot be significant"
            f" in a year that has {len(digits)}"
        )
    step = 10 ** (len(digits) - significant)
    nearest = int(digits) // step * step
    first, last = nearest, nearest + step - 1
    if year[0] == "-":
        first, last = -last, -first
    precision = {1: Precision.YEAR, 10: Precision.DECADE, 100: Precision.CENTURY}
    return Point(
        year,
        "",
        "",
        Day(first, 1, 1),
        Day(last, 12, 31),
        precision.get(step, Precision.MILLENNIUM),
        _doubts(found),
        significant,
    )


def _check_month(year: str, month: str, day: str, *, has_long_year: bool) -> None:
    if has_long_year:
        raise NotEdtfError(
            f"is not EDTF: a year of more than four digits has no month or day: write Y{year}"
        )
    if year == month.zfill(4) == "0000":
        # Databases write this if there is no date.
        raise NotEdtfError
    is_swapped = day.isdecimal() and int(day) <= 12 and possible_bounds(year, day, month)
    order = f"; the month comes before the day: {year}-{day}-{month}" if is_swapped else ""
    if "X" not in month and int(month) in PARTS_OF_YEAR:
        if day:
            raise NotEdtfError(
                f"does not exist: {month} is a code for a part of the year, which has no day{order}"
            )
    elif not possible_months(month):
        raise NotEdtfError(
            f"does not exist: there is no month {month}{order or _instead_of(year, month, day)}"
        )


def _instead_of(year: str, month: str, day: str) -> str:
    """Return what to write for a month that does not exist, empty if that is unclear."""
    if month == "00":
        return f"; where only the year is known, write {year}"
    if interval := likely_interval(f"{year}-{month}") if not day else None:
        first, _, last = interval.partition("/")
        return f"; for the years {first} to {last}, write {interval}"
    return ""


def _why_no_day(year: str, month: str, day: str) -> str:
    if day == "00":
        return f"days are counted from 01; where only the month is known, write {year}-{month}"
    if "X" in year + month:
        return "no day matches it"
    length = days_in_month(int(year), int(month))
    return f"{MONTHS[int(month) - 1]} {describe_year(int(year))} has {length} days"


def _doubts(found: re.Match[str]) -> tuple[Doubt, ...]:
    """Return the doubt about each part: a mark before it is for it, one after it for all so far."""
    left_of_year, right_of_year, left_of_month, right_of_month, left_of_day, right_of_day = (
        _DOUBTS[found[group] or ""] for group in (1, 7, 8, 10, 11, 13)
    )
    day = left_of_day | right_of_day
    month = left_of_month | right_of_month | right_of_day
    year = left_of_year | right_of_year | right_of_month | right_of_day
    return (year, month, day)[: 1 + bool(found["month"]) + bool(found["day"])]


def _clock(text: str, day: Day) -> Clock:
    found = re.fullmatch(_CLOCK, text)
    if not found:
        raise NotEdtfError
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    zone = found[4] or ""
    if found[8]:
        raise NotEdtfError(
            f"is not EDTF: a time of day takes no ?, ~ or %: write {day}{found[8]} without it"
        )
    if hour == 24 and minute == second == 0:
        next_day = Day.from_ordinal(day.ordinal + 1)
        raise NotEdtfError(
            f"does not exist: a day ends where the next begins: write {next_day}T00{text[2:]}"
        )
    if hour > 23:
        raise NotEdtfError(f"does not exist: there is no hour {hour}")
    if minute > 59:
        raise NotEdtfError(f"does not exist: there is no minute {minute}")
    if second > 60 or (second == 60 and minute != 59):
        raise NotEdtfError(f"does not exist: there is no second {second}")
    if not zone:
        offset = None
    elif zone == "Z":
        offset = 0
    else:
        offset = 60 * int(found[6]) + int(found[7] or 0)
        if offset > 14 * 60 or int(found[7] or 0) > 59:
            raise NotEdtfError(f"does not exist: there is no zone {zone}: zones go up to 14:00")
        offset = -offset if found[5] == "-" else offset
    return Clock(hour, minute, second if found[3] else None, offset)
