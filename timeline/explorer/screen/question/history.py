"""The questions that were asked before, kept in a private file from run to run."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

_MOST = 500
"""The number of questions that are read from the file."""


def history_path() -> Path | None:
    """Return the file of the history: `$TIMELINE_HISTORY`, or one in the user's state folder.

    Returns None, for no file, if the variable is `off`.
    """
    named = os.environ.get("TIMELINE_HISTORY")
    if named:
        return None if named == "off" else Path(named)
    from platformdirs import user_state_path

    return user_state_path("timeline", appauthor=False) / "questions"


class History:
    """Questions, the latest last. Those of earlier runs are read when first needed.

    `path` returns their file. If that is None, or cannot be read or written, they are kept for this
    run only.
    """

    def __init__(self, path: Callable[[], Path | None]) -> None:
        self._find_path = path
        self._asked: list[str] | None = None
        self._at = 0

    @cached_property
    def _path(self) -> Path | None:
        return self._find_path()

    def begin(self) -> None:
        """Recall from the latest on."""
        self._at = len(self._all())

    def step(self, steps: int) -> str:
        """Return an earlier question, or with positive steps a later one; empty after the last."""
        asked = self._all()
        self._at = max(0, min(self._at + steps, len(asked)))
        return asked[self._at] if self._at < len(asked) else ""

    def add(self, question: str) -> None:
        """Add a question, unless it is empty or the same as the latest."""
        asked = self._all()
        if not question.strip() or question in asked[-1:] or "\n" in question:
            return
        asked.append(question)
        if self._path is not None:
            with suppress(OSError, UnicodeEncodeError):
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                # Two screens may add at the same time, and a short line is written in one piece.
                opened = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with os.fdopen(opened, "a", encoding="utf-8") as file:
                    file.write(f"{question}\n")

    def _all(self) -> list[str]:
        if self._asked is None:
            self._asked = []
            if self._path is not None:
                with suppress(OSError, UnicodeDecodeError):
                    lines = self._path.read_text(encoding="utf-8").splitlines()
                    self._asked = lines[-_MOST:]
        return self._asked
