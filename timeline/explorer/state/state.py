"""The state of the full screen: one immutable value."""

from enum import StrEnum
from typing import NamedTuple

import msgspec

from timeline.analysis.chart import Extent
from timeline.explorer.state.found import Found, Part
from timeline.model import Event, Facet

_TWO = 100
_ALL = 140
"""The widths, in cells, from which two panels and all panels are shown."""


class Panel(StrEnum):
    """The panels of the screen."""

    LIST = "list"
    AXIS = "axis"
    CARD = "card"
    FACETS = "facets"


class Anchor(NamedTuple):
    """The id of an event, and the ordinal of the day on which it begins."""

    identifier: str
    day: int


class Visit(msgspec.Struct, frozen=True):
    """An event that one was at, and the question that was asked."""

    question: str
    identifier: str


class State(msgspec.Struct, frozen=True):
    """What the screen shows.

    `chosen` is the rank of the chosen event among those found, and `anchor` the event that one
    last moved to: another question returns to it. `page` is the number of events that the
    list has room for. `window` is the part of time on the axis, None for the whole. `value` is the
    chosen value of the `facet`, and `named` the name of the one to return to when the values of
    another answer are known. `trail` are the events to go back to, and `marks` the ids of events by
    letter. `awaits` is the action that the next letter is for.
    """

    found: Found
    chosen: int = 0
    anchor: Anchor | None = None
    panel: Panel = Panel.LIST
    window: Extent | None = None
    facet: Facet = Facet.ACTOR
    value: int = 0
    named: str = ""
    card_line: int = 0
    page: int = 10
    trail: tuple[Visit, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    awaits: str = ""
    message: str = ""

    @property
    def question(self) -> str:
        """The question as it is written."""
        return self.found.query.text

    @property
    def event(self) -> Event | None:
        """The chosen event, None if nothing was found."""
        return self.found.events[self.chosen] if len(self.found) else None

    @property
    def extent(self) -> Extent:
        """The part of time on the axis."""
        return self.window or self.found.whole

    @property
    def lacks(self) -> Part | None:
        """The part of what was found that has to be computed before this state is shown."""
        is_there = self.panel is not Panel.FACETS or self.found.has(self.facet)
        return None if is_there else self.facet

    def having(self, **changes: object) -> "State":
        """Return the state with some parts changed."""
        return msgspec.structs.replace(self, **changes)

    def at(self, rank: int) -> "State":
        """Return the state with another chosen event; ranks beyond the ends are the ends."""
        chosen = max(0, min(rank, len(self.found) - 1))
        if chosen == self.chosen:
            return self
        return self.having(chosen=chosen, anchor=self._anchor(chosen), card_line=0)

    def _anchor(self, rank: int) -> Anchor:
        return Anchor(self.found.events[rank].id, self.found.events.start(rank))

    def answered(self, found: Found) -> "State":
        """Return the state after a question was answered: at the same event, or the next found."""
        anchor = self.anchor
        if anchor is None and len(self.found):
            anchor = self._anchor(self.chosen)
        chosen = found.events.rank_near(*anchor) if anchor else 0
        new = self.having(found=found, chosen=chosen, anchor=anchor, named=self._value_name)
        if found.query == self.found.query:
            # Only the files have changed.
            return new
        return new.having(window=None, value=0, card_line=0, message="")

    @property
    def _value_name(self) -> str:
        facet, found = self.facet, self.found
        is_there = found.has(facet) and self.value < found.number_of_values(facet)
        return self.named or (found.name_of(facet, self.value) if is_there else "")

    def at_value(self) -> "State":
        """Return the state at the value that was chosen before another answer, if it is there."""
        if not self.found.has(self.facet):
            return self
        number = self.found.number_named(self.facet, self.named) if self.named else None
        if number is not None:
            return self.having(value=number, named="")
        most = max(0, self.found.number_of_values(self.facet) - 1)
        return self.having(value=min(self.value, most))


def panels(width: int, focused: Panel) -> tuple[Panel, ...]:
    """Return the panels that a screen of a width shows: one, two, or all but one of the sides."""
    side = Panel.FACETS if focused is Panel.FACETS else Panel.CARD
    if width >= _ALL:
        return Panel.AXIS, Panel.LIST, side
    if width >= _TWO and focused is side:
        return Panel.LIST, side
    # The axis takes few lines, and leaves room for the list.
    if width >= _TWO or focused is Panel.AXIS:
        return Panel.AXIS, Panel.LIST
    return (focused,)
