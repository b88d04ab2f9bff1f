"""Watching the files: an edit elsewhere appears on the screen."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial

from timeline.chronology import Timeline
from timeline.errors import DamagedIndexError, TimelineError
from timeline.explorer.screen.asking import Thread
from timeline.readers import chosen_files
from timeline.text import visible

EVERY = 1.0
"""The time between two looks at the files, in seconds."""


class Watcher:
    """Reads the files again when they change. If they have errors, what was read before stays.

    `problem` says what is wrong with the files, empty if nothing is. `changed` is called after each
    reading, with the chronology, or None if there is a problem.
    """

    def __init__(
        self,
        timeline: Timeline,
        reopen: Callable[[], Timeline],
        thread: Thread,
        changed: Callable[[Timeline | None], None],
    ) -> None:
        self._read_from(timeline)
        self._reopen = reopen
        self._thread = thread
        self._changed = changed
        self._seen = self._looked()
        self._is_reading = False
        self.problem = ""

    def look(self) -> None:
        """Read the files again if they have changed since they were last read."""
        if self._looked() != self._seen:
            self.read()

    def read(self) -> None:
        """Read the files again."""
        if not self._is_reading:
            self._is_reading = True
            self._seen = self._looked()
            self._thread.start(self._read)

    def _read(self) -> None:
        timeline, problem = None, ""
        try:
            timeline = self._reopen()
        except DamagedIndexError:
            # It has been deleted, and is built anew.
            self._thread.call(self._read_again)
            return
        except (TimelineError, OSError, sqlite3.Error) as error:
            problem = visible(str(error).partition("\n")[0]) or type(error).__name__
        self._thread.call(partial(self._was_read, timeline, problem))

    def _read_again(self) -> None:
        self._is_reading = False
        self.read()

    def _was_read(self, timeline: Timeline | None, problem: str) -> None:
        self._is_reading = False
        self.problem = problem
        if timeline is not None:
            self._read_from(timeline)
        self._changed(timeline)

    def _read_from(self, timeline: Timeline) -> None:
        self._paths = timeline.paths
        self._folders = sorted({file.folder for file in timeline.chosen if file.folder})

    def _looked(self) -> dict[str, tuple[int, int] | None]:
        """Return the time and the size of each file, and of those that are new in the folders."""
        return {path: _stamp_of(path) for path in {*self._paths, *_files_in(self._folders)}}


def _files_in(folders: Sequence[str]) -> list[str]:
    try:
        return [file.path for file in chosen_files(folders)] if folders else []
    except (TimelineError, OSError):
        return []


def _stamp_of(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - any text is asked
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
