"""Do many pieces of work on all cores."""

from collections import deque
from collections.abc import Generator, Iterable
from functools import partial

from timeline.index.workers.job import Job, Result, Work
from timeline.index.workers.processes import SENT_AHEAD, Processes, Task

_BYTES_AHEAD = 1 << 20
"""How many bytes of texts are in memory for each process, unless a few texts are longer."""


def results_of(
    job: Job[Work, Result], works: Iterable[Work], workers: int
) -> Generator[tuple[Work, Result]]:
    """Yield each piece of work with its result, in order.

    This process works too while it would wait for a result. The results are the same for any
    number of `workers`, even if some of them die.
    """
    waiting: deque[Task[Work, Result]] = deque()
    remaining = map(Task[Work, Result], works)
    size, most, fewest = 0, _BYTES_AHEAD * (workers + 1), SENT_AHEAD * workers + 1
    with Processes(job, workers) as processes:
        while True:
            while (size < most or len(waiting) < fewest) and (task := next(remaining, None)):
                size += len(task.work.text)
                waiting.append(task)
                processes.submit(task)
            if not waiting:
                return
            while not waiting[0].is_done and (task := processes.take_back()):
                task.finish(partial(_same, job.do(task.work)))
            task = waiting.popleft()
            size -= len(task.work.text)
            yield task.work, task.result()


def _same(result: Result) -> Result:
    return result
