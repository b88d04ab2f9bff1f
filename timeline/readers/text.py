"""A file's bytes as text that can be parsed, with what no chronology may hold reported."""

import codecs
import re
from collections import deque
from typing import NamedTuple

from timeline.readers.items import Place
from timeline.readers.lines import NOT_TEXT, ByteStream
from timeline.readers.report import Report
from timeline.text import name_of

_CHUNK = 1 << 16
_LINE_BREAK = re.compile("\r\n?|\n")
# YAML ends a text that is not in quotes at such a sign; a comment of a writer's own has a space
# after it.
_COMMENT = re.compile(r"(?<=\S)[ \t]+(#[^\s#].*)")
# What ASCII allows of that: to look at bytes is ten times as fast.
_ASCII_TEXT = bytes(code for code in range(128) if not NOT_TEXT.match(chr(code)))
_NAMES = {
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte-order mark",
}

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class Oversized(Exception):
    """More was read for one part of a file than a part may hold."""


class NotText(Exception):
    """The file is no text in UTF-8 at all; the message says what it seems to be."""


class Comment(NamedTuple):
    """What YAML takes for a comment and may be the rest of a text, which ends at `after`."""

    after: tuple[int, int]
    place: Place


class CheckedText:
    """The text of a stream of bytes, read bit by bit by a parser.

    `comments` are those read so far, in order, for whoever knows where the texts end to take away.
    A byte-order mark at the start is dropped. What is no UTF-8, and each character that may not
    stand in a chronology, is reported and replaced by U+FFFD, so that the parser can go on.
    """

    def __init__(self, stream: ByteStream, report: Report, longest_part: int) -> None:
        self._stream = stream
        self._report = report
        self._longest_part = longest_part
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self.comments: deque[Comment] = deque()
        self.begin(0, 1, "")

    def begin(self, offset: int, line: int, before: str) -> None:
        """Go on reading at a byte, at which a line begins, as if `before` stood there too."""
        self._stream.seek(offset)
        self._decoder.reset()
        self.comments.clear()
        self._started = offset > 0
        self._after_cr = False
        self._line = line
        self._column = 1
        self._waiting = before
        self._part = -len(before)

    def start_part(self) -> None:
        """Take note that the parser begins another part of the file."""
        self._part = 0

    def read(self, size: int) -> str:
        """Return some of the text, `""` at its end: what a YAML parser asks for."""
        chunk, self._waiting = self._waiting or self._next_chunk(), ""
        self._part += len(chunk)
        if self._part > self._longest_part:
            raise Oversized
        return chunk

    def _next_chunk(self) -> str:
        while True:
            # Most lines are in one piece then.
            data = self._stream.read(_CHUNK) + self._stream.readline(_CHUNK)
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
            # The parsers disagree about where a last line without an end is.
            if not data and not text and self._column > 1:
                text = "\n"
            if text or not data:
                is_plain = text.isascii() and not data.translate(None, _ASCII_TEXT)
                checked = text if is_plain else self._checked(text)
                if " #" in checked or "\t#" in checked:
                    self._note_comments(checked)
                self._line, self._column = self._line_and_column_after(checked)
                return checked

    def _decode(self, data: bytes) -> str:
        before = self._decoder.getstate()
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode("utf-8")
            line, column = self._line_and_column_after(("\r" if self._after_cr else "") + good)
            byte = error.object[error.start]
            self._report.error(
                Place(line, column),
                f"byte 0x{byte:02X} is no UTF-8: save the file as UTF-8",
            )
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._decoder.setstate(before)
            return self._decoder.decode(data, final=not data)

    def _checked(self, text: str) -> str:
        for found in NOT_TEXT.finditer(text):
            line, column = self._line_and_column_after(text[: found.start()])
            what = _NAMES.get(found[0], "control character")
            self._report.error(
                Place(line, column), f"{what} {name_of(found[0])} may not stand here: delete it"
            )
        return NOT_TEXT.sub("\ufffd", text)

    def _note_comments(self, text: str) -> None:
        before = self._column - 1
        for number, line in enumerate(_LINE_BREAK.split(text), self._line):
            for found in _COMMENT.finditer(line):
                place = Place(number, before + found.start(1) + 1, len(found[1]))
                self.comments.append(Comment((number, before + found.start() + 1), place))
            before = 0

    def _line_and_column_after(self, text: str) -> tuple[int, int]:
        end = 0
        line = self._line
        if "\r" in text:
            for found in _LINE_BREAK.finditer(text):
                line += 1
                end = found.end()
        else:
            line += text.count("\n")
            end = text.rfind("\n") + 1
        return line, len(text) - end + (1 if end else self._column)


def _refuse_other_encodings(start: bytes) -> None:
    """Raise `NotText` where the first bytes of a file show that it is no UTF-8 text."""
    for bom, name in _OTHER_ENCODINGS:
        if start.startswith(bom):
            raise NotText(f"the file is {name}: save it as UTF-8")
    if b"\0" in start[:4096]:
        if start[1:2] == b"\0" or start[:1] == b"\0":
            raise NotText("the file is not text, or is UTF-16 or UTF-32: save it as UTF-8")
        raise NotText("the file is not text: it holds zero bytes")
