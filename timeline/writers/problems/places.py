"""The place of a problem for other programs."""

from timeline.errors import Problem


def end_column(problem: Problem) -> int:
    """Return the column after the last wrong character, on the same line."""
    end = problem.column + problem.width
    if problem.excerpt is not None:
        end = min(end, len(problem.excerpt) + 1)
    return max(end, problem.column + 1)
