"""What panes draw on: the views' segments as lines of a width."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from timeline.chronology import Timeline
from timeline.views.layout import ASCII, UNICODE, Glyphs, Look, in_column
from timeline.width import cells

if TYPE_CHECKING:

    class View(Protocol):
        """A Rich renderable that yields segments line by line."""

        def __rich_console__(
            self, console: Console, options: ConsoleOptions
        ) -> Iterable[Segment]: ...


Line = list[Segment]

_CHOSEN = Style(reverse=True)


class Canvas:
    """Turns what views yield into lines, for a terminal that shows Unicode or only ASCII."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        self._console = Console(force_terminal=True, color_system="standard", width=80)
        self._is_ascii = ascii_only

    def look(self, timeline: Timeline, width: int) -> Look:
        """Return the look of a chronology at a width."""
        return Look(timeline, self._console, self._options(width))

    def lines(self, view: "View", width: int) -> list[Line]:
        """Return the lines of a view at a width."""
        return split(view.__rich_console__(self._console, self._options(width)))

    @property
    def ellipsis(self) -> str:
        """The sign for what is left out."""
        return self._glyphs.ellipsis

    def cut(self, text: str, width: int) -> str:
        """Return a text of at most `width` cells, with an ellipsis if it is longer."""
        (shown,) = in_column([text], max(1, width), self._glyphs)
        return shown.rstrip()

    @property
    def _glyphs(self) -> Glyphs:
        return ASCII if self._is_ascii else UNICODE

    def _options(self, width: int) -> ConsoleOptions:
        options = self._console.options.update(width=width)
        options.encoding = "ascii" if self._is_ascii else "utf-8"
        return options


def split(segments: Iterable[Segment]) -> list[Line]:
    """Return segments as lines, without their line ends."""
    return list(_split(segments))


def _split(segments: Iterable[Segment]) -> Iterator[Line]:
    line: Line = []
    for segment in segments:
        before, end, after = segment.text.partition("\n")
        if before:
            line.append(Segment(before, segment.style))
        if end:
            assert not after
            yield line
            line = []
    if line:
        yield line


def chosen_line(line: Line, width: int) -> Line:
    """Return a line of a width in the style of what the keys act on, without other colours."""
    used = sum(cells(text) for text, _, _ in line)
    bold = [Style(bold=bool(style and style.bold)) + _CHOSEN for _, style, _ in line]
    shown = [Segment(text, style) for (text, _, _), style in zip(line, bold, strict=True)]
    return [*shown, Segment(" " * max(0, width - used), _CHOSEN)]
