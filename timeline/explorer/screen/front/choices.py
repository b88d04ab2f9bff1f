"""What can be chosen in front of the screen: events of a chain or a day, sources, actions."""

from collections.abc import Iterator

from rich.segment import Segment

from timeline.analysis import anniversaries
from timeline.explorer.panes import Canvas, Line, split
from timeline.explorer.screen.front.choosing import Choice
from timeline.explorer.state import GROUPS, KEYS, Found, Panel, written
from timeline.model import Event
from timeline.views import OnThisDay, source_rows, step_rows
from timeline.views.layout import theme


def chain_of(found: Found, event: Event, canvas: Canvas, width: int) -> list[Choice]:
    """Return the chain of an event as `timeline chain` draws it, one choice for each step."""
    look = canvas.look(found.timeline, width)
    return [
        Choice(split(step_rows(step, look)), step.event.title, step.event.id)
        for step in found.timeline.chain(event)
    ]


def anniversaries_of(found: Found, event: Event, canvas: Canvas, width: int) -> list[Choice]:
    """Return the events on the day of an event in all years, as `timeline on` draws them."""
    start = event.date.starts_on
    if start is None:
        return []
    day = found.timeline.day_of_year(f"{start.month:02}-{start.day:02}", found.today)
    hits = list(anniversaries(found.timeline.select(), day))
    choices = []
    for hit in hits:
        _, *lines = canvas.lines(OnThisDay(found.timeline, day, [hit], found.today), width)
        choices.append(Choice(lines, hit.event.title, hit.event.id))
    return choices


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
    return [
        Choice([[*_keys(key.keys), Segment(key.about[: width - _WIDE])]], key.about, key.action)
        for key in KEYS
        if key.panel in (None, panel)
    ]


_WIDE = 24


def _keys(keys: tuple[str, ...]) -> Line:
    names = ", ".join(map(written, keys))
    return [Segment(f"{names}  ".ljust(_WIDE), theme.HEADING)]


def help_lines(width: int) -> list[Line]:
    """Return the keys, in groups."""
    return list(_help(width))


def _help(width: int) -> Iterator[Line]:
    yield [Segment("Keys", theme.TITLE), Segment("  (any other key goes back)", theme.QUIET)]
    for name, keys in GROUPS.items():
        yield []
        yield [Segment(name, theme.HEADING)]
        for key in keys:
            yield [Segment("  "), *_keys(key.keys), Segment(key.about[: width - _WIDE - 2])]
