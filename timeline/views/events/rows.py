"""The rows of a chronology: a heading, an event with its date, title, actors and tags."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style

from timeline.chronology import Timeline
from timeline.dates import EventDate
from timeline.model import Event, Neighbour
from timeline.views.events.about import About
from timeline.views.layout import Look, Word, beside, length, lines, paragraph, segments, theme

SHORT_DATES = len("30 September")
"""The width of the column of dates without a year, in cells."""

_WHOLE_DATES = len("30 September 2014")
_ELAPSED = len("+11 y 10 mo")


class EventRows:
    """Draws the rows of a chronology.

    With `by_year`, headings give the years, and dates leave them out. With `summaries` and `ids`,
    each event has its summary and its id. With `elapsed`, there is a column for the time since the
    previous event. With `reported`, there is a line for the time to the first source. The `usual`
    actors are not named. `signs` holds the signs of dates drawn so far.
    """

    def __init__(
        self,
        timeline: Timeline,
        look: Look,
        *,
        by_year: bool,
        usual: Sequence[str] = (),
        summaries: bool = False,
        ids: bool = False,
        elapsed: bool = False,
        reported: bool = False,
    ) -> None:
        self._look = look
        self._by_year = by_year
        self._reported = reported
        self._summaries = summaries
        self._ids = ids
        self._dates = SHORT_DATES if by_year else _WHOLE_DATES
        self._indent = 4 + self._dates + (_ELAPSED + 2 if elapsed else 0)
        self._below = self._indent if look.on_terminal else 4
        self._about = About(timeline, look, self._below, usual)
        self.signs: set[str] = set()

    def heading(self, label: str, count: int) -> Iterator[Segment]:
        """Yield a heading with its number of events, after a blank line."""
        look = self._look
        yield Segment.line()
        words = look.words(label, theme.HEADING)
        events = f"{count:,}"
        if not look.on_terminal:
            yield from segments([*words, Word(f"({events})", theme.QUIET)])
            yield Segment.line()
            return
        # The last line must leave room for the rule and the count.
        *above, last = lines(words, look.width - len(events) - 3)
        for line in above:
            yield from segments(line)
            yield Segment.line()
        yield from segments(last)
        rule = look.glyphs.rule * (look.width - length(last) - len(events) - 2)
        yield Segment(f" {rule} {events}", theme.QUIET)
        yield Segment.line()

    def event(self, event: Event, since: str = "") -> Iterator[Segment]:
        """Yield the rows of an event; `since` is the time since the previous one."""
        look, is_neighbour = self._look, isinstance(event, Neighbour)

        def style(usual: Style) -> Style:
            return theme.QUIET if is_neighbour else usual

        margin = look.words(self._date(event.date), style(theme.DATE))
        sign = " "
        if look.on_terminal:
            margin = _under_each_other(margin)
            sign = look.glyphs.of_date(event.date)
        if since:
            margin += self._elapsed(since, margin)
        # Parentheses distinguish a neighbour from the events found, even without colour.
        title = look.words(f"({event.title})" if is_neighbour else event.title, style(theme.TITLE))
        if self._ids:
            title += look.words(f"({event.id})", theme.QUIET)
        yield from beside(margin, title, self._indent, look.width, sign)
        if self._summaries:
            from timeline.views.layout import prose

            yield from prose(event.summary, style(theme.PLAIN), self._below, look)
        if self._reported:
            lag = lag_of(event)
            lag = f"First source: {lag}" if lag else "No dated source"
            yield from paragraph(look.words(lag, theme.QUIET), self._below, look.width)
        yield from self._about.below(event)
        self.signs.add(sign)

    def date(self, event: Event) -> list[Word]:
        """Return the date of an event for a narrow column of its own, with its sign."""
        date = _under_each_other(self._look.words(self._date(event.date), theme.DATE))
        sign = self._look.glyphs.of_date(event.date)
        self.signs.add(sign)
        return date if sign == " " else [Word(sign, theme.DATE), *date]

    def titled(self, event: Event, title: list[Word], lead: str = "") -> Iterator[Segment]:
        """Yield a title beside the date of an event, with `lead` before its first line."""
        look = self._look
        date = _under_each_other(look.words(self._date(event.date), theme.DATE))
        sign = look.glyphs.of_date(event.date)
        self.signs.add(sign)
        yield from beside(date, title, self._indent, look.width, sign, lead)

    def pause(self, text: str) -> Iterator[Segment]:
        """Yield the line for a gap."""
        look = self._look
        if look.on_terminal:
            text = f"{look.glyphs.pause * 2} {text} {look.glyphs.pause * 2}"
        yield from paragraph(look.words(text, theme.QUIET), self._below, look.width)

    def _date(self, date: EventDate) -> str:
        """Return the date, without the year if the heading gives it."""
        if self._by_year and date.earliest is not None:
            return date.describe(in_year=date.earliest.year)
        return date.describe()

    def _elapsed(self, text: str, margin: list[Word]) -> list[Word]:
        """Return an elapsed time, right-aligned in its column after the date in the margin."""
        if not self._look.on_terminal:
            # An empty word widens the space.
            return [Word("", theme.PLAIN), Word(text, theme.QUIET)]
        used = length(margin)
        room = self._dates + 2 + _ELAPSED - used
        return [Word(text.rjust(room) if used <= self._dates else f"  {text}", theme.QUIET, True)]


def lag_of(event: Event) -> str:
    """Return how long after an event its first source is dated; empty if none is dated."""
    from timeline.dates import Lag

    dates = event.source_dates()
    if not dates:
        return ""
    lag = Lag.between(event.date, dates)
    return "lag not known" if lag is None else str(lag)


def _under_each_other(date: list[Word]) -> list[Word]:
    """Right-align the day of the month."""
    if date and date[0].text.isdecimal() and len(date[0].text) == 1 and len(date) > 1:
        return [date[0]._replace(text=f" {date[0].text}"), *date[1:]]
    return date
