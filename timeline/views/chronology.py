"""The main view: events in order under headings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from timeline.analysis import Preceded, gap_before, with_predecessors
from timeline.chronology import Timeline
from timeline.dates import EventDate
from timeline.model import Event, Facet, Neighbour
from timeline.search import Group, Selection
from timeline.text import listed
from timeline.views.about import About, usual_actors
from timeline.views.layout import (
    Look,
    Word,
    beside,
    header,
    legend,
    length,
    lines,
    of_dates,
    paragraph,
    segments,
    theme,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

    from timeline.dates import Duration

_SHORT_DATES = len("30 September")
_WHOLE_DATES = len("30 September 2014")
_ELAPSED = len("+11 y 10 mo")


class Chronology:
    """The events of a selection under headings, each with its date, title, actors and tags.

    With `ids`, each event has its id. With `elapsed`, it has the time since the previous event.
    Gaps longer than `gap` have lines of their own. On a terminal, actors of nearly every event are
    named once, at the top, unless `all_actors` is set.
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
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._grouping = grouping
        self._summaries = summaries
        self._ids = ids
        self._all_actors = all_actors
        self._elapsed = elapsed
        self._gap = gap
        self._by_year = grouping in (Facet.YEAR, Facet.MONTH)
        self._dates = _SHORT_DATES if self._by_year else _WHOLE_DATES
        self._indent = 4 + self._dates + (_ELAPSED + 2 if elapsed else 0)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        yield from header(self._timeline, self._selection, look)
        usual: tuple[str, ...] = ()
        if look.on_terminal and not self._all_actors:
            usual = usual_actors(self._selection)
        yield from self._named_once(usual, look)
        about = About(self._timeline, look, self._indent if look.on_terminal else 4, usual)
        descending = self._selection.descending
        signs: set[str] = set()
        notes: dict[str, None] = {}
        group: Group | None = None
        for step in with_predecessors(
            self._selection.groups(self._grouping), descending=descending
        ):
            if step.group is not group:
                group = step.group
                yield from self._heading(group, look)
            elif look.on_terminal:
                yield Segment.line()
            pause = self._gap_before(step)
            since = "" if pause else self._since(step)
            if pause and not descending:
                yield from self._pause(pause, look)
            sign = look.glyphs.of_date(step.event.date) if look.on_terminal else " "
            signs.add(sign)
            notes.update(dict.fromkeys(_notes(step.event, since)))
            yield from self._event(step.event, since, sign, look)
            yield from about.below(step.event)
            if pause and descending:
                yield from self._pause(pause, look)
        yield from legend(look, [*of_dates(signs, look), *notes])
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

    def _heading(self, group: Group, look: Look) -> Iterator[Segment]:
        if not group.label:
            return
        yield Segment.line()
        words = look.words(group.label, theme.HEADING)
        if not look.on_terminal:
            yield from segments([*words, Word(f"({group.count:,})", theme.QUIET)])
            yield Segment.line()
            return
        count = f"{group.count:,}"
        # The last line must leave room for the rule and the count.
        *above, last = lines(words, look.width - len(count) - 3)
        for line in above:
            yield from segments(line)
            yield Segment.line()
        yield from segments(last)
        rule = look.glyphs.rule * (look.width - length(last) - len(count) - 2)
        yield Segment(f" {rule} {count}", theme.QUIET)
        yield Segment.line()

    def _event(self, event: Event, since: str, mark: str, look: Look) -> Iterator[Segment]:
        is_neighbour = isinstance(event, Neighbour)

        def style(usual: Style) -> Style:
            return theme.QUIET if is_neighbour else usual

        margin = look.words(self._date(event.date), style(theme.DATE))
        if look.on_terminal:
            margin = _under_each_other(margin)
        if since:
            margin += self._elapsed_words(since, margin, look)
        # Parentheses distinguish a neighbour from the events found, even without colour.
        title = look.words(f"({event.title})" if is_neighbour else event.title, style(theme.TITLE))
        if self._ids:
            title += look.words(f"({event.id})", theme.QUIET)
        yield from beside(margin, title, self._indent, look.width, mark)
        if self._summaries:
            from timeline.views.layout import prose

            indent = self._indent if look.on_terminal else 4
            yield from prose(event.summary, style(theme.PLAIN), indent, look)

    def _date(self, date: EventDate) -> str:
        """Return the date, without the year if the heading gives it."""
        if self._by_year and date.earliest is not None:
            return date.describe(in_year=date.earliest.year)
        return date.describe()

    def _since(self, step: Preceded) -> str:
        """Return the time since the previous event, empty if it is not shown."""
        if not self._elapsed or step.before is None:
            return ""
        from timeline.dates import elapsed_between

        elapsed = elapsed_between(step.before.date, step.event.date)
        # A time with a zone and one without are ordered, but how far apart they are is unknown.
        return "" if elapsed.startswith("-") else elapsed

    def _elapsed_words(self, text: str, margin: list[Word], look: Look) -> list[Word]:
        """Return an elapsed time, right-aligned in its column after the date in the margin."""
        if not look.on_terminal:
            # An empty word widens the space.
            return [Word("", theme.PLAIN), Word(text, theme.QUIET)]
        used = length(margin)
        room = self._dates + 2 + _ELAPSED - used
        return [Word(text.rjust(room) if used <= self._dates else f"  {text}", theme.QUIET, True)]

    def _gap_before(self, step: Preceded) -> str:
        """Return the length of the gap before an event, empty if it is not shown."""
        found = None if self._gap is None else gap_before(step, self._gap)
        if found is None:
            return ""
        from timeline.analysis import gap_length

        assert step.before is not None
        direction = "earlier" if self._selection.descending else "later"
        return f"{gap_length(*found, step.before.date, step.event.date)} {direction}"

    def _pause(self, text: str, look: Look) -> Iterator[Segment]:
        indent = 4
        if look.on_terminal:
            indent = self._indent
            text = f"{look.glyphs.pause * 2} {text} {look.glyphs.pause * 2}"
        yield from paragraph(look.words(text, theme.QUIET), indent, look.width)


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


def _under_each_other(date: list[Word]) -> list[Word]:
    """Right-align the day of the month."""
    if date and date[0].text.isdecimal() and len(date[0].text) == 1 and len(date) > 1:
        return [date[0]._replace(text=f" {date[0].text}"), *date[1:]]
    return date


class OneLineEach:
    """One line per event: date as written, id and title, separated by tabs in a pipe."""

    def __init__(self, timeline: Timeline, selection: Selection) -> None:
        self._timeline = timeline
        self._selection = selection

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        gap, end = Segment("  " if look.on_terminal else "\t"), Segment.line()
        for event in self._selection:
            yield Segment(look.text(event.date.text), theme.DATE)
            yield gap
            yield Segment(look.text(event.id), theme.QUIET)
            yield gap
            yield Segment(look.text(event.title), theme.PLAIN)
            yield end
