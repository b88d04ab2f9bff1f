"""The processes that do a job, and what happens when one of them dies."""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO, Generic, Self

from timeline.index.workers.job import Job, Result, Work
from timeline.index.workers.worker import LENGTH

MOST_WORKERS = 3
"""Storing the rows takes about a third of the time, so that more workers would only wait."""

SENT_AHEAD = 2
"""The number of pieces of work that a worker has at a time: one that it does, and the next."""

_SWITCH_INTERVAL = 0.0005
"""The seconds after which threads take turns. With Python's 5 ms, workers are often idle."""

_PIPE_SIZE = 1 << 18
"""The number of bytes that a pipe holds, where that can be chosen, so that most answers fit."""

# The folder in which the program is run must not come first, and the user's script must not run
# again, as it would with `multiprocessing`.
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from timeline.index.workers.worker import main; main()"
)


def number_of_workers() -> int:
    """Return how many processes may work besides this one, 0 if there is only one core."""
    if not sys.executable or getattr(sys, "frozen", False):
        return 0
    if hasattr(os, "process_cpu_count"):
        cores = os.process_cpu_count()
    elif hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count()
    return min((cores or 1) - 1, MOST_WORKERS)


class Task(Generic[Work, Result]):
    """A piece of work. Its result can be taken once it is there."""

    def __init__(self, work: Work) -> None:
        self.work = work
        # One item, which returns the result.
        self._results: SimpleQueue[Callable[[], Result]] = SimpleQueue()

    @property
    def is_done(self) -> bool:
        """Whether `result` would return at once."""
        return not self._results.empty()

    def finish(self, result: Callable[[], Result]) -> None:
        """Give the function that returns the result."""
        self._results.put(result)

    def result(self) -> Result:
        """Return the result when it is there."""
        return self._results.get()()


class Processes(Generic[Work, Result]):
    """Worker processes, each with a thread that hands it work and receives the results.

    If some cannot be started, or die, work goes on without them. All are ended when the context is
    left.
    """

    def __init__(self, job: Job[Work, Result], workers: int) -> None:
        self._tasks: SimpleQueue[Task[Work, Result] | None] = SimpleQueue()
        self._lock = Lock()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[Thread] = []
        self._job = job
        self._workers = workers
        self._alive = 0
        self._switch_interval = sys.getswitchinterval()

    def __enter__(self) -> Self:
        sys.setswitchinterval(_SWITCH_INTERVAL)
        try:
            for _ in range(self._workers):
                self._start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        sys.setswitchinterval(self._switch_interval)
        for process in self._processes:
            process.kill()
        for _thread in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            # Ctrl-C may have come before it was started.
            with suppress(RuntimeError):
                thread.join()
        for process in self._processes:
            # This waits, and closes the pipes that no thread has closed.
            with suppress(OSError), process:
                pass

    def submit(self, task: Task[Work, Result]) -> None:
        """Have a task done by the next worker that is free."""
        with self._lock:
            if self._alive:
                self._tasks.put(task)
            else:
                self.do_here(task)

    def do_here(self, task: Task[Work, Result]) -> None:
        """Have a task done by this process, when its result is asked for."""
        task.finish(partial(self._job.do, task.work))

    def take_back(self) -> Task[Work, Result] | None:
        """Return a task that no worker has begun; None if there is none."""
        with suppress(Empty):
            if (task := self._tasks.get_nowait()) is not None:
                return task
            # That is for a thread that waits for work, to end it.
            self._tasks.put(None)
        return None

    def _start(self) -> None:
        path = [folder or os.getcwd() for folder in sys.path]  # noqa: PTH109 - not for a Path
        command = [sys.executable, "-P", "-c", _START, *path]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        with suppress(OSError):
            process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=nowhere, pipesize=_PIPE_SIZE
            )
            self._processes.append(process)
            thread = Thread(target=self._serve, args=(process,), daemon=True)
            self._threads.append(thread)
            self._alive += 1
            thread.start()

    def _serve(self, process: "subprocess.Popen[bytes]") -> None:
        """Hand work to a process and receive the results, until it dies or there is no more."""
        assert process.stdin is not None
        assert process.stdout is not None
        sent: deque[Task[Work, Result]] = deque()
        try:
            with suppress(OSError), process.stdin as into, process.stdout as out:
                pickle.dump(self._job, into, pickle.HIGHEST_PROTOCOL)
                while self._send(sent, into):
                    length = int.from_bytes(_received(out, LENGTH), "little")
                    answer = _received(out, length)
                    sent.popleft().finish(partial(pickle.loads, answer))
        finally:
            with self._lock:
                self._alive -= 1
                lost = [*sent]
                while not self._alive and (task := self.take_back()):
                    lost.append(task)
            for task in lost:
                self.do_here(task)

    def _send(self, sent: deque[Task[Work, Result]], into: IO[bytes]) -> bool:
        """Send work in advance; return whether any answer is still to come."""
        while len(sent) < SENT_AHEAD:
            task = self._tasks.get() if not sent else self.take_back()
            if task is None:
                break
            sent.append(task)
            pickle.dump(task.work, into, pickle.HIGHEST_PROTOCOL)
            into.flush()
        return bool(sent)


def _received(out: IO[bytes], length: int) -> bytes:
    """Read exactly `length` bytes. Raises OSError if there are fewer."""
    data = out.read(length)
    if len(data) < length:
        raise OSError("the worker has ended")
    return data
