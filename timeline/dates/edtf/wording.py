"""Dates in words."""

import re
from collections.abc import Iterator

from timeline.dates.days import MONTHS, Day, days_in_month
from timeline.dates.edtf.parts import (
    Clock,
    Doubt,
    Interval,
    Members,
    Point,
    possible_days,
    possible_months,
    possible_values,
)
from timeline.dates.edtf.sides import Edge

SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS_OF_YEAR = (
    *SEASONS,
    *(f"northern {season}" for season in SEASONS),
    *(f"southern {season}" for season in SEASONS),
    *(f"{which} quarter" for which in ("first", "second", "third", "fourth")),
    *(f"{which} four months" for which in ("first", "middle", "last")),
    *(f"{which} half" for which in ("first", "second")),
)
_FIRST_PART_OF_YEAR = 21
_WINTERS_ACROSS_YEARS = (24, 28, 30)


def describe_year(year: int) -> str:
    """Return an astronomical year in words: `2014`, `33 CE`, `44 BCE`, `12,000 CE`."""
    number, era = _year_and_era(year)
    return f"{number} {era}" if era else number


def describe_day(day: Day) -> str:
    """Return a day in words: `18 March 2014`, `15 March 44 BCE`."""
    return f"{day.day} {MONTHS[day.month - 1]} {describe_year(day.year)}"


def description(date: Point | Interval | Members, in_year: int | None) -> str:
    """Return a date in words, without the year if the whole date is a part of `in_year`.

    The wording is never more precise or more certain than the date.
    """
    bare = in_year is not None and all(_lies_in(side, in_year) for side in _sides(date))
    if isinstance(date, Point):
        return _point(date, bare)
    return _interval(date, bare) if isinstance(date, Interval) else _set(date, bare)


def _sides(date: Point | Interval | Members) -> Iterator[Point | Edge]:
    if isinstance(date, Point):
        yield date
    elif isinstance(date, Interval):
        yield date.start
        yield date.end
    else:
        for member in date.members:
            yield from _sides(member)


def _lies_in(side: Point | Edge, year: int) -> bool:
    return (
        isinstance(side, Point)
        and "X" not in side.year
        and bool(side.month)
        and "X" not in side.month
        and side.earliest.year == side.latest.year == year
        # A remark on the year makes no sense if the year is not shown.
        and len(set(side.doubts)) == 1
    )


def _interval(date: Interval, bare: bool) -> str:
    start, end = date.start, date.end
    if isinstance(start, Edge):
        assert isinstance(end, Point)
        unknown = ", start unknown" if start is Edge.UNKNOWN else ""
        return f"until {_point(end, bare)}{unknown}"
    if isinstance(end, Edge):
        text = _point(start, bare)
        return f"{text} to now" if end is Edge.OPEN else f"from {text}, end unknown"
    if start == end and start.is_plain:
        return _point(start, bare)
    first, last = _pair(start, end, bare)
    return f"{first}{'-' if start.day and first.isdecimal() else ' to '}{last}"


def _pair(start: Point, end: Point, bare: bool) -> tuple[str, str]:
    """Return the two sides of a range, the first without the parts that both share."""
    first, last = _point(start, bare), _point(end, bare)
    same_month = (start.year, start.month) == (end.year, end.month)
    if start.is_plain and end.is_plain and start.year == end.year:
        if start.day and end.day and same_month:
            first = str(int(start.day))
        elif start.month and end.month and bool(start.day) == bool(end.day):
            first = _point(start, bare=True)
    elif start.clock and end.clock and same_month and start.day == end.day:
        zone = _zone(start.clock)
        if zone == _zone(end.clock):
            return first.removesuffix(zone), _clock(end.clock)
    return first, last


def _set(date: Members, bare: bool) -> str:
    only = date.members[0] if len(date.members) == 1 else None
    match only:
        case Interval(Point() as start, Point() as end) if not date.all_of:
            return "between {} and {}".format(*_pair(start, end, bare))
        case Interval(Point(), Point()):
            return f"all of {_member(only, date.all_of, bare)}"
    texts = [_member(member, date.all_of, bare) for member in date.members]
    if only:
        return texts[0]
    listed = ", ".join(texts[:-1]) + (" and " if date.all_of else " or ") + texts[-1]
    if date.all_of or (len(texts) == 2 and not any(isinstance(m, Interval) for m in date.members)):
        return listed
    return f"one of {listed}"


def _member(member: Point | Interval, all_of: bool, bare: bool) -> str:
    if isinstance(member, Point):
        return _point(member, bare)
    joint = "and" if all_of else "or"
    if isinstance(member.start, Edge):
        assert isinstance(member.end, Point)
        return f"{_point(member.end, bare)} {joint} earlier"
    if isinstance(member.end, Edge):
        return f"{_point(member.start, bare)} {joint} later"
    first, last = _pair(member.start, member.end, bare)
    is_short = first.isdecimal() and (last.isdecimal() or member.start.day)
    return f"{first}{'-' if is_short else ' to '}{last}"


def _point(point: Point, bare: bool) -> str:
    text = _known_parts(point, bare)
    remarks = _unknown_parts(point)
    if point.clock:
        text += f", {_clock(point.clock)}"
    if len(set(point.doubts)) > 1:
        remarks += _doubtful_parts(point.doubts)
    else:
        if Doubt.APPROXIMATE in point.doubts[0]:
            if point.significant or text.startswith("between"):
                remarks.append("approximate")
            else:
                text = f"c. {text}"
        if Doubt.UNCERTAIN in point.doubts[0]:
            remarks.append("uncertain")
    return f"{text} ({', '.join(remarks)})" if remarks else text


