"""What the body of a note says about its event: the title and the summary."""

from collections.abc import Sequence

from timeline.readers.items import Place
from timeline.readers.notes.headings import headings
from timeline.readers.notes.names import without_links
from timeline.readers.notes.parts import OPENING
from timeline.readers.records import List, Located, Record, Value, place_of


def is_blank(value: Value) -> bool:
    """Return whether a value is a text without content."""
    return value is not None and value.value is not None and not value.value.strip()


def add_title(record: Record, lines: Sequence[str], line: int, name: str) -> None:
    """Give a record a title if it has none, from the heading of a body or the name of its file.

    `lines` are those of the body, and `line` is the number of the first. A heading is a title if it
    comes first, and is the only one of level 1.
    """
    title = record.entries.get("title")
    if "title" in record.keys and not is_blank(title):
        if title is not None and not isinstance(title, List | Record) and "[[" in title.value:
            text = without_links(title.value)
            record.entries["title"] = Located(text, place_of(title), plain=not title.style)
        return
    found = list(headings(lines))
    top = [one for one in found if one.level == 1]
    if len(top) == 1 and top == found[:1] and top[0].text:
        (heading,) = top
        place = Place(line + heading.first, heading.column + 1, len(heading.text))
        located = Located(without_links(heading.text), place)
    elif name:
        located = Located(name, OPENING)
    else:
        return
    record.keys["title"] = record.entries["title"] = located


def add_summary(record: Record, lines: Sequence[str], line: int) -> None:
    """Add a body to the summary of a record, without a first heading that is its title."""
    given = record.entries.get("summary")
    if "summary" in record.keys and (given is None or given.value is None):
        return
    kept = list(lines)
    heading, title = next(headings(lines), None), record.entries.get("title")
    if heading and title and title.value and without_links(heading.text) == title.value.strip():
        kept[heading.first : heading.last + 1] = [""] * (heading.last + 1 - heading.first)
    body = "".join(kept).strip()
    if not body:
        return
    number = next(number for number, one in enumerate(kept) if one.strip())
    summary = "" if given is None else (given.value or "").strip()
    text = body if body.startswith(summary) else f"{summary}\n\n{body}"
    record.keys["summary"] = record.entries["summary"] = Located(text, Place(line + number, 1))
