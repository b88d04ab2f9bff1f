"""What a question finds in an archive, by an engine."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sqlglot import exp

from timeline.analysis import CONTINUING, Tallied, Tally
from timeline.dates import CalendarUnit, Day, EventDate, LagRange, Span
from timeline.engines.archive import OF_EVERY_SOURCE
from timeline.engines.engine import Engine, EngineError, event_date
from timeline.engines.sql import Asked, Expression, Statements, both, negated, within
from timeline.index import Index, Value
from timeline.model import Event, Facet, Source, to_json
from timeline.query import Query
from timeline.search import Group, PeriodCondition, ranked


class EngineSelection(Tallied):
    """The events that a question finds in an archive. Each iteration asks the engine again.

    `index` has the names of the archive. What needs the positions of events, such as their
    neighbours, is not supported.
    """

    def __init__(
        self,
        index: Index,
        engine: Engine,
        query: Query,
        today: date,
        *,
        reverse: bool = False,
        limit: int | None = None,
    ) -> None:
        self.index = index
        self.query = query
        self.descending = reverse
        asked = Asked(index, query, today)
        self.asked = asked.condition
        self._engine = engine
        self._continues = asked.continues()
        self._limit = limit
        self._statements = Statements(
            asked.expression(), reverse=reverse, limit=limit, certain=query.certain
        )

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return bool(self._length)

    def __iter__(self) -> Iterator[Event]:
        return self._rows()

    @cached_property
    def _length(self) -> int:
        if self._limit is None:
            return self.matching
        return min(self.matching, self._limit)

    @cached_property
    def matching(self) -> int:
        """The number of events that match the question, without the limit."""
        return int(self._value(self._statements.matching()))

    @cached_property
    def undated(self) -> int:
        """The number of events that match but for `known-by:`, as they have no dated source."""
        return int(self._value(self._statements.undated())) if self.asked.unknown else 0

    @cached_property
    def total(self) -> int:
        """The number of events in the archive."""
        return int(self._value(self._statements.total()))

    def documents(self) -> Iterator[bytes]:
        """Yield the events found, each as a line of JSON."""
        return map(to_json, self)

    def extent(self) -> tuple[EventDate, EventDate] | None:
        """Return the dates of the first event to begin and the last to end, None if none is found.

        Among events without an end, an ongoing one is the last.
        """
        first = self._value(self._statements.first_to_begin())
        if first is None:
            return None
        last = self._value(self._statements.last_to_end())
        return event_date(first), event_date(last)

    def has_ongoing(self) -> bool:
        """Return whether any of the events found is ongoing (`2022/..`)."""
        ongoing = exp.column("ongoing")
        return self._value(self._statements.found("id").where(ongoing).limit(1)) is not None

    def bounds(self) -> tuple[int | None, int | None]:
        """Return the earliest and the latest day number of the events found, None if open."""
        events, firsts, first, _, lasts, _, last = self._bounds
        return first if firsts == events else None, last if lasts == events else None

    def reaches_beyond(self, first: Day, last: Day) -> bool:
        """Return whether any known first or last day of the events found is outside this time."""
        _, _, *earliest, _, low, high = self._bounds
        known = [day for day in (*earliest, low, high) if day is not None]
        return any(not first.ordinal <= day <= last.ordinal for day in known)

    @cached_property
    def _bounds(self) -> tuple[Any, ...]:
        return next(self._engine.rows(self._statements.bounds()))

    def groups(self, facet: Facet | None) -> Iterator[Group]:
        """Yield the events in groups with headings, as a selection of an index does."""
        if facet is None:
            yield Group("", len(self), self._rows())
            return
        counts = self.counts(facet)
        if facet is Facet.LAG:
            for lag in LagRange:
                if lag in counts:
                    events = self._rows(self._statements.in_group(facet, lag))
                    yield Group(lag.label, counts[lag], events)
            return
        if facet.unit is None:
            yield from self._named(facet, counts)
            return
        continuing = counts.pop(CONTINUING, 0)
        values = sorted(counts, key=lambda value: (value is not None, value or 0))
        others = self._units(facet, values[::-1] if self.descending else values, counts)
        if self.descending:
            yield from others
        if continuing and self._continues is not None:
            events = self._rows(self._continues)
            yield Group("Continuing", continuing, events, continuing=True)
        if not self.descending:
            yield from others

    def _units(
        self, facet: Facet, values: Sequence[Value], counts: dict[Value, int]
    ) -> Iterator[Group]:
        for value in values:
            which = self._statements.in_group(facet, value)
            if self._continues is not None:
                which = both(which, negated(self._continues))
            label = "Open start" if value is None else CalendarUnit(value).label
            yield Group(label, counts[value], self._rows(which))

    def _named(self, facet: Facet, counts: dict[Value, int]) -> Iterator[Group]:
        without = counts.pop(None, 0)
        names = {str(name): count for name, count in counts.items()}
        for entry in ranked(self.index, facet, names):
            events = self._rows(self._statements.in_group(facet, entry.name))
            yield Group(entry.label, entry.events, events, entry.name)
        if without:
            which = self._statements.in_group(facet, None)
            yield Group(f"No {facet}", without, self._rows(which))

    def counts(self, facet: Facet) -> dict[Value, int]:
        """Return the number of events for each value of a facet; None stands for no value."""
        found: dict[Value, int] = {}
        for key, continuing, count in self._engine.rows(
            self._statements.counts([facet], self._continues)
        ):
            value = _value(facet, key, continuing)
            found[value] = found.get(value, 0) + int(count)
        return found

    def pairs(self, first: Facet, second: Facet) -> dict[tuple[Value, Value], int]:
        """Return the number of events for each pair of values of two facets."""
        found: dict[tuple[Value, Value], int] = {}
        for key, other, continuing, count in self._engine.rows(
            self._statements.counts([first, second], self._continues)
        ):
            pair = _value(first, key, continuing), _value(second, other, continuing)
            found[pair] = found.get(pair, 0) + int(count)
        return found

    def spans(self, facet: Facet) -> dict[str, Tally]:
        """Return the span of each name of a kind."""
        return {
            name: Tally(int(count), event_date(first), event_date(last))
            for name, count, first, last in self._engine.rows(
                self._statements.first_and_last(facet)
            )
            if name
        }

    def events_on(self, actor: str, days: Span, *, certain: bool) -> int:
        """Return how many events of an actor may lie on any of some days, or surely do."""
        low, high = days
        which = both(
            self._statements.in_group(Facet.ACTOR, actor),
            within(PeriodCondition(low, high, within=False, certain=certain)),
        )
        return int(self._value(self._statements.count().where(which)))

    def names(self, facet: Facet) -> list[str]:
        """Return the ids of the actors or tags of the events found, in registry order."""
        found = {str(name) for (name,) in self._engine.rows(self._statements.own_names(facet))}
        return sorted(found - {""}, key=lambda name: self.index.rank(str(facet), name))

    def _rows(self, which: Expression | None = None) -> Iterator[Event]:
        return map(_event, self._engine.rows(self._statements.events(which), many=True))

    def _value(self, statement: Any) -> Any:
        row = next(self._engine.rows(statement), None)
        return None if row is None else row[0]


def _value(facet: Facet, key: Any, continuing: bool) -> Value:
    if facet.is_time:
        return CONTINUING if continuing else _unit(facet, key)
    if facet is Facet.LAG:
        return int(key)
    return None if key == "" else str(key)


def _unit(facet: Facet, key: int | None) -> Value:
    return key if key is None or facet is Facet.WEEKDAY else CalendarUnit(key)


def _event(row: Sequence[Any]) -> Event:
    identifier, when, title, summary, actors, places, tags, follows, sources = row
    return Event(
        identifier,
        event_date(when),
        title,
        summary,
        tuple(actors),
        tuple(places),
        tuple(tags),
        tuple(follows),
        tuple(map(_source, sources)),
    )


def _source(parts: Any) -> Source:
    """Return a source. Raises EngineError if it lacks a field that every release writes."""
    # A field that only one of the files lacks is null.
    found = {name: parts[name] for name in Source.__struct_fields__ if name in parts}
    for name in OF_EVERY_SOURCE:
        if found.get(name) is None:
            message = f"the archive has a source without the field '{name}': export it again"
            raise EngineError(message)
    return Source(**{name: value for name, value in found.items() if value is not None})
