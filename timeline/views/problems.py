"""The errors and warnings in files: place, message and the line of the file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.errors import WIDEST_EXCERPT, Problem, Severity
from timeline.text import visible
from timeline.views.layout import UNLIMITED, lines, segments, theme, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_STYLES = {
    Severity.ERROR: Style(bold=True, color="red"),
    Severity.WARNING: Style(bold=True, color="yellow"),
}
_INDENT = 2
_NARROWEST = 20


class Problems:
    """A list of problems. On a terminal the messages are wrapped."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._problems = problems

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = max(_NARROWEST, options.max_width) if console.is_terminal else UNLIMITED
        for problem in self._problems:
            style = _STYLES[problem.severity]
            yield from _heading(problem, style, width)
            if problem.excerpt is not None:
                line, carets = problem.marked_excerpt(min(width, WIDEST_EXCERPT))
                gutter, bar, marks = carets.partition("|")
                yield Segment(f"{line}\n{gutter}{bar}", theme.QUIET)
                yield Segment(marks, style)
                yield Segment.line()


def _heading(problem: Problem, style: Style, width: int) -> Iterator[Segment]:
    if width >= UNLIMITED:
        yield Segment(f"{problem.place}: ", theme.TITLE)
        yield Segment(f"{problem.severity}:", style)
        yield Segment(f" {problem.full_message}\n")
        return
    content = [
        *words(f"{problem.place}:", theme.TITLE),
        *words(f"{problem.severity}:", style),
        *words(problem.full_message, theme.PLAIN),
    ]
    for number, line in enumerate(lines(content, width - _INDENT)):
        if number:
            yield Segment(" " * _INDENT)
        yield from segments(line)
        yield Segment.line()


def summary(problems: Sequence[Problem], files: Sequence[str]) -> str:
    """Return the number of errors, warnings and files: `2 errors in 1 of 3 files`.

    If there are none, the text says so.
    """
    checked = _number(len(files), "file")
    if not problems:
        return f"no errors or warnings in {checked if len(files) > 1 else visible(files[0])}"
    counts = Counter(problem.severity for problem in problems)
    found = " and ".join(
        _number(counts[severity], str(severity)) for severity in Severity if counts[severity]
    )
    faulty = len({problem.file for problem in problems})
    return f"{found} in {checked if faulty == len(files) else f'{faulty} of {checked}'}"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' if count != 1 else ''}"
