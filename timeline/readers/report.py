"""Collecting the problems of one file."""

from collections.abc import Callable, Hashable

from timeline.errors import MOST_PROBLEMS, Problem, Severity
from timeline.readers.formats import AS_USUAL, ReadingOptions
from timeline.readers.items import Place


class TooManyProblems(Exception):
    """The file has too many problems, so the rest is not read."""


class _Tally:
    """A problem that several events have: its first place, and their number."""

    def __init__(
        self, severity: Severity, place: Place, message: str, several: Callable[[int], str]
    ) -> None:
        self.severity = severity
        self.place = place
        self.message = message
        self.several = several
        self.count = 0


class Report:
    """Adds the problems of one file to a list, without excerpts (see `with_excerpts`).

    `name` is the name of the file in messages. `is_chronology` is set when something is found that
    only a chronology has; until then, the file may be something else. `skipped` says why such a
    file in a folder is skipped; it is empty if that needs no warning. `options` say how to read the
    file.
    """

    def __init__(
        self, name: str, problems: list[Problem], options: ReadingOptions = AS_USUAL
    ) -> None:
        self.name = name
        self.options = options
        self._problems = problems
        self._tallies: dict[Hashable, _Tally] = {}
        self.is_chronology = False
        self.skipped = "it has no event with a date and a title"

    def error(self, place: Place, message: str) -> None:
        """Add an error. Raises TooManyProblems."""
        self._add(Severity.ERROR, place, message)

    def warning(self, place: Place, message: str) -> None:
        """Add a warning. Raises TooManyProblems."""
        self._add(Severity.WARNING, place, message)

    def tally(
        self,
        severity: Severity,
        same: Hashable,
        place: Place,
        message: str,
        several: Callable[[int], str],
    ) -> None:
        """Count a problem that many events may have. It is reported once, at its first place.

        Calls with an equal `same` count as one problem. `several` makes the message from the count
        if it is more than one. Raises TooManyProblems.
        """
        tally = self._tallies.get(same)
        if tally is None:
            self._stop_at(len(self._problems) + len(self._tallies), place)
            tally = self._tallies[same] = _Tally(severity, place, message, several)
        tally.count += 1

    def ignored(self, place: Place, what: str) -> None:
        """Warn that something has no counterpart in a chronology, once for each `what`."""
        self.tally(
            Severity.WARNING,
            ("ignored", what),
            place,
            f"{what} is ignored",
            lambda count: f"{what} is ignored, {count:,} times",
        )

    def finish(self) -> None:
        """Add the counted problems. Nothing can be reported afterwards."""
        for one in self._tallies.values():
            message = one.message if one.count == 1 else one.several(one.count)
            self._problems.append(
                Problem(self.name, *one.place[:2], one.severity, message, one.place.width)
            )
        self._tallies.clear()

    def _add(self, severity: Severity, place: Place, message: str) -> None:
        line, column, width = place
        self._problems.append(Problem(self.name, line, column, severity, message, width))
        self._stop_at(len(self._problems) + len(self._tallies), place)

    def _stop_at(self, count: int, place: Place) -> None:
        if count >= MOST_PROBLEMS:
            message = f"{MOST_PROBLEMS:,} problems: the rest of the file was not read"
            self._problems.append(Problem(self.name, *place[:2], Severity.ERROR, message))
            raise TooManyProblems
