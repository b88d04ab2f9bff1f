"""The order of the keys of an event in its text."""

from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from timeline.editing.yaml import KEYS, Alias, Item, Mapping, Node, column_of, line_end
from timeline.editing.yaml import Sequence as List


def can_be_ordered(item: Item) -> bool:
    """Return whether the keys of an event can be put in another order.

    Each must begin a line, without comments between their values, and without aliases, which might
    come before their anchors. An unknown key stays below the one that it follows.
    """
    node, text = item.node, item.text
    if node.is_flow or not node.entries or node.entries[0].key.value not in KEYS:
        return False
    between = (
        text[line_end(text, one.end) : other.key.span.start]
        for one, other in pairwise(node.entries)
    )
    return not any(map(str.strip, between)) and not _has_alias(node)


def have_one_order(items: Iterable[Item]) -> bool:
    """Return whether there is an order of keys that all events have."""
    after: dict[str, set[str]] = {}
    for item in items:
        for one, other in pairwise(_known(item)):
            after.setdefault(other, set()).add(one)
    try:
        TopologicalSorter(after).prepare()
    except CycleError:
        return False
    return True


def ordered(item: Item, order: Sequence[str]) -> str:
    """Return the text of an event with its keys in this order, which names all known keys."""
    keys, text, first = _known(item), item.text, item.node.span.start
    if sorted(keys, key=order.index) == keys:
        return text
    margin = " " * column_of(text, first)
    starts = [
        text.rfind("\n", 0, entry.key.span.start) + 1
        for entry in item.node.entries
        if entry.key.value in keys
    ]
    end = line_end(text, item.node.entries[-1].end)
    # The last line of a file may have no end.
    missing = "" if text[:end].endswith("\n") else "\r\n" if "\r\n" in text else "\n"
    parts = [text[start:stop] for start, stop in pairwise([*starts[1:], end])]
    parts = [margin + text[first : [*starts, end][1]], *parts]
    parts[-1] += missing
    lines = "".join(parts[keys.index(key)] for key in sorted(keys, key=order.index))
    return text[:first] + lines[len(margin) :].removesuffix(missing) + text[end:]


def _known(item: Item) -> list[str]:
    return [entry.key.value for entry in item.node.entries if entry.key.value in KEYS]


def _has_alias(node: Node) -> bool:
    if isinstance(node, Mapping):
        return any(_has_alias(entry.value) for entry in node.entries)
    if isinstance(node, List):
        return any(map(_has_alias, node.items))
    return isinstance(node, Alias)
