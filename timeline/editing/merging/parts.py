"""Merging the parts of three versions of a text: a base, ours and theirs."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from timeline.editing.merging.order import order_of
from timeline.editing.merging.tree import Group, Part, UnmergeableError

Precedes = Callable[[str, str], bool]
"""Whether the part with one key comes before that with another, where order does not say."""

_EVENTS = "events"


class Side(NamedTuple):
    """How to merge: whose text stands where both changed the same, and how to mark a conflict.

    `marks` is the number of signs in a marker. `conflicts` collects the keys of marked parts.
    """

    is_ours: bool
    marks: int
    precedes: Precedes
    conflicts: list[str]


class Merged(NamedTuple):
    """A merged text; `is_clean` is false if both sides changed the same thing differently."""

    text: str
    is_clean: bool = True


def merged_groups(base: Group | None, ours: Group, theirs: Group, side: Side) -> Merged:
    """Return the merged text of a group. Raises UnmergeableError."""
    head = _merged_text(base and base.head, ours.head, theirs.head, side)
    tail = _merged_text(base and base.tail, ours.tail, theirs.tail, side)
    dash = _merged_text(base and base.dash, ours.dash, theirs.dash, side)
    before, own, other = (
        {part.key: part for part in group.parts} if group else {} for group in (base, ours, theirs)
    )
    pieces: list[tuple[str, str | None]] = []
    is_clean = head.is_clean and tail.is_clean and dash.is_clean
    for key in order_of([*before], [*own], [*other], side.precedes):
        parts = (before.get(key), own.get(key), other.get(key))
        if ours.marks:
            text = _marked(key, *parts, side)
        else:
            found = _merged_part(*parts, side)
            text, is_clean = found.text, is_clean and found.is_clean
        if text:
            pieces.append((text, _after(*parts)))
    usual = _usual_after(ours, theirs)
    lines = "".join(
        f"{text}{(usual if after is None else after) if number < len(pieces) else ''}"
        for number, (text, after) in enumerate(pieces, 1)
    )
    if lines[: len(dash.text)].strip(" "):
        raise UnmergeableError
    if ours.marks and not is_clean:
        # The head of all is not a place that can be marked.
        raise UnmergeableError
    return Merged(f"{head.text}{dash.text}{lines[len(dash.text) :]}{tail.text}", is_clean)


def _merged_part(base: Part | None, ours: Part | None, theirs: Part | None, side: Side) -> Merged:
    if ours and theirs:
        return _merged_both(base, ours, theirs, side)
    kept = ours or theirs
    if kept is None:
        return Merged("")
    if base is None:
        return Merged(kept.text)
    if kept.text == base.text:
        return Merged("")
    # One side changed it, and the other removed it.
    return Merged(kept.text if side.is_ours == bool(ours) else "", False)


def _merged_both(base: Part | None, ours: Part, theirs: Part, side: Side) -> Merged:
    text = _merged_text(base and base.text, ours.text, theirs.text, side)
    if text.is_clean:
        return text
    own, other = ours.opened(), theirs.opened()
    if own is None or other is None or own.is_flow != other.is_flow:
        return text
    before = base.opened() if base else None
    if before is not None and before.is_flow != own.is_flow:
        return text
    return merged_groups(before, own, other, side)


def _marked(key: str, base: Part | None, ours: Part | None, theirs: Part | None, side: Side) -> str:
    """Return the merged text of a part, or both texts between markers, as git writes them."""
    one = _merged_part(base, ours, theirs, side._replace(is_ours=True))
    if one.is_clean:
        return one.text
    if key == _EVENTS:
        # The list is in brackets, and a marker around all events would help nobody.
        raise UnmergeableError
    other = _merged_part(base, ours, theirs, side._replace(is_ours=False))
    side.conflicts.append(key)
    count = side.marks
    return f"{'<' * count} ours\n{one.text}{'=' * count}\n{other.text}{'>' * count} theirs\n"


def _merged_text(base: str | None, ours: str, theirs: str, side: Side) -> Merged:
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    return Merged(ours if side.is_ours else theirs, False)


def _after(base: Part | None, ours: Part | None, theirs: Part | None) -> str | None:
    """Return the text between a part and the next one, None if it is the last one on its side."""
    own, other = ours and ours.after, theirs and theirs.after
    if own is None or (base and base.after == own):
        return own if other is None else other
    return own


def _usual_after(ours: Group, theirs: Group) -> str:
    counts = Counter(
        part.after for group in (ours, theirs) for part in group.parts if part.after is not None
    )
    if counts:
        return counts.most_common(1)[0][0]
    return ", " if ours.is_flow else ""
