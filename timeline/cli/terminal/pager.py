"""A pager for output longer than the screen. Text is generated only as it is read."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from types import FrameType

from timeline.cli.terminal.streams import gathered, mark_written, note, write_text
from timeline.text import visible
from timeline.width import cells

_LESS = "FIRX"
_UNREAD = 1 << 16
"""The capacity of a pipe, in bytes: a pager that fails may leave this much unread."""

_CODES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def chosen() -> list[str]:
    """Return the command of the pager, empty if there is none."""
    if os.environ.get("TERM", "dumb") in ("dumb", ""):
        return []
    named = os.environ.get("PAGER")
    if named is None:
        # Colours must work, whatever $LESS is.
        return ["less", "-R"]
    try:
        command = shlex.split(named)
    except ValueError:
        note(f"cannot run $PAGER, '{visible(named)}': a quote is not closed")
        return []
    return [] if command == ["cat"] else command


def write_paged(texts: Iterable[str], columns: int, rows: int) -> None:
    """Write text to a terminal of this size, through a pager if it is longer than the screen."""
    parts = iter(texts)
    command = chosen()
    if command:
        held, is_full = _screenful(parts, columns, rows)
        parts = _paged(command, held, parts) if is_full else iter([held])
    for text in gathered(parts):
        write_text(text)


def _screenful(parts: Iterator[str], columns: int, rows: int) -> tuple[str, bool]:
    """Return about a screenful of text, and whether there is more."""
    held, line, used = [], "", 0
    for part in parts:
        held.append(part)
        *ended, line = (line + part).split("\n")
        for one in ended:
            used += max(1, -(-cells(_CODES.sub("", one)) // max(1, columns)))
        # The shell prompt takes a line, too.
        if used >= rows:
            return "".join(held), True
    return "".join(held), False


def _paged(command: list[str], held: str, rest: Iterator[str]) -> Iterator[str]:
    """Show text in a pager until the user quits; yield text that a failed pager did not show."""
    encoding = sys.stdout.encoding or "utf-8"
    own = {"LESS": _LESS, "LV": "-c"}
    if encoding.lower().startswith("utf"):
        own["LESSCHARSET"] = "utf-8"
    with _interrupts_left_to_the_pager() as interrupts:
        try:
            pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=own | dict(os.environ))
        except OSError as error:
            if "PAGER" in os.environ:
                reason = error.strerror or str(error)
                note(f"cannot run the pager '{visible(command[0])}': {reason}")
            return chain([held], rest)
        assert pager.stdin is not None
        mark_written()
        unread: list[str] = []
        taken = 0
        try:
            for text in chain([held], gathered(rest)):
                if taken <= _UNREAD:
                    unread.append(text)
                data = text.encode(encoding, "replace")
                pager.stdin.write(data)
                pager.stdin.flush()
                taken += len(data)
        except BrokenPipeError:
            pass
        finally:
            with suppress(BrokenPipeError):
                pager.stdin.close()
            code = pager.wait()
    if code and interrupts:
        raise KeyboardInterrupt
    return chain(unread, rest) if code and taken <= _UNREAD else iter(())


@contextmanager
def _interrupts_left_to_the_pager() -> Iterator[list[int]]:
    """Ignore interrupts, as pagers do, and collect them."""
    received: list[int] = []

    def take(number: int, frame: FrameType | None) -> None:
        received.append(number)

    # If the signal were ignored instead of handled, the pager would ignore it, too.
    before = signal.signal(signal.SIGINT, take)
    try:
        yield received
    finally:
        signal.signal(signal.SIGINT, before)
