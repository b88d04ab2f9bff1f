"""Styles, in the terminal's own sixteen colours.

Colours tell tags and actors apart and mean nothing else: no date, title or heading has one. They
are never the only cue: the name stands there, too.
"""

from collections.abc import Iterable, Iterator

from rich.style import Style

TITLE = Style(bold=True)
HEADING = Style(bold=True)
DATE = Style()
QUIET = Style(dim=True)
PLAIN = Style()
PEAK = Style(bold=True, color="magenta")
LINK = Style(underline=True)

# Yellow cannot be read on a light background.
PALETTE = tuple(Style(color=color) for color in ("cyan", "magenta", "green", "blue", "red"))

_LONGEST_LINK = 2083
"""How many characters terminals allow an address that a text leads to."""


def apart(styles: Iterable[Style]) -> Iterator[Style]:
    """Yield the styles of neighbours, each in its own colour if the one before has another."""
    before = None
    for style in styles:
        if _hue(style) and _hue(style) == before:
            style = next(one for one in PALETTE if _hue(one) != before)
        before = _hue(style)
        yield style


def _hue(style: Style) -> str:
    """Return the colour of a style, whether bright or not, empty where it has none."""
    return style.color.name.removeprefix("bright_") if style.color else ""


def linked(address: str) -> Style | None:
    """Return the style of a text that links to an address; None where that is too long."""
    from string import ascii_letters, digits, punctuation
    from urllib.parse import quote

    # Nothing but printable ASCII may stand in the codes of a terminal.
    encoded = quote(address, safe=ascii_letters + digits + punctuation, errors="replace")
    return LINK.update_link(encoded) if len(encoded) <= _LONGEST_LINK else None
