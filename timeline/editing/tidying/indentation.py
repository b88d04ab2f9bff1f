"""The spaces before the keys of an event, and before the items of its lists."""

import re

from timeline.editing.yaml import (
    Item,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    column_of,
    line_end,
    node_of,
)


def indented(item: Item, text: str, style: Style) -> str:
    """Return the text of an event with the indentation of a style, as far as that is safe.

    `item` is the event in the file; `text` may have its keys in another order.
    """
    # Parsing it again takes most of the time, and most events need not be changed.
    node = item.node if text == item.text else _event(text)
    for change in (_with_list_items, _with_gap):
        new = change(text, node, style)
        if new != text and _value(after := _event(new)) == _value(node):
            text, node = new, after
    return text


def _event(text: str) -> Mapping:
    node = node_of(text)
    assert isinstance(node, Sequence)
    event = node.items[0]
    assert isinstance(event, Mapping)
    return event


def _with_list_items(text: str, event: Mapping, style: Style) -> str:
    wanted = column_of(text, event.span.start) + style.item
    # From the last list to the first, so that positions before it remain.
    for key, value in reversed(event.entries):
        if not isinstance(value, Sequence) or value.is_flow or not value.items:
            continue
        by = wanted - column_of(text, text.rfind("-", 0, value.items[0].span.start))
        start, end = line_end(text, key.span.end), line_end(text, value.span.end)
        text = text[:start] + _shifted(text[start:end], by) + text[end:]
    return text


def _with_gap(text: str, event: Mapping, style: Style) -> str:
    """Return the text with the keys in the column of the style, if the first follows the dash."""
    dash, start = text.index("-"), event.span.start
    if text[dash + 1 : start].strip(" ") or "\n" in text[dash:start]:
        return text
    end = line_end(text, start)
    first = f"{text[: dash + 1]}{' ' * style.gap}{text[start:end]}"
    return first + _shifted(text[end:], style.gap - (start - dash - 1))


def _shifted(text: str, by: int) -> str:
    """Return lines moved to the right or, where they have the room, to the left."""
    if by < 0:
        return re.sub(rf"^ {{{-by}}}", "", text, flags=re.MULTILINE)
    return re.sub(r"^(?=[^\n]*\S)", " " * by, text, flags=re.MULTILINE)


def _value(node: Node) -> object:
    if isinstance(node, Mapping):
        return [(entry.key.value, _value(entry.value)) for entry in node.entries]
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None
