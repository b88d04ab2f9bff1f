"""Problems as workflow commands, which GitHub Actions shows beside the lines of a change."""

from collections.abc import Iterator, Sequence

from timeline.errors import Problem
from timeline.text import visible
from timeline.writers.problems.places import end_column


def text_of(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a line for each problem."""
    for problem in problems:
        properties = {"file": problem.file}
        if problem.line:
            properties["line"] = str(problem.line)
            properties["col"] = str(problem.column)
            properties["endColumn"] = str(end_column(problem))
        if problem.rule:
            properties["title"] = problem.rule
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        yield f"::{problem.severity} {listed}::{_data(visible(problem.message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
