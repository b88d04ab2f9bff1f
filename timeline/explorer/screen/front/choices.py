"""What can be chosen in front of the screen: events of a chain or a day, sources, actions."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment

from timeline.analysis import Anniversary, DayOfYear
from timeline.explorer.panes import Canvas, Line, split, targets
from timeline.explorer.screen.front.choosing import Choice
from timeline.explorer.state import GROUPS, Found, Key, Panel, State, keys_of, written
from timeline.model import Event
from timeline.views import EventRows, Gaps, OnThisDay, source_rows, step_rows
from timeline.views.layout import beside, theme, words


def chain_of(found: Found, event: Event, canvas: Canvas, width: int) -> list[Choice]:
    """Return the chain of an event as `timeline chain` draws it, one choice for each step."""
    look = canvas.look(found.timeline, width)
    return [
        Choice(split(step_rows(step, look)), step.event.title, step.event.id)
        for step in found.timeline.chain(event)
    ]


def anniversaries_of(
    found: Found, day: DayOfYear, hits: Sequence[Anniversary], canvas: Canvas, width: int
) -> list[Choice]:
    """Return the events on a day of the year, as `timeline on` draws them."""
    choices = []
    for hit in hits:
        _, *lines = canvas.lines(OnThisDay(found.timeline, day, [hit], found.today), width)
        choices.append(Choice(lines, hit.event.title, hit.event.id))
    return choices


def events_of(found: Found, identifiers: Sequence[str], canvas: Canvas, width: int) -> list[Choice]:
    """Return events as rows of a list, with their ids."""
    look = canvas.look(found.timeline, width)
    rows = EventRows(found.timeline, look, by_year=False, ids=True)
    events = filter(None, map(found.timeline.index.event, identifiers))
    return [Choice(split(rows.event(one)), one.title, one.id) for one in events]


def gaps_of(found: Found, canvas: Canvas, width: int) -> list[Choice]:
    """Return the longest gaps, as `timeline gaps` draws them; the values are their numbers."""
    # One line is empty between two gaps.
    drawn: list[list[Line]] = [[]]
    for line in canvas.lines(Gaps(found.timeline, found.longest_gaps), width):
        drawn[-1].append(line)
        if not line:
            drawn.append([])
    return [
        Choice(lines, one.time, str(number))
        for number, (lines, one) in enumerate(zip(drawn, found.longest_gaps, strict=True))
    ]


def targets_of(state: State, canvas: Canvas, width: int) -> list[Choice]:
    """Return what the card leads to, in its order; the values are kinds and ids."""
    return [
        Choice([line], f"{target.kind} {target.id}", f"{target.kind} {target.id}")
        for target, line in targets(state, canvas, width)
    ]


def sources_of(found: Found, event: Event, canvas: Canvas, width: int) -> list[Choice]:
    """Return the sources of an event that have an address, as `timeline show` draws them."""
    look = canvas.look(found.timeline, width)
    return [
        Choice(split(source_rows(number, source, look)), source.title, str(number))
        for number, source in enumerate(event.sources, 1)
        if source.address
    ]


def actions(panel: Panel, width: int) -> list[Choice]:
    """Return all actions with their keys."""
    return [Choice(_described(key, width), key.about, key.action) for key in keys_of(panel)]


def help_lines(width: int) -> list[Line]:
    """Return the keys, in groups."""
    return list(_help(width))


def _help(width: int) -> Iterator[Line]:
    for name, keys in GROUPS.items():
        yield []
        yield [Segment(name, theme.HEADING)]
        for key in keys:
            yield from _described(key, width)


_WIDE = 23
"""The width of the names of keys, in cells."""


def _described(key: Key, width: int) -> list[Line]:
    """Return the names of a key, and what it does."""
    names = words(", ".join(map(written, key.keys)), theme.HEADING)
    return split(beside(names, words(key.about, theme.PLAIN), _WIDE, width))
