"""The chronology: events in order under headings, the main way of looking."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from timeline.characters import visible
from timeline.grouping import Grouping
from timeline.library import Timeline
from timeline.model import Event
from timeline.selection import Group, Selection
from timeline.views import theme
from timeline.views.layout import UNLIMITED, Word, beside, lines, listing, segments, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SHORT_DATES = len("30 September")
_WHOLE_DATES = len("30 September 2014")


class Chronology:
    """The events of a selection under headings, each with its date, title, actors and tags."""

    def __init__(
        self, timeline: Timeline, selection: Selection, grouping: Grouping, *, summaries: bool
    ) -> None:
        self._timeline = timeline
        self._selection = selection
        self._grouping = grouping
        self._summaries = summaries
        by_year = grouping in (Grouping.YEAR, Grouping.MONTH)
        self._indent = 4 + (_SHORT_DATES if by_year else _WHOLE_DATES)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        look = theme.Theme(self._timeline.index, ascii_only=options.ascii_only)
        yield from self._header(width, look.glyphs.dot)
        for group in self._selection.groups(self._grouping):
            if group.label:
                yield from self._heading(group, look.glyphs.rule, width)
            for event in group.events:
                yield from self._event(event, look, width)

    def _header(self, width: int, dot: str) -> Iterator[Segment]:
        title = self._timeline.title
        facts = [files(self._timeline)]
        if self._selection.query != type(self._selection.query)():
            facts.append(str(self._selection.query))
        count, total = len(self._selection), self._selection.total
        events = "event" if total == 1 else "events"
        facts.append(
            f"{count:,} of {total:,} {events}" if count != total else f"{total:,} {events}"
        )
        for content, style in ((title, theme.TITLE), (f" {dot} ".join(facts), theme.QUIET)):
            for line in lines(words(content, style), width):
                yield from segments(line)
                yield Segment.line()

    def _heading(self, group: Group, rule: str, width: int) -> Iterator[Segment]:
        label = " ".join(word.text for word in words(group.label, theme.HEADING))
        count = f"{group.count:,}"
        yield Segment.line()
        yield Segment(label, theme.HEADING)
        yield Segment(" ")
        if width < UNLIMITED:
            left = width - cell_len(label) - len(count) - 2
            yield Segment(rule * max(1, left), theme.QUIET)
            yield Segment(" ")
            yield Segment(count, theme.QUIET)
        else:
            yield Segment(f"({count})", theme.QUIET)
        yield Segment.line()

    def _event(self, event: Event, look: theme.Theme, width: int) -> Iterator[Segment]:
        date = words(self._date(event), theme.DATE)
        yield from beside(date, words(event.title, theme.TITLE), self._indent, width)
        if self._summaries and event.summary:
            yield from beside([], words(event.summary, theme.PLAIN), self._indent, width)
        about = self._about(event, look)
        if about:
            yield from beside([], about, self._indent, width)

    def _date(self, event: Event) -> str:
        """Return the date, without the year where the heading says it."""
        by_year = self._grouping in (Grouping.YEAR, Grouping.MONTH)
        if by_year and event.date.earliest is not None:
            return event.date.describe(in_year=event.date.earliest.year)
        return event.date.describe()

    def _about(self, event: Event, look: theme.Theme) -> list[Word]:
        index = self._timeline.index
        names = listing([index.actor(actor).name for actor in event.actors], theme.QUIET)
        return names + tag_words(look, event.tags)


def tag_words(look: theme.Theme, tags: Iterable[str]) -> list[Word]:
    """Return tags in their colours, marked with `#`."""
    found: list[Word] = []
    for tag in tags:
        style = look.tag(tag)
        first, *others = words(tag, style) or [Word("", style)]
        found += [first._replace(text=f"#{first.text}"), *others]
    return found


def files(timeline: Timeline) -> str:
    """Return which files a chronology was read from, in a few words."""
    first, *others = timeline.files
    return f"{first} and {len(others)} more" if len(others) > 2 else ", ".join(timeline.files)


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
