"""Styles, in the sixteen colours of the terminal.

Colours only distinguish tags and actors: dates, titles and headings have none. They are never the
only cue: the name is always shown, too.
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

# Yellow is unreadable on a light background.
PALETTE = tuple(Style(color=color) for color in ("cyan", "magenta", "green", "blue", "red"))

TARGET = "target"
"""The name of the metadata of text that leads to something."""

_LONGEST_LINK = 2083
"""The longest address of a hyperlink that terminals accept, in characters."""


def apart(styles: Iterable[Style], *, always: bool = False) -> Iterator[Style]:
    """Yield the styles, changed where needed so that neighbours have different colours.

    A colour that the file gives is changed only with `always`, because it identifies a tag.
    """
    before = None
    for style in styles:
        may_change = always or any(style is one for one in PALETTE)
        if may_change and _hue(style) and _hue(style) == before:
            style = next(one for one in PALETTE if _hue(one) != before)
        before = _hue(style)
        yield style


def _hue(style: Style) -> str:
    """Return the colour of a style without `bright_`, empty if it has none."""
    return style.color.name.removeprefix("bright_") if style.color else ""


def targeted(style: Style, kind: str, identifier: str) -> Style:
    """Return a style for text that leads to something: its kind and id go with the text, unseen."""
    return style + Style(meta={TARGET: (kind, identifier)})


def target(style: Style | None) -> tuple[str, str] | None:
    """Return the kind and the id of what text of a style leads to, None if to nothing."""
    found = style.meta.get(TARGET) if style is not None else None
    return None if found is None else (str(found[0]), str(found[1]))


def linked(address: str) -> Style | None:
    """Return the style of a hyperlink to an address; None if the address is too long."""
    from string import ascii_letters, digits, punctuation
    from urllib.parse import quote

    # Escape sequences may only contain printable ASCII.
    encoded = quote(address, safe=ascii_letters + digits + punctuation, errors="replace")
    return LINK.update_link(encoded) if len(encoded) <= _LONGEST_LINK else None
