"""Making texts, lists and records from JSON, with positions that are found when needed."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from timeline.readers.records import List, Record, Value, place_of
from timeline.readers.report import Report
from timeline.text import control_in, name_of, visible

_scan_text = cast(Any, json.decoder).scanstring
_decoder = json.JSONDecoder(object_pairs_hook=tuple)
_WHITE_SPACE = " \t\n\r"
_DEEPEST = 20


class JsonError(ValueError):
    """Text that is not JSON, or that is nested too deeply; `at` is where, as an index."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class Source(NamedTuple):
    """A JSON text, and the number of its first line in the file, from 1."""

    text: str
    line: int

    def span(self, path: Sequence[str | int], *, of_key: bool = False) -> tuple[int, int]:
        """Return the start and end of the value at a path of keys and indexes, or of its key."""
        start = self._after_space(0)
        key = start, start + 1
        for step in path:
            start, key = self._child(start, step)
        return key if of_key else (start, _decoder.raw_decode(self.text, start)[1])

    def _child(self, start: int, step: str | int) -> tuple[int, tuple[int, int]]:
        """Return the start of a child of the list or object at `start`, and the span of its key."""
        text, at, number = self.text, start + 1, 0
        while True:
            at = self._after_space(at)
            name, key = None, (at, at)
            if isinstance(step, str):
                name, after = _scan_text(text, at + 1)
                key = at, after
                at = self._after_space(self._after_space(after) + 1)
            if step in (name, number):
                return at, key
            number += isinstance(step, int)
            at = self._after_space(_decoder.raw_decode(text, at)[1]) + 1

    def _after_space(self, at: int) -> int:
        while self.text[at : at + 1] in tuple(_WHITE_SPACE):
            at += 1
        return at


class JsonMark:
    """The start of a value or key, or the position after its end."""

    __slots__ = ("_at_end", "_of_key", "_path", "_source")

    def __init__(
        self,
        source: Source,
        path: tuple[str | int, ...],
        *,
        of_key: bool = False,
        at_end: bool = False,
    ) -> None:
        self._source = source
        self._path = path
        self._of_key = of_key
        self._at_end = at_end

    def _index(self) -> int:
        return self._source.span(self._path, of_key=self._of_key)[self._at_end]

    @property
    def line(self) -> int:
        """The number of its line, from 0."""
        return self._source.line - 1 + self._source.text.count("\n", 0, self._index())

    @property
    def column(self) -> int:
        """The number of characters before it on its line."""
        at = self._index()
        return at - self._source.text.rfind("\n", 0, at) - 1


class JsonText:
    """A text, number, `true` or `false`; its style is that of quoted text in YAML if it is a text.

    With `of_key`, it is the key of the value at the path.
    """

    __slots__ = ("_of_key", "_path", "_source", "style", "value")

    def __init__(
        self,
        value: str,
        source: Source,
        path: tuple[str | int, ...],
        *,
        style: str = '"',
        of_key: bool = False,
    ) -> None:
        self.value = value
        self.style = style
        self._source = source
        self._path = path
        self._of_key = of_key

    @property
    def start_mark(self) -> JsonMark:
        """Its start."""
        return JsonMark(self._source, self._path, of_key=self._of_key)

    @property
    def end_mark(self) -> JsonMark:
        """The position after its end."""
        return JsonMark(self._source, self._path, of_key=self._of_key, at_end=True)


def parsed(text: str) -> Any:
    """Parse a JSON text; an object becomes a tuple of pairs. Raises JsonError."""
    try:
        return _decoder.decode(text)
    except json.JSONDecodeError as error:
        raise JsonError(error.msg[:1].lower() + error.msg[1:], error.pos) from None
    except ValueError:
        # Python refuses to convert it.
        raise JsonError("a number has too many digits: shorten it", 0) from None
    except RecursionError:
        raise JsonError(f"more than {_DEEPEST} levels of brackets", 0) from None


class Values:
    """Makes values from parsed JSON, and reports what a chronology does not allow."""

    def __init__(self, report: Report, source: Source) -> None:
        self._report = report
        self._source = source

    def value(self, parsed: Any, path: tuple[str | int, ...]) -> Value:
        """Return a value as readers give it to records; None for `null`."""
        if parsed is None:
            return None
        if type(parsed) is tuple:
            return self.record(parsed, path)
        if type(parsed) is list:
            found = List(JsonMark(self._source, path), bracketed=True)
            items = (self.value(item, (*path, number)) for number, item in enumerate(parsed))
            found.items = [item for item in items if item is not None]
            return found
        if type(parsed) is str:
            return self._text(parsed, path)
        # Numbers are the text in the file.
        start, end = self._source.span(path)
        return JsonText(self._source.text[start:end], self._source, path, style="")

    def record(self, pairs: Sequence[tuple[str, Any]], path: tuple[str | int, ...]) -> Record:
        """Return an object as a record; entries that are `null` are left out."""
        record = Record(JsonMark(self._source, path), bracketed=True)
        for name, parsed in pairs:
            key = JsonText(name, self._source, (*path, name), of_key=True)
            if name in record.keys:
                record.whole = False
                message = f"duplicate key '{visible(name)}': keep one of the two"
                self._report.error(place_of(key), message)
                continue
            value = self.value(parsed, key._path)
            if value is None and parsed is not None:
                record.whole = False
            elif value is not None:
                record.keys[name] = key
                record.entries[name] = value
        return record

    def _text(self, text: str, path: tuple[str | int, ...]) -> Value:
        value = JsonText(text, self._source, path)
        if not text.isprintable() and (found := control_in(text)):
            self._report.error(
                place_of(value), f"control character {name_of(found[0])} is not allowed: delete it"
            )
            return None
        return value
