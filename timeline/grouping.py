"""Under which headings events are put: by the year they began, by who acts, by theme."""

from enum import StrEnum

from timeline.dates import EventDate


class Grouping(StrEnum):
    """What events are grouped by."""

    YEAR = "year"
    MONTH = "month"
    DECADE = "decade"
    ACTOR = "actor"
    TAG = "tag"
    NONE = "none"


_WIDE, _CENTURY, _DECADE, _YEAR, _MONTH = range(5)

_UNIT = {Grouping.DECADE: _DECADE, Grouping.YEAR: _YEAR, Grouping.MONTH: _MONTH}

_DECADE_NUMBER = "CASE WHEN e.year < 0 THEN -((-e.year) / 10) - 1 ELSE e.year / 10 END"


def grain(date: EventDate) -> int:
    """Return how closely the start of a date is known: the smallest unit it surely lies in.

    0 wider than a century or open, 1 century, 2 decade, 3 year, 4 month.
    """
    first, last = date.earliest, date.begins_by
    if first is None or last is None or _century(first.year) != _century(last.year):
        return _WIDE
    if _decade(first.year) != _decade(last.year):
        return _CENTURY
    if first.year != last.year:
        return _DECADE
    return _MONTH if first.month == last.month else _YEAR


def key_sql(grouping: Grouping) -> str:
    """Return the SQL of a group's key for an event `e`; keys sort as the groups follow in time.

    A date that is less precise than the unit is put before the unit it may have begun in, in a
    group of its own precision: `2014` before January 2014. NULL is an open start.
    """
    unit = {
        Grouping.DECADE: _DECADE_NUMBER,
        Grouping.YEAR: "e.year",
        Grouping.MONTH: "e.year * 12 + e.month - 1",
    }[grouping]
    return f"({unit}) * 8 + min(e.grain, {_UNIT[grouping]})"


def label(grouping: Grouping, key: int | None) -> str:
    """Return the heading of the group with a key of `key_sql`."""
    if key is None:
        return "Open start"
    unit, fineness = divmod(key, 8)
    if grouping is Grouping.DECADE:
        year = unit * 10 if unit >= 0 else (unit + 1) * 10
        sign = "-" if unit < 0 else ""
    else:
        year = unit // 12 if grouping is Grouping.MONTH else unit
        sign = "-" if year < 0 else ""
    if abs(year) > 9999:
        return _far_label(year, fineness)
    digits = f"{sign}{abs(year):04}"
    if fineness == _MONTH:
        return EventDate.parse(f"{digits}-{unit % 12 + 1:02}").describe()
    if fineness == _YEAR:
        return EventDate.parse(digits).describe()
    if fineness == _DECADE:
        return EventDate.parse(f"{digits[:-1]}X").describe()
    if fineness == _CENTURY:
        return EventDate.parse(f"{digits[:-2]}XX").describe()
    return f"{EventDate.parse(digits).describe()} or later"


def _far_label(year: int, fineness: int) -> str:
    text = EventDate.parse(f"Y{year}").describe()
    return text if fineness >= _YEAR else f"{text} or later"


def _decade(year: int) -> int:
    return -(-year // 10) - 1 if year < 0 else year // 10


def _century(year: int) -> int:
    return -(-year // 100) - 1 if year < 0 else year // 100
