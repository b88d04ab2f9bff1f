"""The problems of one file, as its reader finds them."""

from timeline.errors import MOST_PROBLEMS, Problem, Severity
from timeline.readers.items import Place


class TooManyProblems(Exception):
    """The file has so many problems that the rest of it is not read."""


class Report:
    """Adds the problems of one file to a list. A problem's excerpt is left out (`with_excerpts`).

    `name` is what the file is called.
    """

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self._name = name
        self._problems = problems

    def error(self, place: Place, message: str) -> None:
        """Add an error. Raises TooManyProblems."""
        self._add(Severity.ERROR, place, message)

    def warning(self, place: Place, message: str) -> None:
        """Add a warning. Raises TooManyProblems."""
        self._add(Severity.WARNING, place, message)

    def _add(self, severity: Severity, place: Place, message: str) -> None:
        line, column, width = place
        self._problems.append(Problem(self._name, line, column, severity, message, width))
        if len(self._problems) >= MOST_PROBLEMS:
            message = f"{MOST_PROBLEMS:,} problems: the rest of the file was not read"
            self._problems.append(Problem(self._name, line, column, Severity.ERROR, message))
            raise TooManyProblems
