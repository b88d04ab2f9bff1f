"""Where results and messages go: standard output and standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

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


FIRST_BLOCK = 1 << 12
"""About how many characters are written at first: a screen of them."""

BLOCK = 1 << 15
"""About how many characters are written at once after that."""


def render(view: "View", color: Color, *, paged: bool) -> None:
    """Write a view to standard output, line by line as it comes.

    Where it is `paged`, and longer than the screen of a terminal, it goes through a pager.
    """
    console = make_console(color)
    texts = rendered(view, console)
    if paged and console.is_terminal:
        from timeline.cli.terminal.pager import write_paged

        write_paged(texts, *console.size)
        return
    for text in gathered(texts):
        write_text(text)


def rendered(view: "View", console: "Console") -> Iterator[str]:
    """Return what a console shows of a view, as text with the codes of its colours."""
    options = console.options
    if console.is_terminal and os.environ.get("LC_ALL") in ("C", "POSIX"):
        # Python writes UTF-8 there all the same; whoever says so has a terminal that shows none.
        options = options.update()
        options.encoding = "ascii"
    parts = view.__rich_console__(console, options)
    if console.color_system is None:
        return (part.text for part in parts)
    return _coloured(parts)


def _coloured(parts: Iterable["Segment"]) -> Iterator[str]:
    from rich.color import ColorSystem

    for part in parts:
        style = part.style
        if not style:
            yield part.text
        elif style.link:
            text = style.update_link(None).render(part.text, color_system=ColorSystem.STANDARD)
            # What has the same address and the same id is one link, though it stands in two lines.
            yield f"\x1b]8;id=timeline;{style.link}\x1b\\{text}\x1b]8;;\x1b\\"
        else:
            yield style.render(part.text, color_system=ColorSystem.STANDARD)


def shows_hyperlinks(color: Color) -> bool:
    """Tell whether texts may lead to addresses: on a terminal that has that, with colours."""
    if not sys.stdout.isatty() or not _is_colored(color):
        return False
    from timeline.cli.terminal.hyperlinks import has_hyperlinks

    return has_hyperlinks(os.environ)


def make_console(color: Color) -> "Console":
    """Return standard output as Rich knows it, with or without colour."""
    wanted = _is_colored(color)
    if not wanted and not sys.stdout.isatty():
        return cast("Console", _Pipe())
    from rich.console import Console

    return Console(
        file=sys.stdout,
        color_system="standard" if wanted else None,
        force_terminal=sys.stdout.isatty(),
        no_color=not wanted,
        highlight=False,
        markup=False,
        emoji=False,
    )


class _Pipe:
    """What a view asks of a console, where there is none: Rich's own costs a fifth of a start."""

    is_terminal = False
    color_system = None

    @property
    def options(self) -> "_Pipe":
        return self

    @property
    def encoding(self) -> str:
        return (sys.stdout.encoding or "ascii").lower()

    @property
    def ascii_only(self) -> bool:
        return not self.encoding.startswith("utf")


def _is_colored(color: Color) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    # What a person wants goes before what the terminal is thought to do.
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def stream(chunks: Iterable[str]) -> None:
    """Write an exported format to standard output, as UTF-8 whatever the terminal's encoding."""
    with _checked_output():
        sys.stdout.flush()
        for block in blocks(chunks):
            mark_written()
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


def blocks(chunks: Iterable[str]) -> Iterator[bytes]:
    """Yield text as UTF-8, in few pieces."""
    return (block.encode() for block in gathered(chunks))


def gathered(chunks: Iterable[str]) -> Iterator[str]:
    """Yield text gathered into pieces, to be written in few steps, of which the first is soon."""
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
    """Tell whether a result, or a part of one, has gone to standard output."""
    return _Written.anything


def mark_written() -> None:
    """Take note that a part of a result goes to standard output."""
    _Written.anything = True


class _Written:
    anything = False


def note(message: str) -> None:
    """Say something about the result on standard error."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(message, file=sys.stderr, flush=True)


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    note(f"timeline: error: {message}")


def close_output() -> None:
    """Send what is left; raise FileError where it does not fit, be quiet where nobody reads."""
    with _checked_output():
        sys.stdout.flush()


def write_text(text: str) -> None:
    """Write a piece of a result to standard output, at once."""
    with _checked_output():
        # What the terminal cannot show is marked, not an error.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        if text:
            mark_written()
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _checked_output() -> Iterator[None]:
    """Be quiet where nobody reads any more; raise FileError where what is written does not fit."""
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
    """Let nothing more be written to standard output, not even at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
