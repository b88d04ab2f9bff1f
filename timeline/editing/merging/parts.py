"""Merging the parts of three versions of a text: a base, ours and theirs."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from timeline.editing.merging.order import order_of
from timeline.editing.merging.tree import Brackets, Group, Kid, Part, UnmergeableError

Precedes = Callable[[str, str], bool]
"""Whether the part with one key comes before that with another, where order does not say."""


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


def merged(base: Part | None, ours: Part, theirs: Part, side: Side) -> Merged:
    """Return the merged text of a part. Raises UnmergeableError."""
    if ours.text == theirs.text or (base and base.text == theirs.text):
        return Merged(ours.text)
    if base and base.text == ours.text:
        return Merged(theirs.text)
    if isinstance(ours, Group) and isinstance(theirs, Group):
        return _merged_groups(base if isinstance(base, Group) else None, ours, theirs, side)
    if isinstance(ours, Brackets) and isinstance(theirs, Brackets) and isinstance(base, Brackets):
        return _merged_brackets(base, ours, theirs, side)
    return Merged((ours if side.is_ours else theirs).text, False)


def _merged_groups(base: Group | None, ours: Group, theirs: Group, side: Side) -> Merged:
    head = _merged_text(base and base.head, ours.head, theirs.head, side)
    dash = _merged_text(base and base.dash, ours.dash, theirs.dash, side)
    before, own, other = (
        {kid.key: kid for kid in group.kids} if group else {} for group in (base, ours, theirs)
    )
    order = order_of([*before], [*own], [*other], side.precedes)
    usual = _usual_blank(ours)
    pieces: list[tuple[str, str | None]] = []
    is_clean = head.is_clean and dash.is_clean
    for key in order:
        kids = (before.get(key), own.get(key), other.get(key))
        if ours.marks:
            text = _marked(key, *kids, side)
        else:
            found = _merged_kids(*kids, side)
            text, is_clean = found.text, is_clean and found.is_clean
        if text:
            pieces.append((text, _blank(*kids)))
    lines = "".join(
        f"{text}{(usual if blank is None else blank) if number < len(pieces) else ''}"
        for number, (text, blank) in enumerate(pieces, 1)
    )
    if lines[: len(dash.text)].strip(" "):
        raise UnmergeableError
    text = f"{head.text}{dash.text}{lines[len(dash.text) :]}"
    if ours.marks and not is_clean:
        # The head of all is not a place that can be marked.
        raise UnmergeableError
    return Merged(text, is_clean)


def _merged_kids(base: Kid | None, ours: Kid | None, theirs: Kid | None, side: Side) -> Merged:
    if ours and theirs:
        return merged(base.part if base else None, ours.part, theirs.part, side)
    kept = ours or theirs
    if kept is None:
        return Merged("")
    if base is None:
        return Merged(kept.part.text)
    if kept.part.text == base.part.text:
        return Merged("")
    # One side changed it, and the other removed it.
    return Merged(kept.part.text if side.is_ours == bool(ours) else "", False)


def _marked(key: str, base: Kid | None, ours: Kid | None, theirs: Kid | None, side: Side) -> str:
    """Return the merged text of a part, or both texts between markers, as git writes them."""
    one = _merged_kids(base, ours, theirs, side._replace(is_ours=True))
    if one.is_clean:
        return one.text
    other = _merged_kids(base, ours, theirs, side._replace(is_ours=False))
    side.conflicts.append(key)
    count = side.marks
    return f"{'<' * count} ours\n{one.text}{'=' * count}\n{other.text}{'>' * count} theirs\n"


def _merged_text(base: str | None, ours: str, theirs: str, side: Side) -> Merged:
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    return Merged(ours if side.is_ours else theirs, False)


def _merged_brackets(base: Brackets, ours: Brackets, theirs: Brackets, side: Side) -> Merged:
    head = _merged_text(base.head, ours.head, theirs.head, side)
    tail = _merged_text(base.tail, ours.tail, theirs.tail, side)
    held = set(base.items)
    both = set(ours.items) & set(theirs.items)
    # An item stays if neither side removed it.
    items = [
        item
        for item in order_of(base.items, ours.items, theirs.items, side.precedes)
        if item in both or item not in held
    ]
    is_clean = head.is_clean and tail.is_clean and bool(items)
    return Merged(f"{head.text}{', '.join(items)}{tail.text}", is_clean)


def _blank(base: Kid | None, ours: Kid | None, theirs: Kid | None) -> str | None:
    """Return the empty lines after a part, None if it is the last one on its side."""
    own, other = ours and ours.blank, theirs and theirs.blank
    if own is None or (base and base.blank == own):
        return own if other is None else other
    return own


def _usual_blank(group: Group) -> str:
    counts = Counter(kid.blank for kid in group.kids if kid.blank is not None)
    return str(counts.most_common(1)[0][0]) if counts else ""
