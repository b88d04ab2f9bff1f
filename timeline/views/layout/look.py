"""How a chronology is shown on an output: width, signs, letters and colours."""

from collections.abc import Callable, Iterable, Iterator
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

    `width` is the number of cells in a line. In a pipe it is UNLIMITED: nothing is wrapped, cut,
    padded or left out.
    """

    def __init__(self, timeline: Timeline, console: "Console", options: "ConsoleOptions") -> None:
        self.on_terminal = console.is_terminal
        self.width = max(_NARROWEST, options.max_width) if self.on_terminal else UNLIMITED
        self.glyphs = ASCII if options.ascii_only else UNICODE
        self._encoding = options.encoding if options.ascii_only else ""
        self._timeline = timeline

    def text(self, text: str) -> str:
        """Return a text of the file as one line, in letters that the output can show."""
        shown = visible(text)
        if not self._encoding or shown.isascii():
            return shown
        from timeline.views.layout.letters import transliterated

        # Transliteration can add spaces.
        return visible(transliterated(shown, self._encoding))

    def words(self, text: str, style: Style) -> list[Word]:
        """Return the words of a text of the file, in letters that the output can show."""
        return words(self.text(text), style)

    def listing(self, names: Iterable[str], style: Style) -> list[Word]:
        """Return names separated by commas."""
        return joined(self.words(name, style) for name in names)

    def tag(self, identifier: str) -> Style:
        """Return the style of a tag: its colour in the file, or else one from the palette."""
        color = self._timeline.tag(identifier).color
        return Style(color=str(color)) if color else self._of_palette("tag", identifier)

    def actor(self, identifier: str) -> Style:
        """Return the style of an actor, from the palette."""
        return self._of_palette("actor", identifier)

    def tags(
        self, identifiers: Iterable[str], styled: Callable[[Style, str], Style] | None = None
    ) -> list[Word]:
        """Return tags marked with `#`, neighbours in different colours.

        `styled` returns the style to use for a tag, given its own.
        """
        identifiers = tuple(identifiers)
        found: list[Word] = []
        for one, style in zip(identifiers, theme.apart(map(self.tag, identifiers)), strict=True):
            found += self.marked(one, styled(style, one) if styled else style)
        return found

    def marked(self, tag: str, style: Style) -> list[Word]:
        """Return a tag marked with `#`."""
        first, *others = self.words(tag, style) or [Word("", style)]
        return [first._replace(text=f"#{first.text}"), *others]

    def kind(self, actor: Actor, style: Style) -> list[Word]:
        """Return the glyph of an actor's kind; nothing if the output is not a terminal."""
        return [Word(self.glyphs.of_kind(actor.kind), style)] if self.on_terminal else []

    def actors(self, identifiers: Iterable[str]) -> Iterator[tuple[Actor, Style]]:
        """Yield the actors, each with a style that differs from its neighbours'."""
        identifiers = tuple(identifiers)
        styles = theme.apart(map(self.actor, identifiers))
        yield from zip(map(self._timeline.actor, identifiers), styles, strict=True)

    def _of_palette(self, kind: str, identifier: str) -> Style:
        # The rank only depends on the names, so that colours do not change between questions.
        return theme.PALETTE[self._timeline.rank(kind, identifier) % len(theme.PALETTE)]
