"""Rendering views to standard output; on a terminal, in colour and through a pager."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, cast

from timeline.cli.options import Color
from timeline.cli.terminal.streams import gathered, write_text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

    class View(Protocol):
        """A Rich renderable that yields segments line by line."""

        def __rich_console__(
            self, console: Console, options: ConsoleOptions
        ) -> Iterable[Segment]: ...


def render(view: "View", color: Color, *, paged: bool) -> None:
    """Write a view to standard output, line by line.

    If `paged` is set and the view is longer than the terminal, it goes through a pager.
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
    """Yield a view as text with escape sequences for colours."""
    options = console.options
    if console.is_terminal and _is_posix():
        options = options.update()
        options.encoding = "ascii"
    parts = view.__rich_console__(console, options)
    if console.color_system is None:
        return (part.text for part in parts)
    return _coloured(parts)


def _is_posix() -> bool:
    """Return whether the terminal does not show UTF-8, although Python still writes it."""
    return os.environ.get("LC_ALL") in ("C", "POSIX")


def shows_only_ascii() -> bool:
    """Return whether the terminal shows ASCII only."""
    return _is_posix() or not (sys.stdout.encoding or "ascii").lower().startswith("utf")


def _coloured(parts: Iterable["Segment"]) -> Iterator[str]:
    from rich.color import ColorSystem

    for part in parts:
        style = part.style
        if not style:
            yield part.text
        elif style.link:
            text = style.update_link(None).render(part.text, color_system=ColorSystem.STANDARD)
            # With the same address and id, text on two lines is a single link.
            yield f"\x1b]8;id=timeline;{style.link}\x1b\\{text}\x1b]8;;\x1b\\"
        else:
            yield style.render(part.text, color_system=ColorSystem.STANDARD)


def shows_hyperlinks(color: Color) -> bool:
    """Return whether to print hyperlinks: in colour, on a terminal that supports them."""
    if not sys.stdout.isatty() or not _is_colored(color):
        return False
    from timeline.cli.terminal.hyperlinks import has_hyperlinks

    return has_hyperlinks(os.environ)


def make_console(color: Color) -> "Console":
    """Return a Rich console for standard output, with or without colour."""
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
    """A minimal console for pipes; importing Rich's would take a fifth of the start-up time."""

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
    # The user's choice overrides the detected abilities of the terminal.
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
