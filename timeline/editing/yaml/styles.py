"""How a file writes its events: the order of keys, lists, and the space between events."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Sequence as Numbered
from itertools import combinations
from typing import NamedTuple, TypeVar

from timeline.editing.yaml.extents import comments_above
from timeline.editing.yaml.nodes import Mapping, Sequence, column_of
from timeline.editing.yaml.structure import Item, Structure
from timeline.model import Event

KEYS = Event.__struct_fields__
"""The keys of an event, in the order in which an export writes them."""

_SAMPLE = 20
_Value = TypeVar("_Value", bound=Hashable)


class Style(NamedTuple):
    """How events are written.

    `order` are the keys in order. `blocks` are the lists whose items stand on lines of their own.
    `dash` is the number of spaces before the dash of an event, and `gap` that after it. `item` is
    the number of spaces before the dash of an item, beyond those before the key of its list.
    `between` is the empty lines between two events. `has_ids` means that events have an id of their
    own.
    """

    order: tuple[str, ...] = KEYS
    blocks: frozenset[str] = frozenset({"sources"})
    dash: int = 2
    gap: int = 1
    item: int = 2
    between: str = ""
    has_ids: bool = True

    @property
    def column(self) -> int:
        """The number of spaces before a key of an event."""
        return self.dash + 1 + self.gap


def style_of(text: str, structure: Structure, near: int = 0) -> Style:
    """Return the style of a file, as the events around number `near` show it."""
    count = len(structure.bounds)
    first = max(0, min(near - _SAMPLE // 2, count - _SAMPLE))
    items = [structure.item(text, number) for number in range(first, min(first + _SAMPLE, count))]
    return common_style(text, structure, items, first)


def common_style(text: str, structure: Structure, items: Numbered[Item], first: int = 0) -> Style:
    """Return the style that most events have of those that follow each other from number `first`.

    `items` are these events.
    """
    if structure.indent is None:
        return Style()
    count = len(structure.bounds)
    blocks = [item for item in items if not item.node.is_flow]
    if not blocks:
        return Style(dash=structure.indent)
    after = [
        _gap_below(text, item.span.end, structure.bounds[first + n].end)
        for n, item in enumerate(items)
    ]
    lists = [one for item in blocks for one in _lists(item.node)]
    return Style(
        order=_order(item.node for item in blocks),
        blocks=frozenset(
            key
            for key in KEYS
            if _most([not node.is_flow for name, node in lists if name == key], key == "sources")
        ),
        dash=structure.indent,
        gap=_most([_gap(item) for item in blocks], 1),
        item=_most([_item_indent(item, node) for item in blocks for _, node in _blocks(item)], 2),
        between=_most([one for one in after[: count - first - 1] if not one.strip()], ""),
        has_ids=2 * sum(item.node.entry("id") is not None for item in blocks) >= len(blocks),
    )


def _most(values: Iterable[_Value], otherwise: _Value) -> _Value:
    """Return the most frequent value, or `otherwise` if there is none."""
    counts = Counter(values).most_common(1)
    return counts[0][0] if counts else otherwise


def _lists(event: Mapping) -> Iterator[tuple[str, Sequence]]:
    for entry in event.entries:
        if isinstance(entry.value, Sequence) and entry.value.items:
            yield entry.key.value, entry.value


def _blocks(item: Item) -> Iterator[tuple[str, Sequence]]:
    return ((key, node) for key, node in _lists(item.node) if not node.is_flow)


def _gap_below(text: str, start: int, dash: int) -> str:
    """Return what is between an event and the next one with the comments that belong to it."""
    return text[start : comments_above(text, start, dash)].replace("\r\n", "\n")


def _gap(item: Item) -> int:
    return column_of(item.text, item.node.span.start) - item.text.index("-") - 1


def _item_indent(item: Item, node: Sequence) -> int:
    dash = item.text.rfind("-", 0, node.items[0].span.start)
    return max(0, column_of(item.text, dash) - column_of(item.text, item.node.span.start))


def _order(events: Iterable[Mapping]) -> tuple[str, ...]:
    """Return the keys in the order of an export, unless most of the events say otherwise."""
    pairs: Counter[tuple[str, str]] = Counter()
    for event in events:
        pairs.update(combinations([entry.key.value for entry in event.entries], 2))
    order: list[str] = []
    for key in KEYS:
        later = (n for n, one in enumerate(order) if pairs[key, one] > pairs[one, key])
        order.insert(next(later, len(order)), key)
    return tuple(order)
