"""Which of the events found name which actors, tags, places or publishers, and when those lie."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from timeline.conditions import Condition
from timeline.found import events_found
from timeline.index import LONG, Index
from timeline.order import ORDER, REVERSED

TABLES = {
    "actor": "event_actor",
    "tag": "event_tag",
    "place": "event_place",
    "publisher": "event_source",
}
"""The table of the names of each kind, with the `day` and `event` of each."""

_BEFORE_MIDNIGHT = float("-inf")

_decode = msgspec.json.Decoder(list[int]).decode


class Bins(NamedTuple):
    """What events are counted by as well, each once: `size` bins, of which the first are of time.

    An event whose day lies between two `bounds` is in the bin of that number, unless it is one of
    the `strays`: those have their bin told, or None where they are in none. The bounds reach
    over the days of all events found that are short, and all that are long are strays.
    """

    bounds: Sequence[tuple[int, int]]
    size: int
    strays: dict[int, int | None]


class Tally(NamedTuple):
    """How many events there are, and how many of them are in each bin."""

    events: int
    in_bins: list[int]


class Edge(NamedTuple):
    """The first or last event of one, as it sorts among all, and its date."""

    earliest: int
    latest: int
    time: float
    number: int
    date: str


class Links:
    """Which of the events found name which of a kind, counted by bins as well.

    Where `only` some names are asked for, no others are looked at.
    """

    def __init__(
        self,
        index: Index,
        kind: str,
        condition: Condition,
        bins: Bins | None = None,
        only: Set[str] | None = None,
    ) -> None:
        self._index = index
        self._only = only
        self._kind, self._table = kind, TABLES[kind]
        events = events_found(index, condition)
        self._found = "1" if condition.finds_all else f"+k.event IN (SELECT number FROM {events})"
        self._window = self._bounds(events)
        self._bins = bins or Bins([self._window], 0, {})

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Those that occur, each with those that are named for it.

        For an actor that is also who acts for it, for any other itself alone.
        """
        if self._kind == "actor":
            return self._principals()
        return {name: [name] for name in self._events}

    def in_bins(self) -> Iterable[tuple[str, list[int]]]:
        """Return those that occur, each with how many of its events are in each bin."""
        if self._bins.strays or self._kind == "actor":
            return ((name, self.tally(named).in_bins) for name, named in self.names.items())
        counts: dict[str, list[int]] = {}
        for name, span, count in self._spans("count(*)"):
            if count:
                counts.setdefault(name, [0] * self._bins.size)[span] = count
        return counts.items()

    def tally(self, named: list[str]) -> Tally:
        """Return how many events name one of these, each event once."""
        _, bins, strays = self._bins
        events, in_bins = 0, [0] * bins
        texts_of: dict[int, list[str]] = {}
        for name in named:
            for span, text in self._events[name].items():
                texts_of.setdefault(span, []).append(text)
        for span, texts in texts_of.items():
            if len(texts) == 1 and not strays:
                size, astray = texts[0].count(",") + 1, set[int]()
            else:
                found = set(chain.from_iterable(map(_numbers, texts)))
                size, astray = len(found), found & strays.keys()
            events += size
            if bins and size > len(astray):
                in_bins[span] += size - len(astray)
            for event in astray:
                own = strays[event]
                if own is not None:
                    in_bins[own] += 1
        return Tally(events, in_bins)

    def events(self, named: list[str]) -> Iterator[int]:
        """Yield the numbers of the events that name one of these, some more than once."""
        texts = (text for one in named for text in self._events[one].values())
        return chain.from_iterable(map(_numbers, texts))

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

    @cached_property
    def _events(self) -> dict[str, dict[int, str]]:
        """The numbers of the events of each name in each span, joined by commas."""
        found: dict[str, dict[int, str]] = {}
        for name, span, numbers in self._spans("group_concat(k.event)"):
            if numbers:
                found.setdefault(name, {})[span] = str(numbers)
        return found

    def _spans(self, what: str) -> Iterator[tuple[str, int, Any]]:
        """Yield something of the events of each name in each span; the long ones are the last."""
        if self._only is not None:
            names = "SELECT value FROM json_each(?)"
        elif self._kind in ("actor", "tag"):
            names = f"SELECT id FROM {self._kind}"
        else:
            names = f"SELECT DISTINCT {self._kind} FROM {self._table}"
        asked = [] if self._only is None else [json.dumps(sorted(self._asked_for(self._only)))]
        yield from self._index.rows(
            "WITH span (place, low, high) AS MATERIALIZED ("
            "SELECT key, value ->> 0, value ->> 1 FROM json_each(?)), "
            f"n (name) AS MATERIALIZED ({names}) "
            f"SELECT n.name, span.place, (SELECT {what} FROM {self._table} k "
            f"WHERE k.{self._kind} = n.name AND k.day BETWEEN span.low AND span.high "
            f"AND {self._found}) FROM n CROSS JOIN span",
            json.dumps([*self._bins.bounds, (LONG, LONG)]),
            *asked,
        )

    def _asked_for(self, only: Set[str]) -> set[str]:
        """Return the names whose events are those of the ones asked for."""
        if self._kind != "actor":
            return set(only)
        acting = self._members("organisation", "actor")
        return {name for one in only for name in _reached(one, acting)}

    def _principals(self) -> dict[str, list[str]]:
        """Return every actor that is named or that one named acts for, with those named for it."""
        acts_for = self._members("actor", "organisation")
        principals: dict[str, list[str]] = {}
        for name in self._events:
            for one in _reached(name, acts_for):
                if self._only is None or one in self._only:
                    principals.setdefault(one, []).append(name)
        return principals

    def _members(self, one: str, other: str) -> Mapping[str, list[str]]:
        """Return the others of each one of the columns `organisation` and `actor`."""
        members: dict[str, list[str]] = {}
        for key, value in self._index.rows(f"SELECT {one}, {other} FROM member_of"):
            members.setdefault(key, []).append(value)
        return members


def _reached(start: str, steps: Mapping[str, list[str]]) -> list[str]:
    """Return a name and all that it leads to, in any number of steps."""
    reached, seen = [start], {start}
    for one in reached:
        fresh = [other for other in steps.get(one, ()) if other not in seen]
        seen.update(fresh)
        reached += fresh
    return reached


def _numbers(text: str) -> list[int]:
    # They are read anew each time: all of them at once would be too much to hold.
    return _decode(f"[{text}]")


def _edge(earliest: int, latest: int, time: int | None, number: int, date: str) -> Edge:
    # What has no time of day comes first, as NULL does in the index.
    return Edge(earliest, latest, _BEFORE_MIDNIGHT if time is None else time, number, date)
