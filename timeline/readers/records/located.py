"""Texts whose place in the file is known from the start."""

from typing import NamedTuple

from timeline.readers.items import Place


class Spot(NamedTuple):
    """A position in a file: line and column, from 0."""

    line: int
    column: int


class Located:
    """A text and its place; its style is that of quoted text in YAML unless `plain` is set."""

    __slots__ = ("_place", "style", "value")

    def __init__(self, value: str, place: Place, *, plain: bool = False) -> None:
        self.value = value
        self.style = "" if plain else '"'
        self._place = place

    @property
    def start_mark(self) -> Spot:
        """Its start."""
        return Spot(self._place.line - 1, self._place.column - 1)

    @property
    def end_mark(self) -> Spot:
        """The position after its end."""
        return Spot(self._place.line - 1, self._place.column - 1 + self._place.width)
