"""Words set in lines: wrapped to a width, under each other, by the cells they take."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style

from timeline.text import visible

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

UNLIMITED = 1 << 30
"""The width of what is no terminal: nothing is wrapped there."""


_NARROWEST = 10


class Word(NamedTuple):
    """Text that is not broken, and its style. A space stands before it, unless it is `joined`."""

    text: str
    style: Style
    joined: bool = False


def words(text: str, style: Style) -> list[Word]:
    """Return the words of a text that comes from data, fit for a terminal."""
    return [Word(word, style) for word in visible(text).split(" ") if word]


def listing(names: Iterable[str], style: Style) -> list[Word]:
    """Return names as a list with commas between them."""
    return joined(words(name, style) for name in names)


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
        size = cell_len(word.text)
        if used + gap + size > width and line:
            yield line if line[-1].text else line[:-1]
            line, used, gap = [], 0, 0
            if not word.text:
                continue
        if size > width:
            *pieces, last = chop_cells(word.text, width)
            for piece in pieces:
                yield [word._replace(text=piece)]
            word, size = word._replace(text=last), cell_len(last)
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


def beside(
    margin: list[Word], content: Iterable[Word], indent: int, width: int, mark: str = " "
) -> Iterator[Segment]:
    """Yield `content` wrapped from column `indent` on, with `margin` to its left.

    A `mark` of one cell stands before the margin. A margin that is too wide stands in a line of its
    own. Where the width is unlimited nothing is padded: two spaces follow a margin, four stand
    before content without one.
    """
    # A margin begins two cells in and leaves two free before the content.
    at = 0
    if margin:
        at = 1 + sum(cell_len(word.text) + (not word.joined) for word in margin)
        yield Segment(f"{mark} ")
        yield from segments(margin)
    if width >= UNLIMITED:
        indent = at + 2 if margin else min(indent, 4)
    elif margin and at + 2 > indent:
        yield Segment.line()
        at = 0
    for number, line in enumerate(lines(content, max(_NARROWEST, width - indent))):
        if number:
            yield Segment.line()
            at = 0
        yield Segment(" " * (indent - at))
        yield from segments(line)
    yield Segment.line()


def width_of(console: "Console", options: "ConsoleOptions") -> int:
    """Return how many cells a line has; no limit where the output is no terminal."""
    return max(_NARROWEST, options.max_width) if console.is_terminal else UNLIMITED
