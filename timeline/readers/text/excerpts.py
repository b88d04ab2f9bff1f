"""The lines of a file that are shown with its problems."""

from collections import Counter

from timeline.errors import Problem
from timeline.readers.text.encodings import as_utf8
from timeline.readers.text.lines import ByteStream, lines_from

_MOST_SHOWN = 1 << 21
"""The number of characters of one line that are stored with all of its problems."""


def with_excerpts(problems: list[Problem], stream: ByteStream) -> list[Problem]:
    """Return the problems of one file with their lines, without duplicates, in file order."""
    wanted = {problem.line for problem in problems if problem.line}
    found: dict[int, str] = {}
    last = max(wanted, default=0)
    if last:
        for line in lines_from(as_utf8(stream)):
            if line.number in wanted:
                found[line.number] = line.text
            if line.number == last:
                break
    complete = set()
    shown: Counter[int] = Counter()
    for problem in problems:
        excerpt = found.get(problem.line)
        if excerpt is None or problem.column > len(excerpt) + 1:
            complete.add(problem)
            continue
        shown[problem.line] += len(excerpt)
        if shown[problem.line] <= _MOST_SHOWN:
            problem = problem._replace(excerpt=excerpt)
        complete.add(problem)
    return sorted(complete, key=lambda p: (p.line, p.column, p.severity, p.message))
