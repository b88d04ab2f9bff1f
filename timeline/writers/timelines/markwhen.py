"""markwhen: a timeline as text, for markwhen's own views."""

import re
from collections.abc import Iterator

import msgspec

from timeline.dates import SECONDS_OF_DAY, Day, Edge, EventDate, Precision, Side, date_or_interval
from timeline.model import Source
from timeline.readers.markwhen import escaped_line, escaped_link, escaped_title
from timeline.text import visible_lines
from timeline.writers.losses import APPROXIMATE, BOUNDLESS, OPEN, UNCERTAIN, Loss
from timeline.writers.registries import lose_registries
from timeline.writers.sources import citation
from timeline.writers.timelines.spans import shown_span
from timeline.writers.writing import Export

_FAR = Loss(
    "1 event before 99,999 BCE or after 99,999",
    "{count} events before 99,999 BCE or after 99,999",
    of_event=True,
)
_ONLY_YEARS = Loss(
    "the month or day of 1 event before the year 1 or after 9999",
    "the month or day of {count} events before the year 1 or after 9999",
)
_LAST_YEAR = 99_999
_DAY = re.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")
# markwhen replaces a number sign even within quotes, and YAML breaks lines at the others.
_SPECIAL = re.compile("[#\u2028\u2029\ufeff]")
_encode = msgspec.json.Encoder().encode
_PROPERTIES = ("tags", "actors", "places", "follows", "sources")


def write(export: Export) -> Iterator[str]:
    """Yield the events found in markwhen's syntax, in chronological order.

    What the syntax has no place for is written as properties of an event: its id, the date as
    written, and names. markwhen shows them, and `timeline` reads them. Times are UTC.
    """
    lose_registries(export)
    # This line shows the format, however long the description is.
    yield "timezone: UTC\n"
    for key in ("title", "description"):
        if text := getattr(export.timeline, key):
            yield f"{key}: {_json(text)}\n"
    for event in export.found:
        when = _when(event.date, export)
        if not when:
            continue
        yield f"\n{when}: {escaped_title(event.title)}\n"
        yield f"id: {_json(event.id)}\nedtf: {_json(event.date.text)}\n"
        for key in _PROPERTIES:
            if texts := getattr(event, key):
                yield f"{key}: {_json(texts)}\n"
        if event.summary:
            yield "\n" + "".join(f"{escaped_line(line)}\n" for line in visible_lines(event.summary))
        if event.sources:
            yield "\n" + "".join(f"{_link(source)}\n" for source in event.sources)


def _json(value: object) -> str:
    data = _encode(value)
    if b"#" not in data and data.isascii():
        return data.decode()
    return _SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04x}", data.decode())


def _link(source: Source) -> str:
    text = citation(source, with_address=False) or source.address
    return escaped_link(text, source.address)


def _when(date: EventDate, export: Export) -> str:
    """Return the date of an event for markwhen; empty if it has none for it."""
    losses = export.losses
    first, last = date.earliest, date.latest
    if first and first == last and _DAY.fullmatch(date.text):
        # Most dates are days.
        return date.text
    if (span := shown_span(date)) is None:
        losses.add(BOUNDLESS, date.describe())
        return ""
    if any(abs(day.year) >= _LAST_YEAR for day in span):
        losses.add(_FAR, date.describe())
        return ""
    if date.approximate:
        losses.add(APPROXIMATE, date.describe())
    if date.uncertain:
        losses.add(UNCERTAIN, date.describe())
    begins, ends = span
    is_now = date.is_interval and date.end.edge is Edge.OPEN
    is_open = first is None or last is None
    if is_open and not is_now:
        losses.add(OPEN, date.describe())
    if not (0 < begins.year <= 9999 and 0 < ends.year <= 9999):
        if any(
            side.precision and side.precision.rank > Precision.YEAR.rank
            for side in (date.start, date.end)
        ):
            losses.add(_ONLY_YEARS, date.describe())
        return _years(begins, ends)
    if date.start.seconds is not None or date.end.seconds is not None:
        return _times(date, begins, ends, is_now=is_now)
    if date.is_interval and (is_now or not is_open):
        end = "now" if is_now else _side(date.end, ends)
        return date_or_interval(_side(date.start, begins), end)
    point = _side(date.start if first else date.end, begins)
    whole = EventDate.parse(point)
    return point if (whole.earliest, whole.latest) == (begins, ends) else f"{begins}/{ends}"


def _side(side: Side, day: Day) -> str:
    """Return a side as a year or month if it is a whole one, otherwise as a day."""
    known = {Precision.YEAR: 4, Precision.MONTH: 7}.get(side.precision or Precision.DAY, 10)
    text = str(day)[:known]
    whole = EventDate.parse(text)
    return text if day in (whole.earliest, whole.latest) else str(day)


def _years(first: Day, last: Day) -> str:
    start, end = _year(first.year), _year(last.year)
    return start if start == end else f"{start} - {end}"


def _year(year: int) -> str:
    return f"{1 - year} BCE" if year < 1 else f"{year} CE" if year < 1000 else str(year)


def _times(date: EventDate, first: Day, last: Day, *, is_now: bool) -> str:
    start, end = _time(date.start, first, 0), _time(date.end, last, SECONDS_OF_DAY)
    if is_now:
        return f"{start} - now"
    if date.start.edge:
        return end
    return start if date.end.edge or not date.is_interval else f"{start} - {end}"


def _time(side: Side, day: Day, otherwise: int) -> str:
    """Return the time of a side, or `otherwise` seconds after midnight if it has none."""
    days, seconds = divmod(otherwise if side.seconds is None else side.seconds, SECONDS_OF_DAY)
    day = Day.from_ordinal((side.earliest or day).ordinal + days)
    return f"{day}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"
