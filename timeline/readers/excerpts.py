"""The lines of a file that are shown with its problems."""

from timeline.errors import Problem
from timeline.readers.encodings import as_utf8
from timeline.readers.lines import ByteStream, lines_from


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
    for problem in problems:
        excerpt = found.get(problem.line)
        if excerpt is not None and problem.column <= len(excerpt) + 1:
            problem = problem._replace(excerpt=excerpt)
        complete.add(problem)
    return sorted(complete, key=lambda p: (p.line, p.column, p.severity, p.message))
