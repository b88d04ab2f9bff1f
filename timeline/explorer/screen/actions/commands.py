"""Running commands of `timeline` from the full screen, as they are run in a shell."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from timeline.explorer.screen.app import Explorer
from timeline.query import Query
from timeline.text import visible

_OF_WARNINGS = "see timeline check"
"""The end of the note on the warnings in the files, which has nothing to do with a command."""

_FOR_A_SHELL = re.compile(r"^timeline: (?:error: )?|; --strict makes this an error$")
"""Parts of messages that are of no use on the screen."""


class Ended(NamedTuple):
    """How a command ended: its exit code, and its messages."""

    code: int
    messages: tuple[str, ...]


def run(arguments: Sequence[str], *, on_terminal: bool) -> Ended:
    """Run a command. On the terminal, it asks and prints there, and its messages are not read."""
    # With -P, no module of the current folder is run.
    command = [sys.executable, "-P", "-m", "timeline", *arguments]
    if on_terminal:
        with _uninterrupted():
            return Ended(subprocess.run(command, check=False).returncode, ())
    ended = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    told = (
        visible(_FOR_A_SHELL.sub("", line))
        for line in ended.stderr.strip().splitlines()
        if not line.endswith(_OF_WARNINGS) and not line.startswith("see 'timeline ")
    )
    return Ended(ended.returncode, tuple(told))


def run_beside(app: Explorer, arguments: Sequence[str], then: Callable[[Ended], None]) -> None:
    """Run a command while the screen goes on, and then do something."""

    def work() -> None:
        ended = run(arguments, on_terminal=False)
        app.thread.call(partial(then, ended))

    app.tell(f"{arguments[0]} ...")
    app.thread.start(work)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave Ctrl-C to the command. Unlike being ignored, a handler is not inherited by it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def files(paths: Sequence[str]) -> list[str]:
    """Return the options that name files."""
    return [part for path in paths for part in ("-f", path)]


def words(query: Query) -> list[str]:
    """Return a question as the last arguments of a command."""
    terms = [str(term) for term in query.terms]
    return ["--", *terms, *(["is:certain"] if query.certain else [])] if terms else []


def wait_for_enter() -> None:
    """Wait until the person has read what a command printed."""
    try:
        input("\nEnter returns to the chronology ")
    except (EOFError, KeyboardInterrupt):
        return
