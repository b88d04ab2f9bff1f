"""Names by how many events they have."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.index import Index
from timeline.model import Facet


class Ranked(NamedTuple):
    """A name, how it is called, and how many events it has."""

    name: str
    label: str
    events: int


def ranked(index: Index, facet: Facet, events: Mapping[str, int]) -> list[Ranked]:
    """Return names of a kind by their number of events, the highest first.

    An actor is called by its name, all else as it is written. Of as many they are in the order of
    the alphabet.
    """
    label = index.names_of_actors() if facet is Facet.ACTOR else {}
    found = [Ranked(name, label.get(name, name), count) for name, count in events.items()]
    return sorted(found, key=lambda one: (-one.events, one.label.casefold(), one.name))
