"""The ids in the registries of files, and the names in events that are not among them."""

from collections.abc import Iterator, Mapping

from timeline.readers import Entry, ListedActor, ListedTag, Registry

Listed = Mapping[str, set[str]]
"""The ids in the registries so far, by `actor` and `tag`; a kind without a registry is missing."""


def kind_of_registry(key: str) -> str:
    """Return the kind that a registry lists, `actor` for `actors`, say."""
    return key.removesuffix("s")


def note_listed(listed: dict[str, set[str]], item: object) -> None:
    """Add to `listed` what an item of a file lists."""
    match item:
        case Registry(key):
            listed.setdefault(kind_of_registry(key), set())
        case ListedActor(actor):
            listed["actor"].add(actor.id)
        case ListedTag(tag):
            listed["tag"].add(tag.id)


def unlisted(entry: Entry, listed: Listed) -> Iterator[tuple[str, str, int, int]]:
    """Yield the kind, name, line and column of each name of an event that is in no registry.

    Kinds without a registry are skipped, because most files have none.
    """
    event = entry.event
    for kind, names, places in (
        ("actor", event.actors, entry.actors_at),
        ("tag", event.tags, entry.tags_at),
    ):
        known = listed.get(kind)
        if known is not None and not known.issuperset(names):
            for name, place in zip(names, places, strict=True):
                if name not in known:
                    yield kind, name, place.line, place.column
