"""Changing a field of an event in its text, without touching the rest of it."""

from timeline.editing.yaml.nodes import Entry, Mapping, Node, Scalar, Sequence, TextRange, column_of
from timeline.editing.yaml.rendering import (
    FieldValue,
    after_key,
    field_in_brackets,
    field_lines,
    value_in_brackets,
)
from timeline.editing.yaml.splices import Splice, insertion
from timeline.editing.yaml.structure import Item
from timeline.editing.yaml.styles import Style
from timeline.model import Source
from timeline.readers.yaml import inline, inline_in_list, quoted, source_lines


def field_splices(
    item: Item, key: str, old: FieldValue, new: FieldValue, style: Style
) -> list[Splice]:
    """Return the splices that change a field of an event from `old` to `new`.

    They are positions in the text of the item. A field with an empty value is removed.
    """
    if old == new:
        return []
    entry = item.node.entry(key)
    if entry is None:
        return [_added(item, key, new, style)]
    if not new:
        return [_removed(item, entry)]
    if isinstance(entry.value, Sequence) and not isinstance(new, str) and not isinstance(old, str):
        splices = _list_splices(item, entry.value, tuple(old), tuple(new))
        if splices is not None:
            return splices
    return [_replaced(item, entry, new, style)]


def line_end(text: str, at: int) -> int:
    """Return the position after the line end that follows a position."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _is_json(node: Mapping) -> bool:
    return bool(node.entries) and all(entry.key.style == '"' for entry in node.entries)


def _added(item: Item, key: str, value: FieldValue, style: Style) -> Splice:
    """Return the splice that adds a field after those that precede it in the file's order."""
    node = item.node
    earlier = style.order[: style.order.index(key)]
    before = [entry for entry in node.entries if entry.key.value in earlier]
    if node.is_flow:
        field = field_in_brackets(key, value, as_json=_is_json(node))
        if before:
            return insertion(before[-1].end, f", {field}")
        return insertion(node.span.start + 1, f"{field}, ")
    column = column_of(item.text, node.span.start)
    lines = field_lines(key, value, column, style)
    if not before:
        return insertion(node.span.start, lines[column:] + " " * column)
    at = line_end(item.text, before[-1].end)
    if not item.text[:at].endswith("\n"):
        return insertion(at, "\n" + lines.rstrip("\n"))
    return insertion(at, lines)


def _removed(item: Item, entry: Entry) -> Splice:
    text, entries = item.text, item.node.entries
    place = entries.index(entry)
    following = entries[place + 1].key.span.start if place + 1 < len(entries) else None
    if place == 0 and following is not None:
        return Splice(TextRange(entry.key.span.start, following), "")
    if item.node.is_flow:
        return Splice(TextRange(entries[place - 1].end, entry.end), "")
    return Splice(
        TextRange(text.rfind("\n", 0, entry.key.span.start) + 1, line_end(text, entry.end)), ""
    )


def _replaced(item: Item, entry: Entry, value: FieldValue, style: Style) -> Splice:
    """Return the splice that replaces the whole value of a field."""
    node, key = item.node, entry.key
    if node.is_flow:
        return Splice(entry.value.span, value_in_brackets(value, as_json=_is_json(node)))
    if isinstance(value, str) and isinstance(entry.value, Scalar) and "\n" not in value:
        if entry.value.style == "'" and value.isprintable():
            return Splice(entry.value.span, "'" + value.replace("'", "''") + "'")
        if entry.value.style == '"':
            return Splice(entry.value.span, quoted(value))
    colon = item.text.index(":", key.span.end) + 1
    column = column_of(item.text, item.node.span.start)
    return Splice(
        TextRange(colon, entry.value.span.end), after_key(key.value, value, column, style)
    )


def _list_splices(
    item: Item, node: Sequence, old: tuple[str | Source, ...], new: tuple[str | Source, ...]
) -> list[Splice] | None:
    """Return the splices that remove items of a list and add others at its end.

    Return None if that cannot make the new list, or if the items are not those of `old`.
    """
    kept = [one for one in old if one in new]
    added = new[len(kept) :]
    if tuple(kept) != new[: len(kept)] or len(node.items) != len(old) or not kept:
        return None
    first = old.index(kept[0])
    splices = [
        _without_item(item.text, node, number, is_before=number < first)
        for number, one in enumerate(old)
        if one not in new
    ]
    if added:
        splices.append(_with_items(item, node, added))
    return splices


def _without_item(text: str, node: Sequence, number: int, *, is_before: bool) -> Splice:
    """Return the splice that removes an item. `is_before` means that it precedes all that stay."""
    one = node.items[number]
    if not node.is_flow:
        dash = text.rfind("-", 0, one.span.start)
        return Splice(TextRange(text.rfind("\n", 0, dash) + 1, line_end(text, one.span.end)), "")
    if is_before:
        return Splice(TextRange(one.span.start, node.items[number + 1].span.start), "")
    return Splice(TextRange(node.items[number - 1].span.end, one.span.end), "")


def _with_items(item: Item, node: Sequence, added: tuple[str | Source, ...]) -> Splice:
    last: Node = node.items[-1]
    if node.is_flow:
        json = isinstance(last, Scalar) and last.style == '"' and _is_json(item.node)
        more = value_in_brackets(tuple(added), as_json=json)[1:-1]  # type: ignore[arg-type]
        return insertion(last.span.end, f", {more}")
    text = item.text
    column = column_of(text, text.rfind("-", 0, last.span.start))
    lines = "".join(
        f"{' ' * column}- {inline(one)}\n"
        if isinstance(one, str)
        else "".join(source_lines([one], column))
        for one in added
    )
    at = line_end(text, last.span.end)
    if not text[:at].endswith("\n"):
        return insertion(at, "\n" + lines.rstrip("\n"))
    return insertion(at, lines)


def replaced_name(node: Scalar, name: str, *, in_brackets: bool) -> Splice:
    """Return the splice that replaces a name, in the quotes that it has."""
    if node.style == "'" and name.isprintable():
        return Splice(node.span, "'" + name.replace("'", "''") + "'")
    if node.style == '"':
        return Splice(node.span, quoted(name))
    return Splice(node.span, inline_in_list(name) if in_brackets else inline(name))
