"""Words set in lines: wrapped to a width, below each other, by the cells they take."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.text import visible
from timeline.width import cells, chopped

UNLIMITED = 1 << 30
"""The width of what is no terminal: nothing is wrapped there."""

_NARROW = 24
"""Content that has fewer cells than this beside its margin stands below the margin instead."""

_INDENT_BELOW = 4


class Word(NamedTuple):
    """Text that is not broken, and its style. A space stands before it, unless it is `joined`."""

    text: str
    style: Style
    joined: bool = False


def words(text: str, style: Style) -> list[Word]:
    """Return the words of a text, in one line."""
    return [Word(word, style) for word in visible(text).split(" ") if word]


def joined(parts: Iterable[list[Word]]) -> list[Word]:
    """Return parts in a row with commas between them."""
    found: list[Word] = []
    for part in parts:
        if found:
            found[-1] = found[-1]._replace(text=found[-1].text + ",")
        found += part
    return found


def spaced(facts: Iterable[list[Word]]) -> list[Word]:
    """Return facts one after the other, told apart by a wider space; those without words fall away.

    `lines` leaves that space out at the ends of a line.
    """
    gap = Word("", Style())
    return [word for fact in facts if fact for word in (gap, *fact)][1:]


def lines(content: Iterable[Word], width: int) -> Iterator[list[Word]]:
    """Yield the words in lines of at most `width` cells; a longer word is cut in pieces.

    An empty word widens the space between two others, and is nothing at either end of a line.
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
    """Yield the segments of one line, without its end: one for the words of each style."""
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
    """Return how many cells the words of one line take."""
    gaps = sum(not word.joined for word in line[1:])
    return gaps + sum(cells(word.text) for word in line)


def paragraph(
    content: Iterable[Word], indent: int, width: int, lead: str = ""
) -> Iterator[Segment]:
    """Yield `content` wrapped and indented, below the end of `lead`, with which it begins.

    Where it would have little room it is indented less.
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
    """Yield a paragraph of `content` from column `indent` on, with `margin` to its left.

    A `mark` of one cell stands before the margin. A margin that is too wide, or leaves too little
    room, stands in lines of its own. Where the width is unlimited nothing is padded: two spaces
    follow a margin.
    """
    if width >= UNLIMITED:
        yield Segment(f"{mark} ")
        first = [Word(lead.strip(), Style())] if lead else []
        yield from segments(spaced([margin, [*first, *content]]))
        yield Segment.line()
        return
    # A margin begins two cells in and leaves two free before the content.
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
        # In place of the indent of the first line.
        yield Segment(" " * left)
    else:
        yield Segment.line()
    yield from below
