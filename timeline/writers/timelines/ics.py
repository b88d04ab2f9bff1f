"""iCalendar: one all-day or timed entry per event, for calendars."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from timeline.chronology import Timeline
from timeline.dates import SECONDS_OF_DAY, Day, EventDate, Precision, Side
from timeline.model import Event
from timeline.text import slug
from timeline.writers.actors import actors_in_words
from timeline.writers.carried import carried
from timeline.writers.losses import APPROXIMATE, BOUNDLESS, OPEN, UNCERTAIN, Loss
from timeline.writers.registries import lose_registries
from timeline.writers.sources import citation
from timeline.writers.timelines.spans import shown_span
from timeline.writers.writing import Export

_FAR = Loss(
    "1 event before the year 1 or after 9998",
    "{count} events before the year 1 or after 9998",
    of_event=True,
)
_IMPRECISE = Loss(
    "that 1 date is not known to the day", "that {count} dates are not known to the day"
)
# The same export must be the same bytes, so the time of the export cannot be used.
_STAMP = "DTSTAMP:19700101T000000Z\r\n"
_LONGEST_LINE = 75
_encode = msgspec.json.Encoder().encode


def write(export: Export) -> Iterator[str]:
    """Yield an iCalendar object (RFC 5545) with the events found.

    A day or interval is an all-day entry; its end is exclusive. A time is UTC if it has a zone, and
    floating otherwise. A less precise date covers its whole span, and the text of the entry says
    how it is dated. Of an open interval, the span of the known side is entered. `X-TIMELINE-DATE`
    is the date as written, and `X-TIMELINE-EVENT` has the other parts of an event as JSON.
    """
    lose_registries(export)
    timeline = export.timeline
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//timeline//timeline//EN\r\n"
    if timeline.title:
        yield _line("NAME", _escaped(timeline.title))
        yield _line("X-WR-CALNAME", _escaped(timeline.title))
    if timeline.description:
        yield _line("DESCRIPTION", _escaped(timeline.description))
    domain = _domain(timeline)
    for event in export.found:
        if when := _when(event.date, export):
            yield "BEGIN:VEVENT\r\n"
            yield _line("UID", _escaped(f"{event.id}@{domain}"))
            yield _STAMP
            yield when
            yield from _content(event, export)
            yield "END:VEVENT\r\n"
    yield "END:VCALENDAR\r\n"


def _content(event: Event, export: Export) -> Iterator[str]:
    yield _line("SUMMARY", _escaped(event.title))
    yield _line("DESCRIPTION", _escaped(_description(event, export)))
    if event.places:
        yield _line("LOCATION", _escaped("; ".join(event.places)))
    if event.tags:
        yield _line("CATEGORIES", ",".join(map(_escaped, event.tags)))
    if url := next((source.url for source in event.sources if source.url), ""):
        yield _line("URL", url)
    yield "TRANSP:TRANSPARENT\r\n"
    yield _line("X-TIMELINE-DATE", _escaped(event.date.text))
    if parts := _carried(event):
        yield _line("X-TIMELINE-EVENT", _escaped(_encode(parts).decode()))


def _carried(event: Event) -> dict[str, Any]:
    """Return what an entry has no place for, or shows only as text."""
    parts = carried(event, "actors", "follows", "sources")
    if any("; " in place for place in event.places):
        parts["places"] = event.places
    return parts


def _description(event: Event, export: Export) -> str:
    """Return the text of an entry; actors are one line of it, and so is each source."""
    names = actors_in_words(export.timeline, event)
    paragraphs = [
        f"Date: {event.date.describe()}",
        event.summary,
        _one_line(f"Actors: {names}") if names else "",
        "\n".join(_one_line(citation(source)) for source in event.sources),
    ]
    return "\n\n".join(filter(None, paragraphs))


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text


def _domain(timeline: Timeline) -> str:
    """Return what follows `@` in the UID of each entry: the title, or else the name of the file.

    Many files are called `events.yaml`, so the name of its folder is taken for such a file.
    """
    if timeline.title:
        return slug(timeline.title)
    path = Path(timeline.paths[0]) if timeline.paths else Path()
    name = path.resolve().parent.name if path.stem == "events" else path.stem
    return slug(name) if any(map(str.isalnum, name)) else "timeline"


def _when(date: EventDate, export: Export) -> str:
    """Return the lines for the time of an event; empty if it cannot be entered."""
    losses = export.losses
    first, last = date.earliest, date.latest
    if (span := shown_span(date)) is None:
        losses.add(BOUNDLESS, date.describe())
        return ""
    if any(not 0 < day.year < 9999 for day in span):
        losses.add(_FAR, date.describe())
        return ""
    if first is None or last is None:
        losses.add(OPEN, date.describe())
    if date.approximate:
        losses.add(APPROXIMATE, date.describe())
    if date.uncertain:
        losses.add(UNCERTAIN, date.describe())
    if not date.in_doubt and not _is_to_the_day(date):
        losses.add(_IMPRECISE, date.describe())
    if date.time_of_day is not None:
        return _times(date)
    begin, end = span
    return (
        f"DTSTART;VALUE=DATE:{_day(begin)}\r\n"
        f"DTEND;VALUE=DATE:{_day(Day.from_ordinal(end.ordinal + 1))}\r\n"
    )


def _is_to_the_day(date: EventDate) -> bool:
    """Return whether each side of a date that is known is known to the day or more precisely."""
    if not date.is_interval:
        return date.precision.rank >= Precision.DAY.rank
    known = (side.precision for side in (date.start, date.end) if side.precision)
    return all(precision.rank >= Precision.DAY.rank for precision in known)


def _times(date: EventDate) -> str:
    start, end = date.start, date.end
    lines = f"DTSTART:{_time(start)}\r\n"
    if not date.is_interval or end.day is None:
        return lines
    if end.seconds is None:
        # An end without a time is the end of its day.
        end = end._replace(seconds=SECONDS_OF_DAY, offset=start.offset)
    # Both ends must be of one kind, floating or UTC.
    return f"{lines}DTEND:{_time(end, utc=start.has_zone)}\r\n"


def _time(side: Side, *, utc: bool | None = None) -> str:
    assert side.earliest is not None
    assert side.seconds is not None
    days, seconds = divmod(side.seconds, SECONDS_OF_DAY)
    day = Day.from_ordinal(side.earliest.ordinal + days)
    zone = "Z" if (side.has_zone if utc is None else utc) else ""
    return f"{_day(day)}T{seconds // 3600:02}{seconds // 60 % 60:02}{seconds % 60:02}{zone}"


def _day(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """Return a text as a value of type TEXT."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        if plain in text:
            text = text.replace(plain, written)
    return text


def _line(name: str, value: str) -> str:
    """Return a content line, folded so that no line has more than 75 bytes."""
    line = f"{name}:{value}"
    if len(line) <= _LONGEST_LINE and line.isascii():
        return f"{line}\r\n"
    pieces = []
    data = line.encode()
    room = _LONGEST_LINE
    while len(data) > room:
        end = room
        # Do not divide a character.
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[:end].decode())
        data = data[end:]
        # A space begins the lines that continue.
        room = _LONGEST_LINE - 1
    return "\r\n ".join([*pieces, data.decode()]) + "\r\n"
