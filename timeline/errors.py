"""What can go wrong: problems in the data as values, problems in a request as exceptions."""

from enum import StrEnum
from typing import NamedTuple

from timeline.text import visible
from timeline.width import cells

MOST_PROBLEMS = 10_000
"""How many problems of one file are told; whoever mends those runs the check again."""

WIDEST_EXCERPT = 80
"""How many cells the excerpt of a line takes at most."""

_CUT = "..."


class TimelineError(Exception):
    """Something that a person can mend; its text says what is wrong and what to do."""

    exit_code = 2


class DateError(TimelineError, ValueError):
    """A text that is no EDTF date, or a date that does not exist."""


class FileError(TimelineError):
    """A file that cannot be read or written."""


class NotUnderstoodError(TimelineError):
    """A name or a period that stands for nothing; `advice` is what to write, where known."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message}\n{advice}" if advice else message)
        self.message = message
        self.advice = advice


class QuestionError(TimelineError):
    """A question that cannot be answered as it was asked.

    `question[start:end]` is the place that is wrong; `message` says how, and `advice` what would
    work instead.
    """

    def __init__(self, message: str, question: str, start: int, end: int, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.question = question
        self.start = start
        self.end = max(end, start + 1)
        self.advice = advice

    def __str__(self) -> str:
        question = visible(self.question)
        if question == self.question:
            width = max(1, cells(question[self.start : self.end]))
            mark = " " * cells(question[: self.start]) + "~" * (width - 1) + "^"
            lines = [self.message, f"    {question}", f"    {mark}"]
        else:
            lines = [self.message, f"    {question}"]
        if self.advice:
            lines.append(self.advice)
        return "\n".join(lines)


class DamagedIndexError(TimelineError):
    """An index on disk that cannot be read; it has been removed, to be built anew."""


class Severity(StrEnum):
    """How bad a problem is: an error refuses the file, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing wrong in a file, and where.

    `line` and `column` count from 1, in characters; 0 where the problem has no place of its own.
    `width` is how many characters are wrong; `excerpt` is the line as it stands in the file, or
    None where it is not known.
    """

    file: str
    line: int
    column: int
    severity: Severity
    message: str
    width: int = 1
    excerpt: str | None = None

    def __str__(self) -> str:
        heading = f"{self.place}: {self.severity}: {self.message}"
        if self.excerpt is None:
            return heading
        return "\n".join([heading, *self.marked_excerpt()])

    @property
    def place(self) -> str:
        """The file, with line and column where the problem has a place: `events.yaml:12:9`."""
        file = visible(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file

    def marked_excerpt(self, widest: int = WIDEST_EXCERPT) -> tuple[str, str]:
        """Return the excerpt and the carets under it, cut around the place to `widest` cells."""
        line = self.excerpt or ""
        gutter = f" {self.line} | "
        at = self.column - 1
        first, end = _window(line, at, widest - len(gutter))
        before = _one_for_one(line[first:at])
        under = _one_for_one(line[at : min(end, at + self.width)])
        after = _one_for_one(line[at + self.width : end])
        left = _CUT if first else ""
        right = _CUT if end < len(line) else ""
        carets = " " * cells(left + before) + "^" * max(1, cells(under))
        return (
            f"{gutter}{left}{before}{under}{after}{right}".rstrip(),
            " " * (len(gutter) - 2) + "| " + carets,
        )


class DataError(TimelineError):
    """A file with errors, which is refused whole; `problems` holds every one of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def _one_for_one(text: str) -> str:
    """Return `text` with every character that must not reach a terminal replaced by one."""
    return "".join(" " if c == "\t" else c if visible(c) in (c, "") else "\ufffd" for c in text)


def _window(line: str, at: int, room: int) -> tuple[int, int]:
    """Return from where to where a line is shown around a place, in so many cells of a terminal.

    The dots that stand for what is cut off have their room too.
    """
    if len(line) <= room and cells(line) <= room:
        return 0, len(line)
    room -= 2 * len(_CUT)
    first, used = at, 0
    while first and used + cells(line[first - 1]) <= room // 2:
        first -= 1
        used += cells(line[first])
    end = at
    while end < len(line) and used + cells(line[end]) <= room:
        used += cells(line[end])
        end += 1
    while first and used + cells(line[first - 1]) <= room:
        first -= 1
        used += cells(line[first])
    return first, end
