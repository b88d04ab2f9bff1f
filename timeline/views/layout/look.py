"""How one chronology looks where it is shown: width, signs, letters, and who has which colour."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.style import Style

from timeline.chronology import Timeline
from timeline.model import Actor
from timeline.text import visible
from timeline.views.layout import theme
from timeline.views.layout.glyphs import ASCII, UNICODE
from timeline.views.layout.wrapping import UNLIMITED, Word, joined, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_NARROWEST = 10


class Look:
    """The look of a chronology on a terminal, or in a pipe.

    `width` is how many cells a line has, UNLIMITED in a pipe, where nothing is wrapped, cut, padded
    or left out.
    """

    def __init__(self, timeline: Timeline, console: "Console", options: "ConsoleOptions") -> None:
        self.on_terminal = console.is_terminal
        self.width = max(_NARROWEST, options.max_width) if self.on_terminal else UNLIMITED
        self.glyphs = ASCII if options.ascii_only else UNICODE
        self._encoding = options.encoding if options.ascii_only else ""
        self._timeline = timeline

    def text(self, text: str) -> str:
        """Return a text from data in one line, in letters that can be shown here."""
        shown = visible(text)
        if not self._encoding or shown.isascii():
            return shown
        from timeline.views.layout.letters import transliterated

        # What a letter becomes can have spaces around it.
        return visible(transliterated(shown, self._encoding))

    def words(self, text: str, style: Style) -> list[Word]:
        """Return the words of a text from data, in letters that can be shown here."""
        return words(self.text(text), style)

    def listing(self, names: Iterable[str], style: Style) -> list[Word]:
        """Return names as a list with commas between them."""
        return joined(self.words(name, style) for name in names)

    def tag(self, identifier: str) -> Style:
        """Return the style of a tag: the colour of its registry, else one of the palette."""
        color = self._timeline.tag(identifier).color
        return Style(color=str(color)) if color else self._of_palette("tag", identifier)

    def actor(self, identifier: str) -> Style:
        """Return the style of an actor, one of the palette."""
        return self._of_palette("actor", identifier)

    def tags(self, identifiers: Iterable[str]) -> list[Word]:
        """Return tags marked with `#`, neighbours in different colours."""
        identifiers = tuple(identifiers)
        found: list[Word] = []
        for one, style in zip(identifiers, theme.apart(map(self.tag, identifiers)), strict=True):
            found += self.marked(one, style)
        return found

    def marked(self, tag: str, style: Style) -> list[Word]:
        """Return a tag marked with `#`."""
        first, *others = self.words(tag, style) or [Word("", style)]
        return [first._replace(text=f"#{first.text}"), *others]

    def kind(self, actor: Actor, style: Style) -> list[Word]:
        """Return the glyph of an actor's kind; nothing off a terminal."""
        return [Word(self.glyphs.of_kind(actor.kind), style)] if self.on_terminal else []

    def actors(self, identifiers: Iterable[str]) -> Iterator[tuple[Actor, Style]]:
        """Yield actors that stand next to each other, each with its style."""
        identifiers = tuple(identifiers)
        styles = theme.apart(map(self.actor, identifiers))
        yield from zip(map(self._timeline.actor, identifiers), styles, strict=True)

    def _of_palette(self, kind: str, identifier: str) -> Style:
        # The registry's order, then that of the other names: the colour stays while names do.
        return theme.PALETTE[self._timeline.rank(kind, identifier) % len(theme.PALETTE)]
