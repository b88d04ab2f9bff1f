"""Rules about the registries: actors and tags that no event names, and misspelt tags."""

from collections import defaultdict
from collections.abc import Iterator

from timeline.index import Index
from timeline.model import Facet
from timeline.rules.rule import Entry, Finding
from timeline.text import visible

_FEWEST_LETTERS = 5
_TIMES_AS_COMMON = 5


def orphan_actor(index: Index) -> Iterator[Finding]:
    """Find each actor that no event names and for which nobody in an event acts."""
    return _unused(index, Facet.ACTOR, "names the actor", "or anyone who acts for it")


def unused_tag(index: Index) -> Iterator[Finding]:
    """Find each tag of the registry that no event has."""
    return _unused(index, Facet.TAG, "has the tag", "")


def _unused(index: Index, facet: Facet, has: str, more: str) -> Iterator[Finding]:
    rows = index.rows(
        f"SELECT id FROM {facet} WHERE listed AND NOT EXISTS "
        f"(SELECT 1 FROM bitmap WHERE facet = '{facet}' AND value = id AND events) ORDER BY rowid",
    )
    for (name,) in rows:
        message = " ".join(filter(None, [f"no event {has} '{visible(name)}'", more]))
        yield Finding(f"{message}: use it or delete it", Entry(facet, name))


def tag_typo(index: Index) -> Iterator[Finding]:
    """Find rare tags that differ by one letter from a common one, in files without a registry.

    With a registry, a tag that is not in it is reported when the file is read.
    """
    if index.has_registry("tag"):
        return
    counts = {
        name: count
        for name, count in index.bitmaps.count(Facet.TAG).items()
        if isinstance(name, str) and len(name) >= _FEWEST_LETTERS
    }
    by_part = defaultdict(list)
    for name in counts:
        for part in _parts(name):
            by_part[part].append(name)
    for name, count in counts.items():
        near = {other for part in _parts(name) for other in by_part[part]} - {name}
        common = [
            other
            for other in near
            if counts[other] >= _TIMES_AS_COMMON * count and _is_one_letter_off(name, other)
        ]
        if common:
            other = max(common, key=lambda one: (counts[one], one))
            yield Finding(
                f"tag '{visible(name)}' is one letter away from '{visible(other)}', which "
                f"{counts[other]:,} events have: is it the same?",
                _first_event(index, name),
            )


def _parts(name: str) -> set[str]:
    """Return a name, and what is left of it without each of its letters.

    Names that are one letter apart have one of these in common.
    """
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _is_one_letter_off(one: str, other: str) -> bool:
    """Return whether a letter, not a digit, is added, left out, replaced or swapped."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        rest, other_rest = sorted((one, other), key=len)[1][min(len(one), len(other)) :], ""
    else:
        rest, other_rest = one[start:], other[start:]
        while rest and other_rest and rest[-1] == other_rest[-1]:
            rest, other_rest = rest[:-1], other_rest[:-1]
    if any(c.isdigit() for c in rest + other_rest):
        return False
    is_swapped = len(rest) == 2 and rest == other_rest[::-1]
    return is_swapped or (len(rest) <= 1 and len(other_rest) <= 1)


def _first_event(index: Index, tag: str) -> int:
    sql = (
        "SELECT min(event) FROM event_name WHERE name = "
        "(SELECT number FROM name WHERE kind = 'tag' AND name = ?)"
    )
    return int(index.value(sql, tag))
