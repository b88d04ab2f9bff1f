"""The main view: events in order under headings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Preceded, gap_before, with_predecessors
from timeline.chronology import Timeline
from timeline.model import Event, Facet, Neighbour
from timeline.search import Group, Selection
from timeline.text import listed
from timeline.views.events.about import usual_actors
from timeline.views.events.rows import EventRows, lag_of
from timeline.views.layout import (
    Look,
    header,
    legend,
    of_dates,
    paragraph,
    theme,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

    from timeline.dates import Duration


class Chronology:
    """The events of a selection under headings, each with its date, title, actors and tags.

    With `ids`, each event has its id. With `elapsed`, it has the time since the previous event.
    With `reported`, it has the time to its first source. Gaps longer than `gap` have lines of their
    own. On a terminal, actors of nearly every event are named once, at the top, unless `all_actors`
    is set.
    """

    def __init__(
        self,
        timeline: Timeline,
        selection: Selection,
        grouping: Facet | None,
        *,
        summaries: bool = False,
        ids: bool = False,
        all_actors: bool = False,
        elapsed: bool = False,
        gap: "Duration | None" = None,
        reported: bool = False,
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._grouping = grouping
        self._summaries = summaries
        self._ids = ids
        self._all_actors = all_actors
        self._elapsed = elapsed
        self._gap = gap
        self._reported = reported

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        yield from header(self._timeline, self._selection, look)
        usual: tuple[str, ...] = ()
        if look.on_terminal and not self._all_actors:
            usual = usual_actors(self._selection)
        yield from self._named_once(usual, look)
        rows = EventRows(
            self._timeline,
            look,
            by_year=self._grouping in (Facet.YEAR, Facet.MONTH),
            usual=usual,
            summaries=self._summaries,
            ids=self._ids,
            elapsed=self._elapsed,
            reported=self._reported,
        )
        descending = self._selection.descending
        notes: dict[str, None] = {}
        group: Group | None = None
        for step in with_predecessors(
            self._selection.groups(self._grouping), descending=descending
        ):
            if step.group is not group:
                group = step.group
                if group.label:
                    yield from rows.heading(group.label, group.count)
            elif look.on_terminal:
                yield Segment.line()
            pause = self._gap_before(step)
            since = "" if pause else self._since(step)
            if pause and not descending:
                yield from rows.pause(pause)
            notes.update(dict.fromkeys(_notes(step.event, since)))
            yield from rows.event(step.event, since)
            if pause and descending:
                yield from rows.pause(pause)
        if self._reported:
            notes["The time to the first source is counted from the start of the event."] = None
        yield from legend(look, [*of_dates(rows.signs, look), *notes])
        yield from legend(look, [_how_to_see(ids=self._ids)])

    def _named_once(self, usual: tuple[str, ...], look: Look) -> Iterator[Segment]:
        """Yield the line about the actors that are not named at each event."""
        if not usual:
            return
        names = listed((self._timeline.actor(one).name for one in usual), "and")
        appear, are, them = ("appear", "are", "them") if usual[1:] else ("appears", "is", "it")
        sentence = (
            f"{names} {appear} in nearly every event and {are} omitted below; "
            f"--all-actors shows {them}."
        )
        yield from paragraph(look.words(sentence, theme.QUIET), 0, look.width)

    def _since(self, step: Preceded) -> str:
        """Return the time since the previous event, empty if it is not shown."""
        if not self._elapsed or step.before is None:
            return ""
        from timeline.dates import elapsed_between

        elapsed = elapsed_between(step.before.date, step.event.date)
        # A time with a zone and one without are ordered, but how far apart they are is unknown.
        return "" if elapsed.startswith("-") else elapsed

    def _gap_before(self, step: Preceded) -> str:
        """Return the length of the gap before an event, empty if it is not shown."""
        found = None if self._gap is None else gap_before(step, self._gap)
        if found is None:
            return ""
        from timeline.analysis import gap_length

        assert step.before is not None
        direction = "earlier" if self._selection.descending else "later"
        return f"{gap_length(*found, step.before.date, step.event.date)} {direction}"


def _notes(event: Event, since: str) -> Iterator[str]:
    """Yield the legend for an event, except for its sign."""
    if isinstance(event, Neighbour):
        yield "Events in parentheses are neighbours of those found."
    if since:
        yield "+ is the time since the start of the previous event."
    if "~" in since:
        yield "~ is an approximate time: a date is not known to the day."


def _how_to_see(*, ids: bool) -> str:
    more = "" if ids else "; --ids shows the IDs"
    return f"To see an event in full, run 'timeline show ID'{more}."


class OneLineEach:
    """One line per event: date as written, id and title, separated by tabs in a pipe.

    With `reported`, the time to the first source follows the title.
    """

    def __init__(self, timeline: Timeline, selection: Selection, *, reported: bool = False) -> None:
        self._timeline = timeline
        self._selection = selection
        self._reported = reported

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        gap, end = Segment("  " if look.on_terminal else "\t"), Segment.line()
        for event in self._selection:
            yield Segment(look.text(event.date.text), theme.DATE)
            yield gap
            yield Segment(look.text(event.id), theme.QUIET)
            yield gap
            yield Segment(look.text(event.title), theme.PLAIN)
            if self._reported:
                yield gap
                yield Segment(lag_of(event) or "no dated source", theme.QUIET)
            yield end
