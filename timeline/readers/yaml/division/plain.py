"""Events in a plain layout, as most files have them, which are read without a YAML parser.

    - id: crimea-annexation
      date: 2014-03-18
      title: Putin signs agreement annexing Crimea
      summary: >-
        Text on lines of its own.
      actors: [russia, vladimir-putin]
      sources:
        - title: A source
          url: https://example.org/

Lists may also have one name per line, and texts of one line may be in quotes. Everything else is
left to the parser: comments, escapes, anchors, other keys, and every event with a problem.
"""

import re
from collections.abc import Iterator

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Event, Source
from timeline.readers.items import Entry, Place
from timeline.readers.records import ADDRESS_KEYS, has_no_problem, is_address, may_be_code
from timeline.text import slug

_LONGEST = 1 << 16
"""The maximum number of characters of an event; the parser reports those that are too long."""

# A plain text does not begin with an indicator (https://yaml.org/spec/1.2.2/#rule-c-indicator), and
# ends at a colon before a space or at a number sign after one.
_INDICATORS = r"?:,\[\]{}#&*!|>'\"%@`"
_TEXT = (
    rf"(?P<plain>[^\s\-{_INDICATORS}][^:#\n]*(?:(?::(?=[^\s])|(?<=[^\s])#)[^:#\n]*)*)"
    r"|'(?P<single>[^'\n]*(?:''[^'\n]*)*)' *"
    r'|"(?P<double>[^"\\\n]*)" *'
)
_NAME = rf"[^\s\-{_INDICATORS}][^{_INDICATORS}\n]*"
_EACH_NAME = re.compile(r"[^, ](?:[^,]*[^, ])?")

_KEYS = frozenset(
    ("id", "date", "title", "summary", "actors", "places", "tags", "follows", "sources")
)
_SOURCE_KEYS = frozenset(Source.__struct_fields__)

_Groups = tuple[str, ...]
"""The groups that a pattern found, in its order; those that are not in use are empty."""


class _NotPlain(Exception):
    """Only the parser can tell what is written here."""


