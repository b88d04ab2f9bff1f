"""Opening the text of a chronology: its keys, its events, and their fields."""

from collections.abc import Iterable, Sequence
from functools import partial

from timeline.editing.merging.cutting import Cut, cut_brackets, cut_lines, line_end
from timeline.editing.merging.tree import Group, UnmergeableError
from timeline.editing.yaml import Entry, Mapping, Node, Scalar, node_of
from timeline.editing.yaml import Sequence as ListNode
from timeline.readers import Layout

_EVENTS = "events"
_REGISTRIES = ("actors", "tags")


def group_of(text: str, keys: Sequence[str], layout: Layout | None) -> Group:
    """Return the parts of a file, which must be valid and end with a line that is not empty.

    `keys` are those of its events, in order. With its layout, only events that both sides changed
    are parsed. Raises UnmergeableError.
    """
    blocks: list[Cut] = []
    if layout is None:
        root = node_of(text)
    else:
        blocks = _blocks(text, keys, layout)
        if not layout.key:
            return cut_lines(text, 0, 0, blocks, marks=True, is_list=True)
        root = node_of(text[: text.rfind("\n", 0, blocks[0].start) + 1])
    if isinstance(root, ListNode):
        group = _cut(root, _events(root, keys), 0, text, 0, marks=True)
    elif isinstance(root, Mapping):
        group = _cut(root, _keys(root, keys, blocks), 0, text, 0, marks=True)
    else:
        group = None
    if group is None:
        raise UnmergeableError
    return group


def _events(node: ListNode, keys: Iterable[str]) -> list[Cut]:
    return [
        Cut(key, item.span.start, item.span.end, partial(_event, item))
        for key, item in zip(keys, node.items, strict=True)
    ]


def _keys(root: Mapping, keys: Sequence[str], blocks: Sequence[Cut]) -> list[Cut]:
    return [
        Cut(entry.key.value, entry.key.span.start, entry.end, partial(_top, entry, keys, blocks))
        for entry in root.entries
    ]


def _blocks(text: str, keys: Iterable[str], layout: Layout) -> list[Cut]:
    """Return the events of a file, each with the lines up to the next one."""
    starts = [0]
    while found := text.find("\n", starts[-1]) + 1:
        starts.append(found)
    firsts = [starts[line - 1] for line in layout.lines]
    dash = " " * layout.indent + "-"
    if not all(text.startswith(dash, first) for first in firsts):
        raise UnmergeableError
    return [
        Cut(key, first + len(dash), _end_of_block(text, first, next_first), _event_in_block)
        for key, first, next_first in zip(keys, firsts, [*firsts[1:], len(text)], strict=True)
    ]


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where an event ends, whose lines may have comments on the next event below them."""
    last_line = text.rfind("\n", start, end - 1) + 1
    if text[last_line:end].lstrip(" \t").startswith("#"):
        return start + _event_of(text[start:end]).span.end
    return end


def _event_of(text: str) -> Node:
    node = node_of(text)
    if not isinstance(node, ListNode) or len(node.items) != 1:
        raise UnmergeableError
    return node.items[0]


def _event_in_block(text: str, _: int) -> Group | None:
    return _event(_event_of(text), text, 0)


def _top(
    entry: Entry, keys: Sequence[str], blocks: Sequence[Cut], text: str, start: int
) -> Group | None:
    """Open a key of the file and its value. `blocks` are the events if they are not parsed."""
    head_end = line_end(text, entry.key.span.end - start)
    if entry.key.value == _EVENTS and blocks:
        return cut_lines(text, start, head_end, blocks, marks=True, is_list=True)
    if entry.key.value == _EVENTS and isinstance(entry.value, ListNode):
        return _cut(entry.value, _events(entry.value, keys), head_end, text, start, marks=True)
    group = _field(entry, text, start)
    if group is not None and entry.key.value in _REGISTRIES and not group.is_flow:
        return group._replace(marks=True)
    return group


def _event(node: Node, text: str, start: int) -> Group | None:
    if not isinstance(node, Mapping) or node.is_flow:
        return _value(node, 0, text, start)
    first = node.span.start - start
    line = text.rfind("\n", 0, first) + 1
    dash = text[line:first]
    if dash.strip(" ") != "-":
        return None
    spaced = f"{text[:line]}{' ' * len(dash)}{text[first:]}"
    return cut_lines(spaced, start, line, _fields(node))._replace(dash=dash)


def _fields(node: Mapping) -> list[Cut]:
    return [
        Cut(entry.key.value, entry.key.span.start, entry.end, partial(_field, entry))
        for entry in node.entries
    ]


def _field(entry: Entry, text: str, start: int) -> Group | None:
    return _value(entry.value, line_end(text, entry.key.span.end - start), text, start)


def _value(node: Node, head_end: int, text: str, start: int) -> Group | None:
    """Open a value in a text whose head, if the value is not in brackets, ends at a position."""
    if isinstance(node, Mapping) and node.entries:
        return _cut(node, _fields(node), head_end, text, start)
    if isinstance(node, ListNode) and node.items:
        keys = [_key_of(text, start, item) for item in node.items]
        # What has the same key as another is known by all of its text.
        cuts = [
            Cut(
                key if keys.count(key) == 1 else _text_of(text, start, item),
                item.span.start,
                item.span.end,
            )
            for key, item in zip(keys, node.items, strict=True)
        ]
        return _cut(node, cuts, head_end, text, start)
    return None


def _cut(
    node: Mapping | ListNode,
    cuts: Sequence[Cut],
    head_end: int,
    text: str,
    start: int,
    *,
    marks: bool = False,
) -> Group | None:
    if node.is_flow:
        return cut_brackets(text, start, cuts)
    is_list = isinstance(node, ListNode)
    return cut_lines(text, start, head_end, cuts, marks=marks, is_list=is_list)


def _key_of(text: str, start: int, item: Node) -> str:
    """Return the key of an item of a list: its address, title or id, or its text."""
    if isinstance(item, Mapping):
        for name in ("url", "title", "id"):
            entry = item.entry(name)
            if entry is not None and isinstance(entry.value, Scalar) and entry.value.value:
                return f"{name} {entry.value.value}"
    return _text_of(text, start, item)


def _text_of(text: str, start: int, item: Node) -> str:
    return text[item.span.start - start : item.span.end - start]
