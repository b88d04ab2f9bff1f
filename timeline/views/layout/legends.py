"""Legends: sentences below a view that explain its signs."""

from collections.abc import Container, Iterable, Iterator

from rich.segment import Segment

from timeline.model import Kind
from timeline.views.layout import theme
from timeline.views.layout.look import Look
from timeline.views.layout.wrapping import paragraph

_DATES = {
    "approximate": "an approximate date",
    "uncertain": "an uncertain date",
    "continuing": "an ongoing event",
}


def legend(look: Look, sentences: Iterable[str]) -> Iterator[Segment]:
    """Yield sentences as a paragraph, each once; nothing if the output is not a terminal."""
    text = " ".join(dict.fromkeys(sentences))
    if text and look.on_terminal:
        yield Segment.line()
        yield from paragraph(look.words(text, theme.QUIET), 0, look.width)


def of_kinds(kinds: Container[Kind | None], look: Look) -> Iterator[str]:
    """Yield the sentence that explains the signs of these kinds of actors."""
    yield from _sentence(
        "is",
        [
            (look.glyphs.of_kind(kind), f"{'an' if kind is Kind.ORGANISATION else 'a'} {kind}")
            for kind in Kind
            if kind in kinds
        ],
    )


def of_dates(signs: Container[str], look: Look) -> Iterator[str]:
    """Yield the sentence that explains these signs of dates."""
    meanings = {getattr(look.glyphs, name): meaning for name, meaning in _DATES.items()}
    yield from _sentence("marks", [one for one in meanings.items() if one[0] in signs])


def _sentence(verb: str, meanings: list[tuple[str, str]]) -> Iterator[str]:
    if meanings:
        (sign, meaning), *others = meanings
        yield ", ".join([f"{sign} {verb} {meaning}", *map(" ".join, others)]) + "."
