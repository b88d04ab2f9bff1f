"""Who and what occurs in the events found, and how often."""

import json
from collections.abc import Iterable

import msgspec

from timeline.calendar_steps import Steps, steps_between
from timeline.conditions import EVERY_EVENT, Condition
from timeline.dates import EventDate
from timeline.found import events_found
from timeline.index import LONG, NO_START, Index
from timeline.links import TABLES, Bins, Links
from timeline.ranking import ranked

_COUNTED = ("actor", "tag")
"""What is counted once for all events."""

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
    found = {one.id: one for one in _occurrences(index, kind, condition)}
    order = ranked(index, kind, {name: one.count for name, one in found.items()})
    return [found[one.name] for one in order]


def _occurrences(index: Index, kind: str, condition: Condition) -> list[Occurrences]:
    if not condition.finds_all:
        return _counted(index, kind, condition)
    sql = "SELECT name, events, named, first, last, counts FROM occurrence WHERE kind = ?"
    return [
        Occurrences(
            name,
            events,
            named,
            EventDate.parse(first),
            EventDate.parse(last),
            tuple(_decode(counts)),
        )
        for name, events, named, first, last, counts in index.rows(sql, kind)
    ]


def counts_by_name(index: Index, kind: str, condition: Condition) -> Iterable[tuple[str, int]]:
    """Return the actors, tags, places or publishers that occur, with the number of events of each.

    They are counted as `occurrences` does.
    """
    if condition.finds_all and kind in _COUNTED:
        return index.rows("SELECT name, events FROM occurrence WHERE kind = ?", kind)
    links = Links(index, kind, condition)
    return ((name, links.tally(named).events) for name, named in links.names.items())


def named_counts(index: Index, kind: str, condition: Condition) -> dict[str, int]:
    """Return how many of the events found name each actor, tag or place themselves."""
    if condition.finds_all and kind in _COUNTED:
        sql = "SELECT name, named FROM occurrence WHERE kind = ? AND named"
        return dict(index.rows(sql, kind))
    links = f"SELECT {kind}, count(*) FROM {TABLES[kind]}"
    if not condition.finds_all:
        links += f" WHERE event IN (SELECT number FROM {events_found(index, condition)})"
    return dict(index.rows(f"{links} GROUP BY 1"))


def count_all(index: Index) -> None:
    """Count what occurs and what begins in all of an index, so that to ask for it costs nothing."""
    execute = index.connection.execute
    for table in ("beginning", "occurrence"):
        execute(f"DELETE FROM {table}")
    execute("INSERT INTO beginning SELECT year, month, grain, count(*) FROM event GROUP BY 1, 2, 3")
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
    links = Links(index, kind, condition, _bins(index, condition))
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
                tuple(tally.in_bins),
            )
        )
    return found


def _bins(index: Index, condition: Condition) -> Bins | None:
    """Return the steps as bins: an event is in that in which it surely began."""
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
    return Bins(steps.bounds, len(steps.bounds), strays)
