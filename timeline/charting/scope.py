"""What a chart is of: the events found, ready to be counted many times, and the time they span."""

from timeline.charting.axis import Axis
from timeline.dates import Day
from timeline.found import TABLE, events_found, run
from timeline.grouping import Grouping
from timeline.groups import YEAR, key_sql
from timeline.index import DOCUMENT, LONG, LONGEST_SHORT, NO_END, NO_START
from timeline.selection import Selection

_LONGEST_BY_SECOND = 7
_AROUND = 3
_YEAR = 365
_FEW = 20


class Scope:
    """The events of a selection; where they are not all, their numbers are kept while it is used.

    `events` is the SQL of a table with the day, bounds, time and number of each, `count` is how
    many there are.
    """

    def __init__(self, selection: Selection, today: Day) -> None:
        self.index = selection.index
        self._asked = selection.asked
        self._today = today
        self._everything = selection.asked.finds_all
        self.count, self._total = len(selection), selection.total
        self.events = events_found(self.index, selection.asked)
        if self.events == TABLE:
            # Days are counted cell by cell.
            run(self.index, "CREATE INDEX IF NOT EXISTS temp.found_by_day ON found (day, earliest)")
        self._span = self._bounds()

    def within(self, column: str, table: str) -> str:
        """Return the SQL by which the event of this column is in the scope."""
        if self._everything:
            return "1"
        return f"{table}.{column} IN (SELECT number FROM {TABLE})"

    def link(self, table: str, name: str) -> tuple[str, str]:
        """Return a table of names with a `day` and `event`, of the scope alone, and its column."""
        if self._everything:
            return table, name
        run(
            self.index,
            "CREATE TEMP TABLE IF NOT EXISTS named (name TEXT, day INTEGER, event INTEGER, "
            "PRIMARY KEY (name, day, event)) WITHOUT ROWID",
        )
        run(self.index, "DELETE FROM temp.named")
        if self.count * _FEW < self._total:
            run(
                self.index,
                "INSERT OR IGNORE INTO temp.named SELECT k.value, e.day, e.number "
                f"FROM {TABLE} f CROSS JOIN event e ON e.number = f.number, "
                f"json_each({DOCUMENT}, '$.{name}s') k",
            )
        else:
            # Where they are many, it costs less to look through all names than to read documents.
            run(
                self.index,
                f"INSERT INTO temp.named SELECT {name}, day, event FROM {table} "
                f"WHERE event IN (SELECT number FROM {TABLE})",
            )
        return "temp.named", "name"

    def by_year(self, first: int, last: int) -> dict[int, int]:
        """Return how many events begin in each of the years, where the year is known."""
        key = key_sql(Grouping.YEAR)
        rows = self.index.rows(
            f"SELECT {key}, count(*) FROM event e WHERE {self.within('number', 'e')} GROUP BY 1"
        )
        return {
            key // 96: count
            for key, count in rows
            if key is not None and key % 8 >= YEAR and first <= key // 96 <= last
        }

    def axis(self, cells: int) -> Axis:
        """Return the axis of the time asked for; a side that is not goes to where events end.

        What goes on counts up to today. Few days with times of day are told in seconds.
        """
        low, high = self._span
        first = low if self._asked.opens is None else self._asked.opens
        last = high if self._asked.closes is None else self._asked.closes
        if first > last:
            # One side is asked for beyond all that has a bound: what goes on fills a year.
            given = self._asked.opens is not None
            first, last = (first, first + _YEAR) if given else (last - _YEAR, last)
        by_second = last - first < _LONGEST_BY_SECOND and self._has_times()
        asked = self._asked.opens is not None or self._asked.closes is not None
        if last - first < _AROUND and not by_second and not asked:
            first, last = _months_around(first, last)
        return Axis(first, last, cells, by_second)

    def _bounds(self) -> tuple[int, int]:
        """Return the first and the last bound of the events, today where there is none."""
        value, events, today = self.index.value, self.events, self._today.ordinal
        latest = f"SELECT max(latest) FROM {events} WHERE latest < {NO_END}"
        begun = value(f"SELECT max(earliest) FROM {events} WHERE earliest > {NO_START}")
        bounds = [
            value(f"SELECT min(earliest) FROM {events} WHERE earliest > {NO_START}"),
            begun,
            # No short event that began much before the last can end after it.
            value(f"{latest} AND earliest >= ?", (begun or 0) - LONGEST_SHORT),
            value(f"{latest} AND day = {LONG}"),
            value(
                f"SELECT min(latest) FROM {events} "
                f"WHERE earliest = {NO_START} AND latest < {NO_END}"
            ),
        ]
        ongoing = (
            f"SELECT 1 FROM event e WHERE e.day = {LONG} AND e.latest = {NO_END} "
            f"AND e.date LIKE '%/..' AND {self.within('number', 'e')} LIMIT 1"
        )
        if value(ongoing):
            bounds.append(today)
        known = [bound for bound in bounds if bound is not None] or [today]
        return min(known), max(known)

    def _has_times(self) -> bool:
        where = self.within("number", "e")
        return bool(
            self.index.value(f"SELECT 1 FROM event e WHERE e.time IS NOT NULL AND {where} LIMIT 1")
        )


def _months_around(first: int, last: int) -> tuple[int, int]:
    """Return the days of the whole months around two days."""
    start, end = Day.from_ordinal(first), Day.from_ordinal(last)
    after = Day(end.year, end.month, 1).months_later(1)
    return Day(start.year, start.month, 1).ordinal, after.ordinal - 1
