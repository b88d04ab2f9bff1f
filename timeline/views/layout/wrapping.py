"""Wrapping words to a width in terminal cells, and setting text beside a margin."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.text import visible
from timeline.width import cells, chopped

UNLIMITED = 1 << 30
"""The width when the output is not a terminal: nothing is wrapped."""

_NARROW = 24
"""The minimum width of content beside a margin, in cells; below it, content goes under it."""

_INDENT_BELOW = 4


class Word(NamedTuple):
    """Text that is never broken, and its style. A space precedes it unless it is `joined`."""

    text: str
    style: Style
    joined: bool = False


def words(text: str, style: Style) -> list[Word]:
    """Return the words of a text, made safe for one line."""
    return [Word(word, style) for word in visible(text).split(" ") if word]


def joined(parts: Iterable[list[Word]]) -> list[Word]:
    """Return the parts with commas between them."""
    found: list[Word] = []
    for part in parts:
        if found:
            found[-1] = found[-1]._replace(text=found[-1].text + ",")
        found += part
    return found


def spaced(facts: Iterable[list[Word]]) -> list[Word]:
    """Return the facts with a wider space between them, without the empty ones.

    `lines` drops that space at the ends of a line.
    """
    gap = Word("", Style())
    return [word for fact in facts if fact for word in (gap, *fact)][1:]


def lines(content: Iterable[Word], width: int) -> Iterator[list[Word]]:
    """Yield the words in lines of at most `width` cells; longer words are split.

    An empty word widens the space between two others, and is dropped at the ends of a line.
    """
    line: list[Word] = []
    used = 0
    for word in content:
        if not word.text and not line:
            continue
        gap = 0 if word.joined or not line else 1
        size = cells(word.text)
        if used + gap + size > width and line:
            yield line if line[-1].text else line[:-1]
            line, used, gap = [], 0, 0
            if not word.text:
                continue
        if size > width:
            *pieces, last = chopped(word.text, width)
            for piece in pieces:
                yield [word._replace(text=piece)]
            word, size = word._replace(text=last), cells(last)
        line.append(word)
        used += gap + size
    if line:
        yield line


def segments(line: Iterable[Word]) -> Iterator[Segment]:
    """Yield the segments of a line without its line end, one for each run of words of a style."""
    run, style = "", None
    for word in line:
        gap = " " if style is not None and not word.joined else ""
        if style is not None and word.style == style:
            run += gap + word.text
            continue
        if style is not None:
            yield Segment(run, style)
            if gap:
                yield Segment(gap)
        run, style = word.text, word.style
    if style is not None:
        yield Segment(run, style)


def length(line: Sequence[Word]) -> int:
    """Return the width of a line of words, in cells."""
    gaps = sum(not word.joined for word in line[1:])
    return gaps + sum(cells(word.text) for word in line)


def paragraph(
    content: Iterable[Word], indent: int, width: int, lead: str = ""
) -> Iterator[Segment]:
    """Yield `content` wrapped and indented, with `lead` hanging before its first line.

    If little room is left, the indent is smaller.
    """
    hang = cells(lead)
    if width - indent - hang < _NARROW:
        indent = min(indent, _INDENT_BELOW, width // 4)
    for line in lines(content, width - indent - hang):
        yield Segment(" " * indent)
        yield Segment(lead or " " * hang)
        yield from segments(line)
        yield Segment.line()
        lead = ""


def beside(
    margin: list[Word],
    content: Iterable[Word],
    indent: int,
    width: int,
    mark: str = " ",
    lead: str = "",
) -> Iterator[Segment]:
    """Yield a paragraph of `content` that starts at column `indent`, with `margin` on its left.

    A `mark` of one cell precedes the margin. A margin that is too wide, or leaves too little room,
    gets lines of its own. If the width is unlimited nothing is padded: two spaces follow the
    margin.
    """
    if width >= UNLIMITED:
        yield Segment(f"{mark} ")
        first = [Word(lead.strip(), Style())] if lead else []
        yield from segments(spaced([margin, [*first, *content]]))
        yield Segment.line()
        return
    # Two free cells precede the margin, and two precede the content.
    *above, beginning = lines(margin, width - 2)
    for line in above:
        yield Segment(f"{mark} ")
        yield from segments(line)
        yield Segment.line()
        mark = " "
    yield Segment(f"{mark} ")
    yield from segments(beginning)
    left = indent - 2 - length(beginning)
    below = paragraph(content, indent, width, lead)
    if left >= 2 and width - indent - cells(lead) >= _NARROW and next(below, None):
        # Replaces the indent of the first line.
        yield Segment(" " * left)
    else:
        yield Segment.line()
    yield from below
