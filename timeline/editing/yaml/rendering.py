"""Writing the fields of an event in the style of a file."""

from collections.abc import Iterator

from timeline.editing.yaml.styles import Style
from timeline.model import Event, Source
from timeline.readers.yaml import (
    date_text,
    flow_list,
    inline,
    inline_in_list,
    long_text,
    quoted,
    source_lines,
)

FieldValue = str | tuple[str, ...] | tuple[Source, ...]
"""The value of a field: a text, a list of texts, or a list of sources."""


def event_lines(event: Event, style: Style, *, with_id: bool) -> str:
    """Return an event as an item of a block list, with the line ends of Unix."""
    fields = []
    for key in style.order:
        value = field_of(event, key)
        if value and (key != "id" or with_id):
            fields.append(field_lines(key, value, style.column, style))
    text = "".join(fields)
    return f"{' ' * style.dash}-{' ' * style.gap}{text[style.column :]}"


def field_of(event: Event, key: str) -> FieldValue:
    """Return the value of a field as it is written."""
    value: FieldValue = event.date.text if key == "date" else getattr(event, key)
    return value


def field_lines(key: str, value: FieldValue, column: int, style: Style) -> str:
    """Return the lines of a field whose key has `column` spaces before it."""
    return f"{' ' * column}{key}:{after_key(key, value, column, style)}\n"


def after_key(key: str, value: FieldValue, column: int, style: Style) -> str:
    """Return what follows a key and its colon, without the end of the last line."""
    if isinstance(value, str):
        if key == "summary":
            return long_text(value, column + 2)
        return f" {date_text(value) if key == 'date' else inline(value)}"
    if key == "sources":
        lines = source_lines([one for one in value if isinstance(one, Source)], column + style.item)
        return "\n" + "".join(lines).rstrip("\n")
    texts = [one for one in value if isinstance(one, str)]
    if key in style.blocks:
        margin = " " * (column + style.item)
        return "".join(f"\n{margin}- {inline(text)}" for text in texts)
    return f" {flow_list(texts)}"


def event_in_brackets(event: Event, *, with_id: bool, as_json: bool) -> str:
    """Return an event as a mapping in braces, in one line."""
    fields = []
    for key in Event.__struct_fields__:
        value = field_of(event, key)
        if value and (key != "id" or with_id):
            fields.append(field_in_brackets(key, value, as_json=as_json))
    return f"{{{', '.join(fields)}}}"


def field_in_brackets(key: str, value: FieldValue, *, as_json: bool) -> str:
    """Return a field of a mapping in braces."""
    return f"{quoted(key) if as_json else key}: {value_in_brackets(value, as_json=as_json)}"


def value_in_brackets(value: FieldValue, *, as_json: bool) -> str:
    """Return a value that stands in brackets."""
    text = quoted if as_json else inline_in_list
    if isinstance(value, str):
        return text(value)
    return f"[{', '.join(_items(value, as_json=as_json))}]"


def _items(value: tuple[str, ...] | tuple[Source, ...], *, as_json: bool) -> Iterator[str]:
    for one in value:
        if isinstance(one, Source):
            parts = {key: getattr(one, key) for key in Source.__struct_fields__}
            fields = (
                field_in_brackets(key, part, as_json=as_json) for key, part in parts.items() if part
            )
            yield f"{{{', '.join(fields)}}}"
        else:
            yield value_in_brackets(one, as_json=as_json)
