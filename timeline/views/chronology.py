"""The chronology: events in order under headings, the main way of looking."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from timeline.analysis.steps import Step, silence, steps
from timeline.chronology import Timeline
from timeline.dates.event_date import EventDate
from timeline.model import Event, Facet, Neighbour
from timeline.search.selection import Group, Selection
from timeline.text import visible
from timeline.views.layout import theme
from timeline.views.layout.header import header
from timeline.views.layout.legend import legend
from timeline.views.layout.lines import (
    UNLIMITED,
    Word,
    beside,
    lines,
    listing,
    segments,
    width_of,
    words,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

    from timeline.dates.periods import Duration

_SHORT_DATES = len("30 September")
_WHOLE_DATES = len("30 September 2014")
_ELAPSED = len("+11 y 10 mo")


class Chronology:
    """The events of a selection under headings, each with its date, title, actors and tags.

    With `elapsed` each has the time since the one before it; a silence longer than `gap` is marked.
    """

    def __init__(
        self,
        timeline: Timeline,
        selection: Selection,
        grouping: Facet | None,
        *,
        summaries: bool = False,
        elapsed: bool = False,
        gap: "Duration | None" = None,
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._grouping = grouping
        self._summaries = summaries
        self._elapsed = elapsed
        self._gap = gap
        self._by_year = grouping in (Facet.YEAR, Facet.MONTH)
        self._dates = _SHORT_DATES if self._by_year else _WHOLE_DATES
        self._indent = 4 + self._dates + (_ELAPSED + 2 if elapsed else 0)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        look = theme.Theme(self._timeline, ascii_only=options.ascii_only)
        descending = self._selection.descending
        marks: dict[str, None] = {}
        notes: dict[str, None] = {}
        group: Group | None = None
        yield from header(self._timeline, self._selection, look, width)
        for step in steps(self._selection.groups(self._grouping), descending=descending):
            if not descending:
                yield from self._silence(step, look, width)
            if step.group is not group:
                group = step.group
                yield from self._heading(group, look, width)
            mark = look.glyphs.of_date(step.event.date) if width < UNLIMITED else " "
            marks[mark] = None
            since = self._since(step)
            notes.update(dict.fromkeys(_notes(step.event, since)))
            yield from self._event(step.event, since, mark, look, width)
            if descending:
                yield from self._silence(step, look, width)
        yield from legend(marks, look, width, *notes)

    def _heading(self, group: Group, look: theme.Theme, width: int) -> Iterator[Segment]:
        if not group.label:
            return
        count = f"{group.count:,}"
        used = 0
        # The last line has room for the rule and the count.
        for line in lines(words(group.label, theme.HEADING), width - len(count) - 3):
            yield Segment.line()
            yield from segments(line)
            used = sum(cell_len(part.text) for part in segments(line))
        yield Segment(" ")
        if width < UNLIMITED:
            left = width - used - len(count) - 2
            yield Segment(look.glyphs.rule * max(1, left), theme.QUIET)
            yield Segment(" ")
            yield Segment(count, theme.QUIET)
        else:
            yield Segment(f"({count})", theme.QUIET)
        yield Segment.line()

    def _event(
        self, event: Event, since: str, mark: str, look: theme.Theme, width: int
    ) -> Iterator[Segment]:
        beyond = isinstance(event, Neighbour)

        def style(usual: Style) -> Style:
            return theme.QUIET if beyond else usual

        margin = words(self._date(event.date), style(theme.DATE))
        if width < UNLIMITED:
            margin = _under_each_other(margin)
        if since:
            margin += self._elapsed_words(since, margin, width)
        # In parentheses it is told from what was found without its colour, too.
        title = words(f"({event.title})" if beyond else event.title, style(theme.TITLE))
        yield from beside(margin, title, self._indent, width, mark)
        if self._summaries and event.summary:
            text = words(event.summary, style(theme.PLAIN))
            yield from beside([], text, self._indent, width)
        about = about_words(self._timeline, None if beyond else look, event)
        if about:
            yield from beside([], about, self._indent, width)

    def _date(self, date: EventDate) -> str:
        """Return the date, without the year where the heading says it."""
        if self._by_year and date.earliest is not None:
            return date.describe(in_year=date.earliest.year)
        return date.describe()

    def _since(self, step: Step) -> str:
        """Return how long after the one before it an event was, empty if that is not to be said."""
        if not self._elapsed or step.before is None:
            return ""
        from timeline.dates.elapsed import between

        return between(step.before.date, step.event.date)

    def _elapsed_words(self, text: str, margin: list[Word], width: int) -> list[Word]:
        """Return an elapsed time at the end of its column, after the date in the margin."""
        if width >= UNLIMITED:
            # An empty word makes the space wider.
            return [Word("", theme.PLAIN), Word(text, theme.QUIET)]
        used = sum(cell_len(word.text) + 1 for word in margin) - 1
        room = self._dates + 2 + _ELAPSED - used
        return [Word(text.rjust(room) if used <= self._dates else f"  {text}", theme.QUIET, True)]

    def _silence(self, step: Step, look: theme.Theme, width: int) -> Iterator[Segment]:
        found = None if self._gap is None else silence(step, self._gap)
        if found is None:
            return
        from timeline.analysis.gaps import length_of

        assert step.before is not None
        direction = "earlier" if self._selection.descending else "later"
        text = f"{length_of(*found, step.before.date, step.event.date)} {direction}"
        if width < UNLIMITED:
            text = f"{look.glyphs.pause * 2} {text} {look.glyphs.pause * 2}"
        yield from beside([], words(text, theme.QUIET), self._indent, width)


def _notes(event: Event, since: str) -> Iterator[str]:
    """Yield what the legend says of an event beside what its glyph does."""
    if isinstance(event, Neighbour):
        yield "(in parentheses) beside what was found"
    if since:
        yield "+ since the event before began"
    if "~" in since:
        yield "+~ about: a date is not known to the day"


def about_words(timeline: Timeline, look: theme.Theme | None, event: Event) -> list[Word]:
    """Return who acts in an event, and its tags, in their colours; quiet without a theme."""
    names = listing([timeline.actor(actor).name for actor in event.actors], theme.QUIET)
    return names + tag_words(look, event.tags)


def tag_words(look: theme.Theme | None, tags: Iterable[str]) -> list[Word]:
    """Return tags marked with `#`, in their colours; quiet without a theme."""
    found: list[Word] = []
    for tag in tags:
        style = look.tag(tag) if look else theme.QUIET
        first, *others = words(tag, style) or [Word("", style)]
        found += [first._replace(text=f"#{first.text}"), *others]
    return found


def _under_each_other(date: list[Word]) -> list[Word]:
    """Let the days of the month end in the same column."""
    if date and date[0].text.isdecimal() and len(date[0].text) == 1 and len(date) > 1:
        return [date[0]._replace(text=f" {date[0].text}"), *date[1:]]
    return date


class OneLineEach:
    """One line an event: its date as written, its id, its title."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        gap, end = Segment("  "), Segment.line()
        for event in self._selection:
            yield Segment(visible(event.date.text), theme.DATE)
            yield gap
            yield Segment(visible(event.id), theme.QUIET)
            yield gap
            yield Segment(visible(event.title), theme.PLAIN)
            yield end
