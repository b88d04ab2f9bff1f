"""The text of a chronology as a tree of parts that can be merged one by one."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from timeline.editing.merging.order import comment_key
from timeline.editing.nodes import Entry, Mapping, Node, Scalar, node_of
from timeline.editing.nodes import Sequence as ListNode

_REGISTRIES = ("actors", "tags")


class UnmergeableError(Exception):
    """A text that is written in a way in which it cannot be merged by event."""


class Leaf(NamedTuple):
    """A text that is merged as a whole."""

    text: str


class Brackets(NamedTuple):
    """A list in brackets: the text before its items, the items, and the text after them."""

    head: str
    items: tuple[str, ...]
    tail: str
    text: str


class Kid(NamedTuple):
    """A part of a group: its key, and the empty lines after it, None if it is the last one."""

    key: str
    part: "Part"
    blank: str | None


class Group(NamedTuple):
    """Parts on lines of their own, after a head.

    `dash` is the text before the first key of an event, with its dash; the first part has as many
    spaces there. `marks` means that a conflict is marked at the part of the group in which it is.
    """

    head: str
    dash: str
    kids: tuple[Kid, ...]
    marks: bool
    text: str


Part = Leaf | Brackets | Group


class _Item(NamedTuple):
    """A part to be: its key, where it begins and ends in the file, and how it is made."""

    key: str
    start: int
    end: int
    make: Callable[[str, int], Part]


def tree_of(text: str, keys: Sequence[str]) -> Group:
    """Return the parts of a file, which must be valid and end with a line that is not empty.

    `keys` are those of its events, in order. Raises UnmergeableError.
    """
    root = node_of(text)
    if isinstance(root, ListNode) and not root.is_flow:
        return Group("", "", (Kid("events", _events(text, 0, 0, root, keys), None),), True, text)
    if not isinstance(root, Mapping) or root.is_flow:
        raise UnmergeableError
    items = [
        _Item(entry.key.value, entry.key.span.start, entry.end, partial(_top, entry, keys))
        for entry in root.entries
    ]
    return _group(text, 0, 0, items, marks=True)


def _top(entry: Entry, keys: Sequence[str], text: str, start: int) -> Part:
    value, head_end = entry.value, _line_end(text, entry.key.span.end - start)
    if entry.key.value == "events" and isinstance(value, ListNode) and not value.is_flow:
        return _events(text, start, head_end, value, keys)
    if entry.key.value in _REGISTRIES and isinstance(value, Mapping) and _is_block(value):
        return _group(text, start, head_end, _fields(value), marks=True)
    return Leaf(text)


def _events(text: str, start: int, head_end: int, node: ListNode, keys: Sequence[str]) -> Group:
    items = [
        _Item(key, item.span.start, item.span.end, partial(_event, item))
        for key, item in zip(keys, node.items, strict=True)
    ]
    return _group(text, start, head_end, items, marks=True, is_list=True)


def _event(node: Node, text: str, start: int) -> Part:
    if not isinstance(node, Mapping) or not _is_block(node):
        return Leaf(text)
    first = node.span.start - start
    line = text.rfind("\n", 0, first) + 1
    dash = text[line:first]
    if dash.strip(" ") != "-":
        return Leaf(text)
    spaced = f"{text[:line]}{' ' * len(dash)}{text[first:]}"
    return _group(spaced, start, line, _fields(node))._replace(dash=dash, text=text)


def _fields(node: Mapping) -> list[_Item]:
    return [
        _Item(entry.key.value, entry.key.span.start, entry.end, partial(_field, entry))
        for entry in node.entries
    ]


def _field(entry: Entry, text: str, start: int) -> Part:
    value, head_end = entry.value, _line_end(text, entry.key.span.end - start)
    if isinstance(value, Mapping) and _is_block(value):
        return _group(text, start, head_end, _fields(value))
    if not isinstance(value, ListNode) or not value.items:
        return Leaf(text)
    if not value.is_flow:
        items = [
            _Item(_key_of(text, start, item), item.span.start, item.span.end, _leaf)
            for item in value.items
        ]
        return _group(text, start, head_end, items, is_list=True)
    if "#" in text or isinstance(value.items[0], Mapping):
        return Leaf(text)
    texts = tuple(text[one.span.start - start : one.span.end - start] for one in value.items)
    first, last = value.items[0].span.start - start, value.items[-1].span.end - start
    return Brackets(text[:first], texts, text[last:], text)


def _leaf(text: str, _: int) -> Part:
    return Leaf(text)


def _is_block(node: Mapping) -> bool:
    return not node.is_flow and bool(node.entries)


def _key_of(text: str, start: int, item: Node) -> str:
    """Return the key of an item of a list: the address or title of a source, or its text."""
    if isinstance(item, Mapping):
        for name in ("url", "title"):
            entry = item.entry(name)
            if entry is not None and isinstance(entry.value, Scalar) and entry.value.value:
                return f"{name} {entry.value.value}"
    return text[item.span.start - start : item.span.end - start]


def _group(
    text: str,
    start: int,
    head_end: int,
    items: Iterable[_Item],
    *,
    marks: bool = False,
    is_list: bool = False,
) -> Group:
    """Return a group whose text begins at `start` in the file, and its head ends at `head_end`.

    Comments directly above a part are a part of their own.
    """
    items = tuple(items)
    cuts, end = [], head_end
    for item in items:
        first = item.start - start
        if is_list:
            first = text.rfind("-", end, first)
        line = text.rfind("\n", 0, first) + 1 if first > 0 else first
        if line < end:
            raise UnmergeableError
        cuts.append((_above(text, end, line), line))
        end = _line_end(text, item.end - start)
    if not cuts or len({item.key for item in items}) < len(items):
        raise UnmergeableError
    comments = Counter(text[at:line] for at, line in cuts)
    kids = []
    for item, (at, line), (after, _) in zip(items, cuts, [*cuts[1:], (len(text), 0)], strict=True):
        if comment := text[at:line]:
            # Of two like comments, each is known by what is below it.
            above = item.key if comments[comment] > 1 else ""
            kids.append(Kid(comment_key(comment, above), Leaf(comment), ""))
        body = text[line : _line_end(text, len(text[:after].rstrip()))]
        blank = text[line + len(body) : after]
        kids.append(Kid(item.key, item.make(body, start + line), blank))
    kids[-1] = kids[-1]._replace(blank=None)
    return Group(text[: cuts[0][0]], "", tuple(kids), marks, text)


def _above(text: str, lowest: int, line: int) -> int:
    """Return where the comments begin that stand directly above a line."""
    while line > lowest:
        before = text.rfind("\n", 0, line - 1) + 1
        if before < lowest or not text[before:line].lstrip(" \t").startswith("#"):
            break
        line = before
    return line


def _line_end(text: str, at: int) -> int:
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
