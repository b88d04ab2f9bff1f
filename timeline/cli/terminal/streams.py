"""Standard output, which takes results, and standard error, which takes everything else."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from timeline.errors import FileError

FIRST_BLOCK = 1 << 12
"""About how many characters are written first: a screenful."""

BLOCK = 1 << 15
"""About how many characters are written at once after that."""


def stream(chunks: Iterable[str]) -> None:
    """Write an exported format to standard output, as UTF-8 whatever the terminal's encoding."""
    with _checked_output():
        sys.stdout.flush()
        for block in blocks(chunks):
            mark_written()
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


def blocks(chunks: Iterable[str]) -> Iterator[bytes]:
    """Yield text as UTF-8, in pieces that are worth writing."""
    return (block.encode() for block in gathered(chunks))


def gathered(chunks: Iterable[str]) -> Iterator[str]:
    """Yield text in pieces that are worth writing; the first is small, so that it is soon seen."""
    pieces: list[str] = []
    size, most = 0, FIRST_BLOCK
    for chunk in chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size > most:
            yield "".join(pieces)
            pieces, size, most = [], 0, BLOCK
    yield "".join(pieces)


def has_written() -> bool:
    """Tell whether any part of a result has been written to standard output."""
    return _Written.anything


def mark_written() -> None:
    """Record that part of a result is being written to standard output."""
    _Written.anything = True


class _Written:
    anything = False


def note(message: str) -> None:
    """Print a message on standard error."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(message, file=sys.stderr, flush=True)


def complain(message: str) -> None:
    """Print an error on standard error."""
    note(f"timeline: error: {message}")


def close_output() -> None:
    """Flush standard output. Raises FileError where that fails."""
    with _checked_output():
        sys.stdout.flush()


def write_text(text: str) -> None:
    """Write a piece of a result to standard output, at once."""
    with _checked_output():
        # Characters that the terminal cannot show are replaced.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        if text:
            mark_written()
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _checked_output() -> Iterator[None]:
    """Exit quietly where the reader is gone; raise FileError where writing fails."""
    try:
        yield
    except BrokenPipeError:
        _give_up(0)
    except OSError as error:
        _detach()
        raise FileError(f"cannot write to standard output: {error.strerror or error}") from None


def _give_up(code: int) -> NoReturn:
    _detach()
    raise SystemExit(code)


def _detach() -> None:
    """Discard whatever else is written to standard output, even at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
