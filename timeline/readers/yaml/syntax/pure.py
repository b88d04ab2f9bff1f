"""PyYAML's pure Python parser, adapted to accept exactly what libyaml accepts."""

import re
from collections.abc import Callable
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_BLANK = "\0 \t\r\n"
_SURROGATE = re.compile("[\ud800-\udfff]")


class PureParser(Reader, Scanner, Parser):
    """Yields the same events and errors as the parser of libyaml."""

    scan_line_break: Callable[[], str]

    def __init__(self, text: Any) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip white space and comments; to PyYAML, a tab is not white space."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Return a text without quotes, which may contain tabs and, in brackets, `?`."""
        chunks: list[str] = []
        spaces = ""
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#" and not self._at_document_marker():
            length = 0
            while not self._ends_plain(length, start):
                length += 1
            if not length:
                break
            self.allow_simple_key = False
            chunks += [spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self._plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        """Return parts of a quoted text; an escape past U+10FFFF or of a surrogate is an error."""
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            chunks = ["\ud800"]
        if any(map(_SURROGATE.search, chunks)):
            problem = "found invalid Unicode character escape code"
            raise self._error("double-quoted scalar", start_mark, problem)
        return chunks

    def scan_directive_name(self, start_mark: Any) -> str:
        """Return the name of a directive; PyYAML accepts names that do not exist."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]
        if name not in ("YAML", "TAG"):
            raise self._error("directive", start_mark, "found unknown directive name")
        return name

    def _ends_plain(self, ahead: int, start: Any) -> bool:
        character = self.peek(ahead)
        if character == ":":
            following = self.peek(ahead + 1)
            if self.flow_level and following in ",?[]{}":
                self.forward(ahead)
                raise self._error("plain scalar", start, "found unexpected ':'")
            return following in _BLANK
        return character in _BLANK or (bool(self.flow_level) and character in ",[]{}")

    def _plain_spaces(self, indent: int, start: Any) -> str:
        spaces, breaks = "", 0
        while (character := self.peek()) in " \t\r\n":
            if character in "\r\n":
                self.scan_line_break()
                breaks += 1
                continue
            if breaks and character == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise self._error("plain scalar", start, problem)
            spaces += character
            self.forward()
        if not breaks:
            return spaces
        self.allow_simple_key = True
        return " " if breaks == 1 else "\n" * (breaks - 1)

    def _at_document_marker(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK

    def _error(self, scanning: str, start: Any, problem: str) -> ScannerError:
        return ScannerError(f"while scanning a {scanning}", start, problem, self.get_mark())
