"""What panes draw on: the views' segments as lines of a width."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style

from timeline.chronology import Timeline
from timeline.views.layout import Look

if TYPE_CHECKING:

    class View(Protocol):
        """A Rich renderable that yields segments line by line."""

        def __rich_console__(
            self, console: Console, options: ConsoleOptions
        ) -> Iterable[Segment]: ...


Line = list[Segment]

CHOSEN = Style(reverse=True)
"""The style of the line that the keys act on."""

KEPT = Style(underline=True)
"""The style of the chosen line in a panel that the keys do not act on."""


class Canvas:
    """Turns what views yield into lines, for a terminal that shows Unicode or only ASCII."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        self._console = Console(force_terminal=True, color_system="standard", width=80)
        self._encoding = "ascii" if ascii_only else "utf-8"

    def look(self, timeline: Timeline, width: int) -> Look:
        """Return the look of a chronology at a width."""
        return Look(timeline, self._console, self._options(width))

    def lines(self, view: "View", width: int) -> list[Line]:
        """Return the lines of a view at a width."""
        return split(view.__rich_console__(self._console, self._options(width)))

    def _options(self, width: int) -> ConsoleOptions:
        options = self._console.options.update(width=width)
        options.encoding = self._encoding
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


def styled(line: Line, style: Style) -> Line:
    """Return a line with a style added."""
    return [Segment(text, style if of is None else of + style) for text, of, _ in line]


def chosen_line(line: Line | str) -> Line:
    """Return a line, or a text as a line, in the style of what the keys act on."""
    return styled([Segment(line)] if isinstance(line, str) else line, CHOSEN)
