"""The list: the events found, as `timeline list` draws them. Only those in view are read."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment

from timeline.explorer.panes.canvas import Canvas, Line, chosen_line, split
from timeline.explorer.state import Found, Panel, State
from timeline.views import EventRows
from timeline.views.layout import Look, lines, segments, theme

_MOST_KEPT = 500


class _Rows(NamedTuple):
    """The lines of an event, and those above it if it is not the first in view."""

    above: list[Line]
    heading: list[Line]
    event: list[Line]


class EventList:
    """The part of a list that is in view. It scrolls only as far as the chosen event needs."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._top = 0
        self._ranks: list[int] = []
        self._rows: Callable[[int], _Rows] = lambda _: _Rows([], [], [])
        self._drawn_for: tuple[Found, int] | None = None

    @property
    def shown(self) -> range:
        """The ranks of the events in view."""
        return range(self._ranks[0], self._ranks[-1] + 1) if self._ranks else range(0)

    def rank_at(self, line: int) -> int | None:
        """Return the rank of the event at a line, None if there is none."""
        return self._ranks[line] if 0 <= line < len(self._ranks) else None

    def lines(self, state: State, width: int, height: int) -> list[Line]:
        """Return the lines to show, at most `height`."""
        found = state.found
        if self._drawn_for != (found, width):
            self._rows = _reader(found, self._canvas.look(found.timeline, width))
            if self._drawn_for is None or self._drawn_for[0] is not found:
                self._top = max(0, state.chosen - height // 3)
            self._drawn_for = found, width
        self._ranks = []
        if not len(found):
            look = self._canvas.look(found.timeline, width)
            return [
                list(segments(line))
                for hint in found.hints
                for line in lines(look.words(hint, theme.QUIET), width)
            ][:height]
        self._top = self._highest(state.chosen, height)
        return self._from(self._top, state, width, height)

    def _highest(self, chosen: int, height: int) -> int:
        """Return the rank to start with, so that the chosen event is in view."""
        if chosen <= self._top:
            return chosen
        first, rows = chosen, self._rows(chosen)
        used = len(rows.heading) + len(rows.event)
        while first > self._top:
            used += len(rows.above) - len(rows.heading)
            rows = self._rows(first - 1)
            used += len(rows.heading) + len(rows.event)
            if used > height:
                break
            first -= 1
        return first

    def _from(self, top: int, state: State, width: int, height: int) -> list[Line]:
        look = self._canvas.look(state.found.timeline, width)
        drawn: list[Line] = []
        for rank in range(top, len(state.found)):
            rows = self._rows(rank)
            above = rows.heading if rank == top else rows.above
            event = rows.event
            if rank == state.chosen:
                event = _marked(event, look.glyphs.here)
                if state.panel is Panel.LIST:
                    event = [chosen_line(line, width) for line in event]
            drawn += [*above, *event]
            self._ranks += [rank] * (len(above) + len(event))
            if len(drawn) >= height:
                break
        del self._ranks[height:]
        return drawn[:height]


def _marked(event: list[Line], here: str) -> list[Line]:
    """Return the lines of an event with a mark in the free cell before its date."""
    (sign, style, _), *others = event[0]
    return [[Segment(sign[0] + here, style), *others], *event[1:]]


def _reader(found: Found, look: Look) -> Callable[[int], _Rows]:
    """Return a function that reads the event of a rank and draws its rows; it keeps some."""
    rows = EventRows(found.timeline, look, by_year=True, usual=found.usual)

    @lru_cache(_MOST_KEPT)
    def read(rank: int) -> _Rows:
        event = found.events[rank]
        heading = found.events.heading(rank, event)
        drawn = split(rows.heading(*heading))
        is_first = rank == 0 or heading != found.events.heading(rank - 1, found.events[rank - 1])
        return _Rows(drawn if is_first else [[]], drawn[1:], split(rows.event(event)))

    return read
