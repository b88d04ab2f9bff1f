"""Names in front matter: links in the notation of wikis, and tags."""

import re
from collections.abc import Iterator

from timeline.readers.items import Place
from timeline.readers.records import List, Located, Record, Text, Value, place_of
from timeline.text import slug

LISTS = ("actors", "places", "tags", "follows", "sources")
"""The keys of an event whose values are lists of names, ids or sources."""

_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")
_ONLY_LINKS = re.compile(rf"\s*{_LINK.pattern}(?:[\s,]*{_LINK.pattern})*\s*")
_BETWEEN_TAGS = re.compile(r",|\s(?=#)")


def without_links(text: str) -> str:
    """Return a text with each link replaced by what it shows."""
    return _LINK.sub(lambda link: link[2] or _target(link), text)


def named(value: Value, key: str) -> Value:
    """Return the value of a key in LISTS as a list of plain names.

    A link is the name of the note that it leads to. In `follows`, it is the id that an event with
    this title has. Other values are returned as they are.
    """
    if value is None or isinstance(value, Record):
        return value
    items = value.items if isinstance(value, List) and not _link_in(value) else [value]
    found = [name for item in items for name in _names(item, key)]
    if not isinstance(value, List) and found == [value]:
        return value
    names = List(value.start_mark, bracketed=isinstance(value, List) and value.bracketed)
    names.items = found
    return names


def _names(item: Value, key: str) -> Iterator[Value]:
    text = item if item is None or not isinstance(item, List | Record) else _link_in(item)
    if text is None:
        yield item
    elif text is not item or _ONLY_LINKS.fullmatch(text.value):
        for link in _LINK.finditer(text.value if text is item else f"[[{text.value}]]"):
            name = _target(link)
            at = _place(text, link.start(), link[0]) if text is item else place_of(text)
            yield Located(slug(name) if key == "follows" else name, at)
    elif key == "tags":
        yield from _tags(text)
    else:
        yield text


def _link_in(value: Value) -> Text | None:
    """Return the text of a link without quotes, which YAML reads as a list in a list."""
    for _ in range(2):
        if not isinstance(value, List) or not value.bracketed or len(value.items) != 1:
            return None
        outer, (value,) = value, value.items
    if value is None or isinstance(value, List | Record):
        return None
    return value if outer.start_mark.line == value.start_mark.line else None


def _target(link: re.Match[str]) -> str:
    """Return the name of the note that a link leads to, without its folder and heading."""
    path, _, _ = link[1].partition("#")
    name = path.rpartition("/")[2].removesuffix(".md").strip()
    return name or link[1].strip()


def _tags(text: Text) -> Iterator[Text]:
    """Yield the tags of a text: `war, peace`, `#war #peace`.

    A text in quotes with a comma is one tag, unless each begins with a `#`.
    """
    tags = [tag.strip() for tag in _BETWEEN_TAGS.split(text.value) if tag.strip()]
    marked = all(tag.startswith("#") for tag in tags)
    if not marked and (text.style or len(tags) == 1):
        yield text
        return
    start = 0
    for tag in tags:
        start = text.value.index(tag, start)
        if name := tag.removeprefix("#"):
            yield Located(name, _place(text, start, tag))
        start += len(tag)


def _place(text: Text, start: int, part: str) -> Place:
    """Return the place of a part of a text if that is certain, else the place of the text."""
    line, column, width = place_of(text)
    quotes = width - len(text.value)
    if quotes not in (0, 2):
        return Place(line, column, width)
    return Place(line, column + quotes // 2 + start, len(part))
