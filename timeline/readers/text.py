"""A file's bytes as text that can be parsed, with what no chronology may hold reported."""

import codecs
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from timeline.characters import CONTROL, name_of
from timeline.errors import Problem
from timeline.readers import Place

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for YAML 1.1, and so in the places a parser gives."""

_CHUNK = 1 << 16
_NOT_TEXT = re.compile(f"{CONTROL.pattern}|[\ufeff\ufffe\uffff]")

Report = Callable[[Place, str], None]
"""Takes an error: its place and what is wrong."""


class Oversized(Exception):
    """More was read for one part of a file than a part may hold."""


class NotText(Exception):
    """The file is no text in UTF-8 at all; the message says what it seems to be."""


class CheckedText:
    """The text of a stream of bytes, read bit by bit by a parser.

    A byte-order mark at the start is dropped. What is no UTF-8, and each character that may not
    stand in a chronology, is reported and replaced by U+FFFD, so that the parser can go on.
    """

    def __init__(self, stream: BinaryIO, report: Report, longest_part: int) -> None:
        stream.seek(0)
        self._stream = stream
        self._report = report
        self._longest_part = longest_part
        self._part = 0
        self._line = 1
        self._column = 1
        self._after_cr = False
        self._started = False
        self._waiting = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")

    def start_part(self) -> None:
        """Take note that the parser begins another part of the file."""
        self._part = 0

    def skip_lines(self, count: int) -> None:
        """Leave out the first `count` lines."""
        while self._line <= count:
            before = self._line
            chunk = self._next_chunk()
            if not chunk:
                return
            if self._line > count:
                ends = [found.end() for found in LINE_BREAK.finditer(chunk)]
                self._waiting = chunk[ends[count - before] :]

    def put_before(self, text: str) -> None:
        """Let `text` stand before what has not been read yet."""
        self._waiting = text + self._waiting

    def lines(self) -> Iterator[str]:
        """Yield the lines not read yet, without their ends."""
        pieces: list[str] = []
        while chunk := self.read(_CHUNK):
            first, *others = LINE_BREAK.split(chunk)
            pieces.append(first)
            for line in others:
                yield "".join(pieces)
                pieces = [line]
        yield "".join(pieces)

    def read(self, size: int) -> str:
        """Return some of the text, `""` at its end: what a YAML parser asks for."""
        chunk, self._waiting = self._waiting or self._next_chunk(), ""
        self._part += len(chunk)
        if self._part > self._longest_part:
            raise Oversized
        return chunk

    def _next_chunk(self) -> str:
        while True:
            data = self._stream.read(_CHUNK)
            if not self._started:
                self._started = True
                _refuse_other_encodings(data)
                data = data.removeprefix(codecs.BOM_UTF8)
            text = self._decode(data)
            # A CR LF must not be cut in two: the places count it as one line break.
            if self._after_cr:
                text = "\r" + text
            self._after_cr = text.endswith("\r") and bool(data)
            if self._after_cr:
                text = text[:-1]
            if text or not data:
                return self._checked(text)

    def _decode(self, data: bytes) -> str:
        before = self._decoder.getstate()
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode("utf-8")
            line, column = self._line_and_column_after(("\r" if self._after_cr else "") + good)
            byte = error.object[error.start]
            self._report(
                Place(line, column),
                f"byte 0x{byte:02X} is no UTF-8: save the file as UTF-8",
            )
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._decoder.setstate(before)
            return self._decoder.decode(data, final=not data)

    def _checked(self, text: str) -> str:
        for found in _NOT_TEXT.finditer(text):
            line, column = self._line_and_column_after(text[: found.start()])
            what = "byte-order mark" if found[0] == "\ufeff" else "control character"
            self._report(
                Place(line, column), f"{what} {name_of(found[0])} may not stand here: delete it"
            )
        checked = _NOT_TEXT.sub("\ufffd", text)
        self._line, self._column = self._line_and_column_after(checked)
        return checked

    def _line_and_column_after(self, text: str) -> tuple[int, int]:
        end = 0
        line = self._line
        if "\r" in text or not text.isascii():
            for found in LINE_BREAK.finditer(text):
                line += 1
                end = found.end()
        else:
            line += text.count("\n")
            end = text.rfind("\n") + 1
        return line, len(text) - end + (1 if end else self._column)


def _refuse_other_encodings(start: bytes) -> None:
    """Raise `NotText` where the first bytes of a file show that it is no UTF-8 text."""
    for bom, name in ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16")):
        if start.startswith(bom):
            raise NotText(f"the file is {name}: save it as UTF-8")
    if b"\0" in start[:4096]:
        if start[1:2] == b"\0" or start[:1] == b"\0":
            raise NotText("the file is not text, or is UTF-16 or UTF-32: save it as UTF-8")
        raise NotText("the file is not text: it holds zero bytes")


def with_excerpts(problems: list[Problem], stream: BinaryIO) -> list[Problem]:
    """Return the problems of one file with the lines they stand in, each once, in file order."""
    wanted = {problem.line for problem in problems if problem.line}
    found: dict[int, str] = {}
    if wanted:
        last = max(wanted)
        try:
            lines = CheckedText(stream, lambda place, message: None, sys.maxsize).lines()
            for number, line in enumerate(lines, 1):
                if number in wanted:
                    found[number] = line
                if number == last:
                    break
        except NotText:
            pass
    complete = {replace(problem, excerpt=found.get(problem.line)) for problem in problems}
    return sorted(complete, key=lambda p: (p.line, p.column, p.severity, p.message))
