"""A progress bar on standard error while files are read, if that takes long."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""The time before a bar is shown, in seconds."""


class ReadingBar:
    """Shows the progress of reading after `PATIENCE` seconds."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._progress: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Update the number of bytes read; `total` is 0 if it is unknown."""
        if self._progress is None:
            if time.monotonic() - self._start < PATIENCE:
                return
            self._progress = _bar()
            self._progress.add_task("Reading", total=total or None)
            self._progress.start()
        self._progress.update(self._progress.task_ids[0], completed=done)

    def stop(self) -> None:
        """Remove the bar."""
        if self._progress is not None:
            self._progress.stop()


@contextmanager
def progress_bar() -> Iterator[ReadingBar | None]:
    """Yield a bar while files are read; None if standard error is not a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    bar = ReadingBar()
    try:
        yield bar
    finally:
        bar.stop()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=Console(stderr=True),
        transient=True,
    )
