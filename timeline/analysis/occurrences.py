"""Who and what occurs in the events found, and how often."""

import json
from collections import defaultdict

import msgspec

from timeline.analysis.bins import Bins
from timeline.analysis.calendar_steps import Steps, steps_between
from timeline.analysis.links import Links
from timeline.analysis.ranking import ranked
from timeline.dates.event_date import EventDate
from timeline.index.bitmaps import Bitmaps, keep_bitmaps
from timeline.index.database import Index
from timeline.index.schema import LONG, NO_START
from timeline.search.condition import EVERY_EVENT, Condition
from timeline.search.found import events_found

_COUNTED = ("actor", "tag")
"""What is counted once for all events."""

_decode = msgspec.json.Decoder(list[int]).decode


class Occurrences(msgspec.Struct, frozen=True):
    """How often an actor or tag occurs in the found events, and the dates of its first and last.

    `counts` are those of the events that surely began in each of the `steps` of all that was found.
    """

    id: str
    count: int
    first: EventDate
    last: EventDate
    counts: tuple[int, ...]


def occurrences(index: Index, kind: str, condition: Condition) -> list[Occurrences]:
    """Return which actors or tags occur in the events found, most events first.

    An actor occurs where it, or one who acts for it, is named.
    """
    found = {one.id: one for one in _occurrences(index, kind, condition)}
    order = ranked(index, kind, {name: one.count for name, one in found.items()})
    return [found[one.name] for one in order]


def _occurrences(index: Index, kind: str, condition: Condition) -> list[Occurrences]:
    if not condition.finds_all:
        return _counted(index, kind, condition)
    sql = "SELECT name, events, first, last, counts FROM occurrence WHERE kind = ?"
    return [
        Occurrences(
            name,
            events,
            EventDate.parse(first),
            EventDate.parse(last),
            tuple(_decode(counts)),
        )
        for name, events, first, last, counts in index.rows(sql, kind)
    ]


def counts_by_name(index: Index, kind: str, condition: Condition) -> dict[str, int]:
    """Return the actors, tags, places or publishers that occur, with the number of events of each.

    They are counted as `occurrences` does.
    """
    if kind != "actor":
        return named_counts(index, kind, condition)
    if condition.finds_all:
        return dict(index.rows("SELECT name, events FROM occurrence WHERE kind = ?", kind))
    links = Links(index, kind, condition)
    return {name: events.bit_count() for name, events in links.events()}


def named_counts(index: Index, kind: str, condition: Condition) -> dict[str, int]:
    """Return how many of the events found name each of a kind themselves."""
    if condition.finds_all:
        return dict(index.rows("SELECT name, events FROM bitmap WHERE kind = ?", kind))
    bitmaps = Bitmaps(index)
    return bitmaps.counts(kind, bitmaps.found(condition))


def count_all(index: Index) -> None:
    """Count what occurs and what begins in all of an index, so that to ask for it costs nothing."""
    execute = index.connection.execute
    for table in ("beginning", "occurrence"):
        execute(f"DELETE FROM {table}")
    execute("INSERT INTO beginning SELECT year, month, grain, count(*) FROM event GROUP BY 1, 2, 3")
    keep_bitmaps(index)
    index.connection.executemany(
        "INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?)",
        [
            (kind, one.id, one.count, one.first.text, one.last.text, json.dumps(one.counts))
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
    bitmaps, bins = Bitmaps(index), _bins(index, condition)
    return [
        Occurrences(name, events.bit_count(), *bitmaps.ends(events), tuple(bins.counts(events)))
        for name, events in Links(index, kind, condition).events()
    ]


def _bins(index: Index, condition: Condition) -> Bins:
    """Return the steps as bins: an event is in that in which it surely began."""
    steps = steps_of(index, condition)
    if steps is None:
        return Bins(Bitmaps(index), [], {})
    # The key of days holds all that the inner question asks.
    others = f"SELECT number FROM event WHERE day = {LONG} OR grain < {steps.grain}"
    strays = defaultdict(list)
    for number, low, high in index.rows(
        f"SELECT e.number, e.earliest, e.begins_by FROM event e WHERE e.number IN ({others})"
    ):
        strays[steps.of(low, high)].append(number)
    return Bins(Bitmaps(index), steps.bounds, strays)
