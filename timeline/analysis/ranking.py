"""Names by how much they occur: those with most events first, and of as many by what they say."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.index.database import Index


class Ranked(NamedTuple):
    """A name, how it is called, and how many events it has."""

    name: str
    label: str
    events: int


def ranked(index: Index, kind: str, events: Mapping[str, int]) -> Iterator[Ranked]:
    """Yield names of a kind by their number of events, the highest first.

    An actor is called by its name, all else as it is written; of as many, that comes in the order
    of the alphabet.
    """
    label = index.names_of_actors() if kind == "actor" else {}
    found = [Ranked(name, label.get(name, name), count) for name, count in events.items()]
    yield from sorted(found, key=lambda one: (-one.events, one.label.casefold(), one.name))
