"""Errors: problems in the data are values, problems in a request are exceptions."""

from enum import StrEnum
from typing import NamedTuple

from timeline.text import visible
from timeline.width import cells

MOST_PROBLEMS = 10_000
"""The maximum number of problems that are reported for one file."""

WIDEST_EXCERPT = 80
"""The maximum width of the excerpt of a line, in cells."""

_CUT = "..."


class TimelineError(Exception):
    """An error that the user can correct; its text says what is wrong and what to do."""

    exit_code = 2


class DateError(TimelineError, ValueError):
    """A text that is not a date of its format, or a date that does not exist or has no EDTF.

    `reason` is the message without the text, which it follows; empty if the message has another
    form.
    """

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


class FileError(TimelineError):
    """A file that cannot be read or written."""


class NotUnderstoodError(TimelineError):
    """A name or period that is not understood; `advice` says what to write, if known."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message}\n{advice}" if advice else message)
        self.message = message
        self.advice = advice


class QuestionError(TimelineError):
    """A question that cannot be answered.

    `question[start:end]` is the wrong part, `message` says what is wrong with it, and `advice` what
    to write instead.
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
    """An index on disk that is damaged or was replaced. The next run builds or reads another."""


class Severity(StrEnum):
    """The severity of a problem: a file with an error is refused, a file with a warning is not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """A problem in a file, with its place.

    `line` and `column` count from 1, in characters; they are 0 if the problem concerns the whole
    file. `width` is the number of wrong characters. `excerpt` is the line of the file, or None if
    it is not known. `rule` is the id of the rule of `timeline check` that found it, empty if it has
    none.
    """

    file: str
    line: int
    column: int
    severity: Severity
    message: str
    width: int = 1
    excerpt: str | None = None
    rule: str = ""

    def __str__(self) -> str:
        return self.with_excerpt()

    def with_excerpt(self, widest: int = WIDEST_EXCERPT) -> str:
        """Return the place, the severity, the message and, if it is known, the excerpt."""
        heading = f"{self.place}: {self.severity}: {self.full_message}"
        if self.excerpt is None:
            return heading
        return "\n".join([heading, *self.marked_excerpt(widest)])

    @property
    def full_message(self) -> str:
        """The message, with the rule in brackets if there is one."""
        return f"{self.message} [{self.rule}]" if self.rule else self.message

    @property
    def place(self) -> str:
        """The file, with line and column if they are known: `events.yaml:12:9`."""
        file = visible(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file

    def marked_excerpt(self, widest: int = WIDEST_EXCERPT) -> tuple[str, str]:
        """Return the excerpt and the carets under it, cut to `widest` cells around the place."""
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
    """Files that are refused because they have errors; `problems` holds all the errors."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def _one_for_one(text: str) -> str:
    """Return `text` with each character that is unsafe on a terminal replaced by a safe one."""
    return "".join(" " if c == "\t" else c if visible(c) in (c, "") else "\ufffd" for c in text)


def _window(line: str, at: int, room: int) -> tuple[int, int]:
    """Return the start and end of the part of a line that is shown around a place.

    The part takes at most `room` cells, including the dots for what is cut off.
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
