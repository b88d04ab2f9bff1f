"""A tree: what led to an event is above it, and what followed is below."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Path, Step
from timeline.chronology import Timeline
from timeline.dates import elapsed_between
from timeline.views.layout import Glyphs, Look, Word, legend, lines, segments, spaced, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_STEP = 4


class Tree:
    """The steps of a chain, drawn as branches; in a pipe, each has its level as a number."""

    def __init__(self, timeline: Timeline, steps: Iterable[Step]) -> None:
        self._timeline = timeline
        self._steps = steps

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        is_timed = False
        for step in self._steps:
            is_timed |= step.origin is not None
            if look.on_terminal:
                yield from step_rows(step, look)
            else:
                level = Word(f"{step.level:+}" if step.level else "0", theme.QUIET)
                yield from segments(spaced([[level], _content(step, look)]))
                yield Segment.line()
        if is_timed:
            here = look.glyphs.here
            yield from legend(look, [f"Times are measured from the next event towards {here}."])


def step_rows(step: Step, look: Look) -> Iterator[Segment]:
    """Yield the lines of a step on a terminal."""
    glyphs = look.glyphs
    lead, below = f"{glyphs.here} ", "  "
    if step.path:
        lead, below = _branches(step, glyphs, look.width // 2 // _STEP)
    for line in lines(_content(step, look), look.width - len(lead)):
        yield Segment(lead, theme.QUIET if step.path else theme.HEADING)
        yield from segments(line)
        yield Segment.line()
        lead = below


def _branches(step: Step, glyphs: Glyphs, most: int) -> tuple[str, str]:
    """Return the prefix of the first line of a step, and that of its other lines.

    Of the lines that pass the step, only the nearest `most` are drawn.
    """
    is_before = step.level < 0
    path = step.path
    assert path is not None
    blank = " " * _STEP
    corner = glyphs.first if is_before else glyphs.last
    lead = corner if path.outermost else glyphs.branch
    below = glyphs.trunk if is_before or not path.outermost else blank
    trunks = [blank if one.outermost else glyphs.trunk for one in _passed(path.nearer, most)]
    passing = "".join(reversed(trunks))
    if len(trunks) == most:
        passing = glyphs.more + passing[_STEP:]
    return passing + lead, passing + below


def _passed(path: Path | None, most: int) -> Iterator[Path]:
    while path and most:
        yield path
        path, most = path.nearer, most - 1


def _content(step: Step, look: Look) -> list[Word]:
    event, origin = step.event, step.origin
    time = elapsed_between(origin.date, event.date) if origin else ""
    is_named = bool(step.elsewhere)
    remark = f"(see {step.elsewhere})" if is_named else "(continues)" if step.cut else ""
    title = theme.PLAIN if origin else theme.TITLE
    facts = [
        look.words(time, theme.QUIET),
        look.words(event.date.describe(), theme.DATE),
        [
            *look.words(event.title, theme.QUIET if is_named else title),
            *look.words(f"({event.id})", theme.QUIET),
        ],
        [Word(remark, theme.HEADING)] if remark else [],
    ]
    return spaced(facts)
