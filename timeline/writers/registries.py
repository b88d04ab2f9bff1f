"""The actors and tags that an export needs from the registries."""

from timeline.analysis import facet_counts
from timeline.index import acted_for_by
from timeline.model import Actor, Facet, Tag
from timeline.writers.losses import (
    DESCRIPTION,
    QUESTIONS,
    REGISTERED_ACTORS,
    REGISTERED_TAGS,
    TITLE,
)
from timeline.writers.writing import Export


def actors_of(export: Export) -> list[Actor]:
    """Return the actors that the events name, and those they act for, be it at another time."""
    counts = facet_counts(export.found, Facet.ACTOR)
    found = [str(one.value) for one in counts if one.value is not None]
    names = dict.fromkeys([*found, *acted_for_by(export.timeline.index, found)])
    return [export.timeline.actor(name) for name in names]


def tags_of(export: Export) -> list[Tag]:
    """Return the tags of the events."""
    return [export.timeline.tag(name) for name in export.found.names(Facet.TAG)]


def names_of(export: Export, facet: Facet) -> tuple[str, ...]:
    """Return the names that the events have of one kind, such as places, sorted."""
    counts = facet_counts(export.found, facet)
    return tuple(sorted(str(one.value) for one in counts if one.value is not None))


def lose_heading(export: Export) -> None:
    """Count the title and the description of the chronology as lost."""
    if export.timeline.title:
        export.losses.add(TITLE)
    if export.timeline.description:
        export.losses.add(DESCRIPTION)


def lose_registries(export: Export) -> None:
    """Count as lost what the registries say about actors and tags, and the saved questions."""
    for actor in actors_of(export):
        if actor != Actor(actor.id, actor.id):
            export.losses.add(REGISTERED_ACTORS, actor.id)
    for tag in tags_of(export):
        if tag != Tag(tag.id):
            export.losses.add(REGISTERED_TAGS, tag.id)
    for name in export.timeline.questions:
        export.losses.add(QUESTIONS, name)