def _known_parts(point: Point, bare: bool) -> str:
    """Return the parts before the first unknown one."""
    lead = ""
    if point.month and "X" not in point.month:
        month = int(point.month)
        if month >= _FIRST_PART_OF_YEAR:
            return _part_of_year(point, month, bare)
        lead = MONTHS[month - 1]
        if point.day and "X" not in point.day:
            lead = f"{int(point.day)} {lead}"
    if bare:
        return lead
    return _with_year(lead, " ", point.year) if lead else _year(point)


def _part_of_year(point: Point, code: int, bare: bool) -> str:
    lead = _PARTS_OF_YEAR[code - _FIRST_PART_OF_YEAR]
    if bare:
        return lead
    if code in _WINTERS_ACROSS_YEARS and "X" not in point.year:
        return f"{lead} {_years_across(int(point.year))}"
    return _with_year(lead, " " if code < 33 else " of ", point.year)


def _with_year(lead: str, joint: str, year: str) -> str:
    if "X" not in year:
        return f"{lead}{joint}{describe_year(int(year))}"
    years = _unknown_year(year)
    return f"{lead} of a year {years}" if years.startswith("between") else f"{lead} in the {years}"


def _year(point: Point) -> str:
    if "X" in point.year:
        return _unknown_year(point.year)
    number = int(point.year)
    is_rounded = point.significant or Doubt.APPROXIMATE in point.doubts[0]
    if is_rounded and number < -9999 and number % 10 == 0:
        # A rounded number of years is meant, and not the year before it.
        number += 1
    return f"c. {describe_year(number)}" if point.significant else describe_year(number)


def _unknown_year(digits: str) -> str:
    if re.fullmatch("[1-9][0-9][0-9X]X", digits):
        return f"{digits.replace('X', '0')}s"
    years = possible_values(digits)
    return _between(years[0], years[-1])


def _between(first: int, last: int) -> str:
    (number, era), last_text = _year_and_era(first), describe_year(last)
    if era and not last_text.endswith(f" {era}"):
        number = f"{number} {era}"
    return f"between {number} and {last_text}"


def _years_across(year: int) -> str:
    """Return a year and the next one, for the winter between them."""
    (number, era), next_year = _year_and_era(year), year + 1
    if era and era == _year_and_era(next_year)[1]:
        return f"{number}-{describe_year(next_year)}"
    if era or next_year % 100 == 0:
        return f"{describe_year(year)}-{describe_year(next_year)}"
    return f"{number}-{next_year % 100:02}"


def _year_and_era(year: int) -> tuple[str, str]:
    number = 1 - year if year <= 0 else year
    era = "BCE" if year <= 0 else "" if 1000 <= year <= 9999 else "CE"
    return (f"{number:,}" if number > 9999 else str(number)), era


def _unknown_parts(point: Point) -> list[str]:
    remarks = []
    if point.significant and point.earliest.year != point.latest.year:
        remarks.append(_between(point.earliest.year, point.latest.year))
    # `1900s` alone could be a decade or a century.
    if re.fullmatch("[1-9][0-9](0|X)X", point.year):
        remarks.append("decade" if point.year[2] == "0" else "century")
    if "X" in point.year.rstrip("X"):
        remarks.append(f"written {point.year}")
    month, day = point.month, point.day
    if "X" not in month:
        if "X" in day:
            remarks.append("day unknown" if day == "XX" else _possible_days(point))
    elif not day:
        remarks.append("month unknown" if month == "XX" else _possible_months(month))
    elif month == day == "XX":
        remarks.append("month and day unknown")
    elif day == "XX":
        remarks.append(f"{_possible_months(month)}, day unknown")
    else:
        which = _possible_days(point) if "X" in day else f"day {int(day)}"
        remarks.append(f"{which} of {_possible_months(month)}")
    return remarks


def _possible_months(digits: str) -> str:
    if digits == "XX":
        return "an unknown month"
    names = [MONTHS[month - 1] for month in possible_months(digits)]
    if digits[1] == "X":
        return f"a month from {names[0]} to {names[-1]}"
    return " or ".join(names)


def _possible_days(point: Point) -> str:
    days = possible_days(point.day)
    if "X" not in point.year + point.month:
        length = days_in_month(int(point.year), int(point.month))
        days = [day for day in days if day <= length]
    if len(days) > 2 and point.day[1] == "X":
        return f"a day from {days[0]} to {days[-1]}"
    *others, last = map(str, days)
    return f"day {', '.join(others)} or {last}" if others else f"day {last}"


def _doubtful_parts(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    named = tuple(zip(("year", "month", "day"), doubts, strict=False))
    for doubt, word in ((Doubt.APPROXIMATE, "approximate"), (Doubt.UNCERTAIN, "uncertain")):
        parts = [part for part, doubt_of_part in named if doubt in doubt_of_part]
        if parts:
            yield f"{' and '.join(parts)} {word}"


def _clock(clock: Clock) -> str:
    seconds = f":{clock.second:02}" if clock.second else ""
    return f"{clock.hour:02}:{clock.minute:02}{seconds}{_zone(clock)}"


def _zone(clock: Clock) -> str:
    if not clock.offset:
        return "" if clock.offset is None else " UTC"
    hours, minutes = divmod(abs(clock.offset), 60)
    sign = "-" if clock.offset < 0 else "+"
    return f" UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
