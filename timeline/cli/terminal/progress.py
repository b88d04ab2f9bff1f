"""A progress bar on standard error while something takes long."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""The time before a bar is shown, in seconds."""


class Bar:
    """Shows the progress of something after `PATIENCE` seconds.

    `task` says what is being done, and `in_bytes` whether it is counted in bytes.
    """

    def __init__(self, task: str, *, in_bytes: bool) -> None:
        self._task = task
        self._in_bytes = in_bytes
        self._start = time.monotonic()
        self._progress: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Update how much is done; `total` is 0 if it is unknown."""
        if self._progress is None:
            if time.monotonic() - self._start < PATIENCE:
                return
            self._progress = _drawn(in_bytes=self._in_bytes)
            self._progress.add_task(self._task, total=total or None)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done)

    def stop(self) -> None:
        """Remove the bar."""
        if self._progress is not None:
            self._progress.stop()


@contextmanager
def progress_bar(task: str = "Reading", *, in_bytes: bool = True) -> Iterator[Bar | None]:
    """Yield a bar while something is done; None if standard error is not a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    bar = Bar(task, in_bytes=in_bytes)
    try:
        yield bar
    finally:
        bar.stop()


def _drawn(*, in_bytes: bool) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn() if in_bytes else MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
