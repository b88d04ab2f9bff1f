"""The content lines of an iCalendar file, unfolded."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from icalendar.parser import Contentline

from timeline.readers.items import Place
from timeline.readers.text import CheckedText

_ESCAPES = {"n": "\n", "N": "\n"}
# Most lines have no quotes, and need no other parser.
_SIMPLE = re.compile(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=[^\x00-\x1f\";:,]*)*):(.*)", re.DOTALL)
# It has no type hints.
_content_line: Any = Contentline


class Property(NamedTuple):
    """A property: its name in capitals, its parameters, its value as written, and its place."""

    name: str
    parameters: dict[str, str]
    value: str
    place: Place

    @property
    def text(self) -> str:
        """The value as a text, without escapes."""
        return unescaped(self.value)


def unescaped(value: str) -> str:
    """Return a value of type TEXT without its escapes."""
    if "\\" not in value:
        return value
    return re.sub(r"\\([\\;,nN])", lambda found: _ESCAPES.get(found[1], found[1]), value)


class BrokenLine(ValueError):
    """A line that is not a property; `place` is where it is."""

    def __init__(self, place: Place) -> None:
        super().__init__("this line is not a property: write 'NAME:value'")
        self.place = place


def properties(text: CheckedText) -> Iterator[Property | BrokenLine]:
    """Yield the properties of a file, and the lines that are none."""
    for number, line in _unfolded(text):
        if not line.strip():
            continue
        place = Place(number, 1, len(line))
        if found := _SIMPLE.fullmatch(line):
            name, given, value = found.groups()
            pairs = [one.partition("=") for one in given.split(";")[1:]]
            parameters = {key.upper(): text for key, _, text in pairs}
            yield Property(name.upper(), parameters, value, place)
            continue
        try:
            name, others, _ = _content_line(line).parts()
        except ValueError:
            yield BrokenLine(place)
            continue
        # The parser removes escapes, after which a comma in an item would divide it.
        value = re.sub(r'\A[^":]*(?:"[^"]*"[^":]*)*:', "", line)
        names = {str(key).upper(): str(one) for key, one in others.items()}
        yield Property(name.upper(), names, value, place)


def _unfolded(text: CheckedText) -> Iterator[tuple[int, str]]:
    """Yield each line with its number; a line that begins with white space continues the last."""
    held, begun = "", 1
    for number, line in enumerate(text.lines(), 1):
        content = line.rstrip("\n")
        if content[:1] in (" ", "\t"):
            held += content[1:]
            continue
        if number > 1:
            yield begun, held
            text.start_part()
        held, begun = content, number
    if held:
        yield begun, held
