"""Read the parts of a file with all the cores."""

from collections import deque
from collections.abc import Generator, Iterable
from functools import partial

from timeline.index.workers.job import Job, PartRows
from timeline.index.workers.processes import Processes, Task
from timeline.readers import Part

_PARTS_AHEAD = 8
"""How many parts of the file are in memory for each process, which limits the memory in use."""


def rows_of_parts(
    job: Job, parts: Iterable[Part], workers: int
) -> Generator[tuple[Part, PartRows | None]]:
    """Yield each part with its rows, in order; None for one that must be read with the rest.

    This process reads parts too while it would wait for one. The result is the same for any number
    of `workers`, also if some of them die.
    """
    if not workers:
        yield from ((part, job.rows_of(part)) for part in parts)
        return
    waiting: deque[Task] = deque()
    remaining = map(Task, parts)
    with Processes(job, workers) as processes:
        while True:
            while len(waiting) < _PARTS_AHEAD * (workers + 1) and (task := next(remaining, None)):
                waiting.append(task)
                processes.submit(task)
            if not waiting:
                return
            while not waiting[0].is_done and (task := processes.take_back()):
                rows = job.rows_of(task.part)
                task.finish(partial(_same, rows))
            task = waiting.popleft()
            yield task.part, task.rows()


def _same(rows: PartRows | None) -> PartRows | None:
    return rows
