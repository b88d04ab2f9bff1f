"""Where results and messages go: standard output and standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, Protocol

from timeline.cli.files import blocks, gathered
from timeline.cli.options import Color
from timeline.errors import FileError

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

    class View(Protocol):
        """A Rich renderable that yields segments line by line."""

        def __rich_console__(
            self, console: Console, options: ConsoleOptions
        ) -> Iterable[Segment]: ...


def render(view: "View", color: Color) -> None:
    """Write a view to standard output, line by line as it comes."""
    for text in gathered(rendered(view, make_console(color))):
        _write(text)


def rendered(view: "View", console: "Console") -> Iterator[str]:
    """Yield what a console shows of a view, as text with the codes of its colours."""
    from rich.color import ColorSystem

    coloured = ColorSystem.STANDARD if console.color_system else None
    for part in view.__rich_console__(console, console.options):
        if coloured is not None and part.style:
            yield part.style.render(part.text, color_system=coloured)
        else:
            yield part.text


def make_console(color: Color) -> "Console":
    """Return standard output as Rich knows it, with or without colour."""
    from rich.console import Console

    wanted = color is Color.ALWAYS or (color is Color.AUTO and _wants_color())
    return Console(
        file=sys.stdout,
        color_system="standard" if wanted else None,
        force_terminal=sys.stdout.isatty(),
        no_color=not wanted,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _wants_color() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def write_text(text: str) -> None:
    """Write a result of a few lines to standard output."""
    _write(text)


def stream(chunks: Iterable[str]) -> None:
    """Write an exported format to standard output, as UTF-8 whatever the terminal's encoding."""
    with _checked_output():
        sys.stdout.flush()
        for block in blocks(chunks):
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


def note(message: str) -> None:
    """Say something about the result on standard error."""
    with suppress(OSError):
        print(message, file=sys.stderr)


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    note(message if _is_problem(message) else f"timeline: error: {message}")


def _is_problem(message: str) -> bool:
    """Tell whether a message is of problems in a file, which name the file themselves."""
    return ": error: " in message.partition("\n")[0]


def close_output() -> None:
    """Send what is left; raise FileError where it does not fit, be quiet where nobody reads."""
    with _checked_output():
        sys.stdout.flush()


def _write(text: str) -> None:
    with _checked_output():
        # What the terminal cannot show is marked, not an error.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        sys.stdout.write(text)
        sys.stdout.flush()


class _checked_output:  # noqa: N801 - a context manager, named as the verb it is
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, BrokenPipeError):
            _give_up(0)
        if isinstance(error, OSError):
            _detach()
            raise FileError(f"cannot write to standard output: {error.strerror or error}") from None


def _give_up(code: int) -> NoReturn:
    _detach()
    raise SystemExit(code)


def _detach() -> None:
    """Let nothing more be written to standard output, not even at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
