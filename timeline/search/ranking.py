"""Rank names by their number of events."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.index import Index
from timeline.model import Facet


class Ranked(NamedTuple):
    """A name or id, its label, and its number of events."""

    name: str
    label: str
    events: int


def ranked(index: Index, facet: Facet, events: Mapping[str, int]) -> list[Ranked]:
    """Return names of a kind, sorted by number of events, highest first, then alphabetically.

    The label of an actor is its name; anything else is its own label.
    """
    label = index.names_of_actors() if facet is Facet.ACTOR else {}
    entries = [Ranked(name, label.get(name, name), count) for name, count in events.items()]
    return sorted(entries, key=lambda entry: (-entry.events, entry.label.casefold(), entry.name))