class PlainReader:
    """Reads events whose keys have a number of spaces before them."""

    def __init__(self, spaces: int) -> None:
        margin = " " * spaces
        # A key with a text on its line, names in brackets, a text below it, or a list below it.
        self._field = re.compile(
            rf"{margin}(?P<key>[a-z]+):"
            rf"(?: (?:{_TEXT}|\[(?P<names>{_NAME}(?:, *{_NAME})*)\] *)\n"
            rf"| (?P<sign>[>|])-?\n"
            rf"(?P<lines>(?P<indent>{margin} +)[^\s].*\n(?:(?P=indent)[^\s].*\n)*)"
            rf"|\n(?P<items>(?:{margin}(?:- |  ).*\n)+))"
            r"|(?P<other>.+)"
        )
        # A line of a list. An item that is a text has no key.
        self._item = re.compile(
            rf"(?P<margin> *)(?P<start>- |  )(?:(?P<key>[a-z]+): )?(?:{_TEXT})\n|(?P<other>.+)"
        )

    def entry(self, block: str, line: int) -> Entry | None:
        """Return the event of a block that begins on a line, or None if it is not plain.

        In the block, a space replaces the hyphen of the event. The entry is the one that the parser
        and `EventReader` would make.
        """
        if len(block) > _LONGEST or not block.replace("\n", "").isprintable():
            return None
        found: list[_Groups] = self._field.findall(block)
        fields = {field[0]: field for field in found}
        # What is not a field has an empty key.
        if len(fields) < len(found) or not fields.keys() <= _KEYS:
            return None
        try:
            event = self._event(fields)
        except (_NotPlain, DateError, KeyError):
            return None
        if not has_no_problem(event):
            return None
        id_given = "id" in fields
        if found[0][0] == "id" and found[0][1]:
            # As in nearly all files.
            at = Place(line, block.index(":") + 3, len(event.id))
        else:
            at = next(self._places("id" if id_given else "title", block, line))
        actors, tags, follows = (
            self._places(key, block, line) for key in ("actors", "tags", "follows")
        )
        addresses = self._addresses(block, line) if event.sources else ()
        return Entry(event, id_given, at, actors, tags, follows, addresses=addresses)

    def _event(self, fields: dict[str, _Groups]) -> Event:
        """Return the event of the groups of each field, by key."""
        date, title = _line(fields["date"]), _line(fields["title"])
        if may_be_code(date):
            raise _NotPlain
        return Event(
            _line(fields["id"]) if "id" in fields else slug(title),
            EventDate.parse(date),
            title,
            _text(fields["summary"]) if "summary" in fields else "",
            self._names(fields["actors"]) if "actors" in fields else (),
            self._names(fields["places"]) if "places" in fields else (),
            self._names(fields["tags"]) if "tags" in fields else (),
            self._names(fields["follows"]) if "follows" in fields else (),
            self._sources(fields["sources"]) if "sources" in fields else (),
        )

    def _names(self, field: _Groups) -> tuple[str, ...]:
        _, _, _, _, names, _, _, _, items, _ = field
        if names:
            return tuple([name.strip() for name in names.split(",")])
        if items:
            found = self._items(items)
            if any(start == "  " or key for _, start, key, *_ in found):
                raise _NotPlain
            return tuple([_unquoted(*item[3:6]) for item in found])
        name = _line(field)
        # The parser's reader warns of a comma.
        if "," in name or not name:
            raise _NotPlain
        return (name,)

    def _sources(self, field: _Groups) -> tuple[Source, ...]:
        items = field[8]
        if not items:
            raise _NotPlain
        sources: list[dict[str, str]] = []
        is_text = False
        for _, start, key, *text, _ in self._items(items):
            value = _unquoted(*text)
            if start == "- ":
                sources.append({})
                is_text = not key
                if is_text:
                    key = "url" if is_address(value) else "title"
            elif is_text:
                raise _NotPlain
            if key in sources[-1] or key not in _SOURCE_KEYS:
                raise _NotPlain
            sources[-1][key] = value
        return tuple([Source(**source) for source in sources])

    def _items(self, lines: str) -> list[_Groups]:
        """Return the groups of each line of a list."""
        found: list[_Groups] = self._item.findall(lines)
        margin, start, *_ = found[0]
        if start != "- " or any(item[0] != margin or item[-1] for item in found):
            raise _NotPlain
        return found

    def _places(self, key: str, block: str, line: int) -> Iterator[Place]:
        """Yield the place of each text or name under a key of a plain event."""
        found = self._field_of(key, block)
        if found is None:
            return
        if found["names"]:
            for name in _EACH_NAME.finditer(block, *found.span("names")):
                yield _place(block, line, *name.span())
        elif found["items"]:
            for item in self._item.finditer(block, *found.span("items")):
                yield _place(block, line, *_span(item))
        else:
            yield _place(block, line, *_span(found))

    def _addresses(self, block: str, line: int) -> Iterator[tuple[str, Place]]:
        """Yield the web addresses of the sources of a plain event, with their places."""
        if not (sources := self._field_of("sources", block)):
            return
        found: list[tuple[int, int, str, Place]] = []
        number = 0
        for item in self._item.finditer(block, *sources.span("items")):
            number += item["start"] == "- "
            key = item["key"] or ADDRESS_KEYS[0]
            text = _unquoted(*item.group("plain", "single", "double"))
            if key in ADDRESS_KEYS and is_address(text):
                place = _place(block, line, *_span(item))
                found.append((number, ADDRESS_KEYS.index(key), text, place))
        for *_, address, place in sorted(found):
            yield address, place

    def _field_of(self, key: str, block: str) -> re.Match[str] | None:
        fields = self._field.finditer(block)
        return next((field for field in fields if field["key"] == key), None)


def _line(field: _Groups) -> str:
    """Return the text on the line of a field."""
    _, plain, single, double, names, sign, _, _, items, _ = field
    if names or sign or items:
        raise _NotPlain
    return _unquoted(plain, single, double)


def _text(field: _Groups) -> str:
    """Return the text on the line of a field or below it."""
    _, _, _, _, _, sign, lines, indent, *_ = field
    if not sign:
        return _line(field)
    return lines[len(indent) :].replace(f"\n{indent}", " " if sign == ">" else "\n").strip()


def _unquoted(plain: str | None, single: str | None, double: str | None) -> str:
    return (plain or double or (single or "").replace("''", "'")).strip()


def _span(text: re.Match[str]) -> tuple[int, int]:
    """Return the start and end of a text on one line, with its quotes."""
    if plain := text["plain"]:
        return text.start("plain"), text.start("plain") + len(plain.rstrip())
    start, end = text.span("double" if text["single"] is None else "single")
    return start - 1, end + 1


def _place(block: str, line: int, start: int, end: int) -> Place:
    before = block.rfind("\n", 0, start) + 1
    return Place(line + block.count("\n", 0, start), start - before + 1, end - start)
