"""Problems as JSON: an object with the list `problems`."""

from collections.abc import Iterator, Sequence
from json import dumps

from timeline.errors import Problem
from timeline.writers.problems.places import end_column


def text_of(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the document, with each problem on its own line.

    `line`, `column` and `end_column` are null if the problem concerns the whole file, and `rule` is
    null if no rule found it.
    """
    yield '{"problems": ['
    for number, problem in enumerate(problems):
        line = problem.line or None
        record = {
            "file": problem.file,
            "line": line,
            "column": line and problem.column,
            "end_column": line and end_column(problem),
            "severity": problem.severity,
            "rule": problem.rule or None,
            "message": problem.message,
        }
        yield f"{',' if number else ''}\n{dumps(record, ensure_ascii=False)}"
    yield "\n]}\n" if problems else "]}\n"
