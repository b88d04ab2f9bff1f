"""The names of an archive, and those of each event."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.engines import Actors, Registries
from timeline.index import Index, Value
from timeline.model import Actor, Facet, Tag
from timeline.writers.registries import actors_of, names_of, tags_of
from timeline.writers.writing import Export

if TYPE_CHECKING:
    from pyroaring import BitMap


def registries_of(export: Export) -> Registries:
    """Return the names of the events found; of a whole chronology, all that are in a registry."""
    timeline, index = export.timeline, export.timeline.index
    actors: list[Actor] = [*timeline.actors.values()]
    tags: list[Tag] = [*timeline.tags.values()]
    if not export.found.asked.finds_all:
        found = {one.id for one in actors_of(export)}, {one.id for one in tags_of(export)}
        actors = [one for one in actors if one.id in found[0]]
        tags = [one for one in tags if one.id in found[1]]
    return Registries(
        title=timeline.title,
        description=timeline.description,
        actors=tuple(actors),
        tags=tuple(tags),
        listed_actors=tuple(index.listed("actor")),
        listed_tags=tuple(index.listed("tag")),
        places=names_of(export, Facet.PLACE),
        publishers=names_of(export, Facet.PUBLISHER),
        questions=index.saved_questions(),
    )


class AllActors:
    """The actors of each event and all whom they act for, as the sets of the index say."""

    def __init__(self, index: Index) -> None:
        # Only an organisation can have events that do not name it.
        organisations = index.organisations()
        self._possible, self._sure = (
            dict(index.bitmaps.some(Facet.ACTOR, organisations, certain=certain))
            for certain in (False, True)
        )

    def of(self, events: list[tuple[int, tuple[str, ...]]]) -> Iterator[Actors]:
        """Yield the actors of each of these events, given its position and its own actors.

        The positions must be in ascending order.
        """
        possible, sure = (_among(events, sets) for sets in (self._possible, self._sure))
        return map(Actors, possible, sure)


def _among(
    events: list[tuple[int, tuple[str, ...]]], sets: Mapping[Value, "BitMap"]
) -> Iterator[tuple[str, ...]]:
    """Yield the actors of each event, and the names in whose set it is."""
    from pyroaring import BitMap

    these = BitMap(position for position, _ in events)
    found = {position: dict.fromkeys(actors) for position, actors in events}
    for organisation, positions in sets.items():
        for position in positions & these:
            found[position][str(organisation)] = None
    return (tuple(found[position]) for position, _ in events)
