"""Standard output for results, and standard error for everything else."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from timeline.errors import FileError

FIRST_BLOCK = 1 << 12
"""The approximate size of the first piece of output, in characters: a screenful."""

BLOCK = 1 << 15
"""The approximate size of later pieces, in characters."""


def stream(chunks: Iterable[str]) -> None:
    """Write an export to standard output, in UTF-8 regardless of the encoding of the terminal."""
    stream_bytes(blocks(chunks))


def stream_bytes(chunks: Iterable[bytes]) -> None:
    """Write the bytes of an export to standard output."""
    with _checked_output():
        sys.stdout.flush()
        for chunk in chunks:
            mark_written()
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()


def blocks(chunks: Iterable[str]) -> Iterator[bytes]:
    """Yield text as UTF-8, in pieces large enough to write efficiently."""
    return (block.encode() for block in gathered(chunks))


def gathered(chunks: Iterable[str]) -> Iterator[str]:
    """Yield text in larger pieces; the first is small, so that output appears quickly."""
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
    """Return whether any part of a result has been written to standard output."""
    return _Written.anything


def mark_written() -> None:
    """Record that part of a result is being written to standard output."""
    _Written.anything = True


class _Written:
    anything = False


def note(message: str) -> None:
    """Print a message on standard error; on a terminal, wrap it between words."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        if sys.stderr.isatty():
            from timeline.cli.terminal.messages import width_of_errors, wrapped

            message = wrapped(message, width) if (width := width_of_errors()) else message
        print(message, file=sys.stderr, flush=True)


def complain(message: str) -> None:
    """Print an error on standard error."""
    note(f"timeline: error: {message}")


def close_output() -> None:
    """Flush standard output. Raises FileError if that fails."""
    with _checked_output():
        sys.stdout.flush()


def write_text(text: str) -> None:
    """Write a piece of a result to standard output immediately."""
    with _checked_output():
        # Characters that the terminal cannot show are replaced.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        if text:
            mark_written()
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _checked_output() -> Iterator[None]:
    """Exit quietly if the pipe is closed; raise FileError if writing fails."""
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
    """Discard all further writes to standard output, even at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
