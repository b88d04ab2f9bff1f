"""Who and what occurs in the events found, and how often: counted by the keys of the index."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from timeline.calendar_steps import Steps, steps_between
from timeline.conditions import EVERY_EVENT, Condition
from timeline.dates import EventDate
from timeline.found import events_found
from timeline.index import LONG, NO_START, Index
from timeline.order import ORDER, REVERSED

_TABLES = {
    "actor": "event_actor",
    "tag": "event_tag",
    "place": "event_place",
    "publisher": "event_source",
}

_COUNTED = ("actor", "tag")
"""What is counted once for all events."""

_BEFORE_MIDNIGHT = float("-inf")

_decode = msgspec.json.Decoder(list[int]).decode


class Occurrences(msgspec.Struct, frozen=True):
    """How often an actor or tag occurs in the found events, and the dates of its first and last.

    `named` counts the events that name it itself. `counts` are those of the events that surely
    began in each of the `steps` of all that was found.
    """

    id: str
    count: int
    named: int
    first: EventDate
    last: EventDate
    counts: tuple[int, ...]


def occurrences(index: Index, kind: str, condition: Condition) -> list[Occurrences]:
    """Return which actors or tags occur in the events found, most events first.

    An actor occurs where it, or one who acts for it, is named.
    """
    if not condition.finds_all:
        return _counted(index, kind, condition)
    rows = index.rows(
        "SELECT name, events, named, first, last, counts FROM occurrence WHERE kind = ? "
        "ORDER BY events DESC, name",
        kind,
    )
    return [
        Occurrences(
            name,
            events,
            named,
            EventDate.parse(first),
            EventDate.parse(last),
            tuple(_decode(counts)),
        )
        for name, events, named, first, last, counts in rows
    ]


def counts_by_name(index: Index, kind: str, condition: Condition) -> Iterable[tuple[str, int]]:
    """Return the actors, tags, places or publishers that occur, with the number of events of each.

    They are counted as `occurrences` does.
    """
    if condition.finds_all and kind in _COUNTED:
        return index.rows("SELECT name, events FROM occurrence WHERE kind = ?", kind)
    links = Links(index, kind, condition)
    return ((name, links.tally(named).events) for name, named in links.names.items())


def named_counts(index: Index, kind: str) -> dict[str, int]:
    """Return how many events name each actor, tag or place themselves."""
    if kind in _COUNTED:
        sql = "SELECT name, named FROM occurrence WHERE kind = ? AND named"
        return dict(index.rows(sql, kind))
    return dict(index.rows(f"SELECT {kind}, count(*) FROM {_TABLES[kind]} GROUP BY 1"))


def keep_occurrences(index: Index) -> None:
    """Count what occurs in all events of a finished index, so that to ask for it costs nothing."""
    index.connection.execute("DELETE FROM occurrence")
    index.connection.executemany(
        "INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                kind,
                one.id,
                one.named,
                one.count,
                one.first.text,
                one.last.text,
                json.dumps(one.counts),
            )
            for kind in _COUNTED
            for one in _counted(index, kind, EVERY_EVENT)
        ],
    )


def steps_of(index: Index, condition: Condition) -> Steps | None:
    """Return the steps in which events began, from the first to the last; None without a start."""
    began = f"FROM {events_found(index, condition)} WHERE earliest > {NO_START}"
    # One by one they are the ends of a key.
    low, high = (index.value(f"SELECT {outer}(earliest) {began}") for outer in ("min", "max"))
    return None if low is None else steps_between(low, high)


def _counted(index: Index, kind: str, condition: Condition) -> list[Occurrences]:
    links = Links(index, kind, condition, _cells(index, condition))
    edges = links.edges()
    found = []
    for name, named in links.names.items():
        tally = links.tally(named)
        own = tally if named == [name] else links.tally([one for one in named if one == name])
        first = min(edges[one][0] for one in named)
        last = max(edges[one][1] for one in named)
        found.append(
            Occurrences(
                name,
                tally.events,
                own.events,
                EventDate.parse(first.date),
                EventDate.parse(last.date),
                tuple(tally.in_cells),
            )
        )
    return sorted(found, key=lambda one: (-one.count, one.id))


class Cells(NamedTuple):
    """What events are counted by as well, each once: `size` cells, of which the first are of time.

    An event whose day lies between two `bounds` is in the cell of that number, unless it is one of
    the `strays`: those have their cell told, or None where they are in none. The bounds reach
    over the days of all events found that are short, and all that are long are strays.
    """

    bounds: Sequence[tuple[int, int]]
    size: int
    strays: dict[int, int | None]


class Tally(NamedTuple):
    """How many events there are, and how many of them are in each cell."""

    events: int
    in_cells: list[int]


class Edge(NamedTuple):
    """The first or last event of one, as it sorts among all, and its date."""

    earliest: int
    latest: int
    time: float
    number: int
    date: str


class Links:
    """Which of the events found name which actors, tags, places or publishers.

    `names` are those that occur, each with those that are named for it: for an actor also who acts
    for it, for any other itself alone.
    """

    def __init__(
        self, index: Index, kind: str, condition: Condition, cells: Cells | None = None
    ) -> None:
        self._index = index
        self._kind, self._table = kind, _TABLES[kind]
        events = events_found(index, condition)
        self._found = "1" if condition.finds_all else f"+k.event IN (SELECT number FROM {events})"
        self._window = self._bounds(events)
        self._cells = cells or Cells([self._window], 0, {})
        self._numbers: dict[str, list[int]] = {}
        self._events = self._by_name_and_span()
        self.names = {name: [name] for name in self._events}
        if kind == "actor":
            self.names = self._principals()

    def tally(self, named: list[str]) -> Tally:
        """Return how many events name one of these, each event once."""
        bounds, cells, strays = self._cells
        events, in_cells = 0, [0] * cells
        for span in range(len(bounds) + 1):
            texts = [text for one in named if (text := self._events[one].get(span))]
            if len(texts) == 1 and not strays:
                size, astray = texts[0].count(",") + 1, set[int]()
            else:
                found = set[int]().union(*map(self._decoded, texts))
                size, astray = len(found), found & strays.keys()
            events += size
            if cells and size > len(astray):
                in_cells[span] += size - len(astray)
            for one in astray:
                cell = strays[one]
                if cell is not None:
                    in_cells[cell] += 1
        return Tally(events, in_cells)

    def events(self, named: list[str]) -> set[int]:
        """Return the numbers of the events that name one of these."""
        return set[int]().union(
            *(self._decoded(text) for one in named for text in self._events[one].values())
        )

    def _decoded(self, text: str) -> list[int]:
        numbers = self._numbers.get(text)
        if numbers is None:
            numbers = self._numbers[text] = _decode(f"[{text}]")
        return numbers

    def edges(self) -> dict[str, tuple[Edge, Edge]]:
        """Return the first and the last event that names each."""
        low, high = self._window
        of_name = f"k.{self._kind} = n.name AND {self._found}"
        short = f"FROM {self._table} k WHERE {of_name} AND k.day BETWEEN {low} AND {high}"
        first, last = (
            f"(SELECT e.number FROM {self._table} k CROSS JOIN event e ON e.number = k.event "
            f"WHERE {of_name} AND k.day IN ({LONG}, (SELECT {outer}(k.day) {short})) "
            f"ORDER BY {order} LIMIT 1)"
            for outer, order in (("min", ORDER), ("max", REVERSED))
        )
        columns = ", ".join(
            f"{edge}.earliest, {edge}.latest, {edge}.time, {edge}.number, {edge}.date"
            for edge in ("f", "l")
        )
        rows = self._index.rows(
            "WITH n (name) AS MATERIALIZED (SELECT value FROM json_each(?)), "
            f"edge (name, first, last) AS MATERIALIZED (SELECT n.name, {first}, {last} FROM n) "
            f"SELECT edge.name, {columns} FROM edge "
            "CROSS JOIN event f ON f.number = edge.first "
            "CROSS JOIN event l ON l.number = edge.last",
            json.dumps(list(self._events)),
        )
        return {name: (_edge(*both[:5]), _edge(*both[5:])) for name, *both in rows}

    def _bounds(self, events: str) -> tuple[int, int]:
        """Return the days between which all events found lie that are short."""
        low, high = (
            self._index.value(f"SELECT {outer}(day) FROM {events} WHERE day > {LONG}")
            for outer in ("min", "max")
        )
        return (0, -1) if low is None else (low, high)

    def _by_name_and_span(self) -> dict[str, dict[int, str]]:
        """Return the numbers of the events of each name in each span, joined by commas."""
        names = (
            f"SELECT id FROM {self._kind}"
            if self._kind in ("actor", "tag")
            else f"SELECT DISTINCT {self._kind} FROM {self._table}"
        )
        rows = self._index.rows(
            "WITH span (place, low, high) AS MATERIALIZED ("
            "SELECT key, value ->> 0, value ->> 1 FROM json_each(?)), "
            f"n (name) AS MATERIALIZED ({names}) "
            f"SELECT n.name, span.place, (SELECT group_concat(k.event) FROM {self._table} k "
            f"WHERE k.{self._kind} = n.name AND k.day BETWEEN span.low AND span.high "
            f"AND {self._found}) FROM n CROSS JOIN span",
            json.dumps([*self._cells.bounds, (LONG, LONG)]),
        )
        found: dict[str, dict[int, str]] = {}
        for name, span, numbers in rows:
            if numbers:
                found.setdefault(name, {})[span] = str(numbers)
        return found

    def _principals(self) -> dict[str, list[str]]:
        """Return every actor that is named or that one named acts for, with those named for it."""
        acts_for: dict[str, list[str]] = {}
        for organisation, actor in self._index.rows("SELECT organisation, actor FROM member_of"):
            acts_for.setdefault(actor, []).append(organisation)
        principals: dict[str, list[str]] = {}
        for name in self._events:
            reached = [name]
            seen = {name}
            for one in reached:
                fresh = [other for other in acts_for.get(one, ()) if other not in seen]
                seen.update(fresh)
                reached += fresh
            for one in reached:
                principals.setdefault(one, []).append(name)
        return principals


def _cells(index: Index, condition: Condition) -> Cells | None:
    """Return the steps as cells: an event is in that in which it surely began."""
    steps = steps_of(index, condition)
    if steps is None:
        return None
    # The key of days holds all that the inner question asks.
    astray = f"SELECT number FROM event WHERE day = {LONG} OR grain < {steps.grain}"
    rows = index.rows(
        "SELECT e.number, e.earliest, e.begins_by FROM event e "
        f"WHERE e.number IN ({astray}) AND {condition.sql}",
        *condition.parameters,
    )
    strays = {number: steps.of(low, high) for number, low, high in rows}
    return Cells(steps.bounds, len(steps.bounds), strays)


def _edge(earliest: int, latest: int, time: int | None, number: int, date: str) -> Edge:
    # What has no time of day comes first, as NULL does in the index.
    return Edge(earliest, latest, _BEFORE_MIDNIGHT if time is None else time, number, date)
