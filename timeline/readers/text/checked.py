"""Decoding the bytes of a file, and reporting characters that are not allowed."""

import codecs
import re
from collections.abc import Callable, Iterator

from timeline.readers.items import Item, Place, Refused
from timeline.readers.report import Report, TooManyProblems
from timeline.readers.text.lines import CONTROLS, NOT_TEXT, ByteStream
from timeline.text import name_of

_CHUNK = 1 << 16
# The allowed ASCII characters, as bytes: checking bytes is ten times as fast as checking text.
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
    """A part of a file is larger than allowed."""


class NotText(Exception):
    """The file is not text in UTF-8; the message says what it seems to be."""


class CheckedText:
    """The text of a stream of bytes, read piece by piece by a parser.

    `line` and `column`, from 1, are the place after the text read so far. A byte-order mark at the
    start is dropped. Invalid UTF-8 and forbidden characters are reported and replaced by U+FFFD, so
    that the parser can continue. `forbidden` matches those characters.
    """

    def __init__(
        self,
        stream: ByteStream,
        report: Report,
        longest_part: int,
        forbidden: re.Pattern[str] = NOT_TEXT,
    ) -> None:
        self._stream = stream
        self._report = report
        self._longest_part = longest_part
        self._forbidden = forbidden
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self.begin(0, 1, "")

    def begin(self, offset: int, line: int, before: str) -> None:
        """Continue reading at byte `offset`, where a line begins, as if `before` preceded it."""
        self._stream.seek(offset)
        self._decoder.reset()
        self._started = offset > 0
        self._after_cr = False
        self.line = line
        self.column = 1
        self._waiting = before
        self._part = -len(before)

    def start_part(self) -> None:
        """Record that the parser begins another part of the file."""
        self._part = 0

    def read(self, size: int) -> str:
        """Return the next piece of text for the parser, `""` at the end."""
        chunk, self._waiting = self._waiting or self._next(), ""
        self._part += len(chunk)
        if self._part > self._longest_part:
            raise Oversized
        return chunk

    def lines(self) -> Iterator[str]:
        """Yield the lines, each with a line feed as its end."""
        rest = ""
        while piece := self.read(0):
            first, *others = piece.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            rest += first
            for other in others:
                yield f"{rest}\n"
                rest = other
        if rest:
            yield rest

    def _next(self) -> str:
        while True:
            # Read up to the end of a line, so that most lines are in one piece.
            data = self._stream.read(_CHUNK) + self._stream.readline(_CHUNK)
            if not self._started:
                self._started = True
                _refuse_other_encodings(data)
                data = data.removeprefix(codecs.BOM_UTF8)
            text = self._decode(data)
            # CR LF must not be split: it counts as one line break.
            if self._after_cr:
                text = "\r" + text
            self._after_cr = text.endswith("\r") and bool(data)
            if self._after_cr:
                text = text[:-1]
            # The parsers disagree about where a last line without a line end ends.
            if not data and not text and self.column > 1:
                text = "\n"
            if text or not data:
                is_plain = text.isascii() and not data.translate(None, _ASCII_TEXT)
                checked = text if is_plain else self._checked(text)
                self.line, self.column = _after(self.line, self.column, checked)
                return checked

    def _decode(self, data: bytes) -> str:
        before = self._decoder.getstate()
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode("utf-8")
            before_it = ("\r" if self._after_cr else "") + good
            line, column = _after(self.line, self.column, before_it)
            byte = error.object[error.start]
            self._report.error(
                Place(line, column),
                f"byte 0x{byte:02X} is not valid UTF-8: save the file as UTF-8",
            )
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._decoder.setstate(before)
            return self._decoder.decode(data, final=not data)

    def _checked(self, text: str) -> str:
        line, column, done = self.line, self.column, 0
        for found in self._forbidden.finditer(text):
            line, column = _after(line, column, text[done : found.start()])
            done = found.start()
            what = _NAMES.get(found[0], "control character")
            self._report.error(
                Place(line, column), f"{what} {name_of(found[0])} is not allowed: delete it"
            )
        return self._forbidden.sub("\ufffd", text)


def _after(line: int, column: int, text: str) -> tuple[int, int]:
    """Return the line and column after a text that begins at `line` and `column`."""
    end = max(text.rfind("\n"), text.rfind("\r")) + 1
    line += text.count("\n") + text.count("\r") - text.count("\r\n")
    return line, len(text) - end + (1 if end else column)


def items_of_text(
    stream: ByteStream,
    report: Report,
    longest: int,
    part: str,
    items: Callable[[CheckedText], Iterator[Item]],
) -> Iterator[Item]:
    """Yield what `items` makes of the text of a stream; if it cannot be read, report why.

    `longest` is the maximum number of characters in a `part` of the text, such as `line`. Only
    control characters are forbidden.
    """
    text = CheckedText(stream, report, longest, CONTROLS)
    try:
        text.begin(0, 1, "")
        yield from items(text)
        return
    except TooManyProblems:
        pass
    except NotText as error:
        report.error(Place(0, 0), str(error))
    except Oversized:
        millions = longest >> 20
        report.error(Place(text.line, 1), f"more than {millions} million characters in one {part}")
    yield Refused("")


def _refuse_other_encodings(start: bytes) -> None:
    """Raise `NotText` if the first bytes of a file show that it is not UTF-8 text."""
    for bom, name in _OTHER_ENCODINGS:
        if start.startswith(bom):
            raise NotText(f"the file is {name}: save it as UTF-8")
    if b"\0" in start[:4096]:
        if start[1:2] == b"\0" or start[:1] == b"\0":
            raise NotText("the file is not text, or it is UTF-16 or UTF-32: save it as UTF-8")
        raise NotText("the file is not text: it contains null bytes")
