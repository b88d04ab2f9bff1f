"""When each event was first reported, as JSON."""

from collections.abc import Iterator

import msgspec

from timeline.dates import EventDate, Lag
from timeline.model import Source
from timeline.writers.writing import Export


class Reported(msgspec.Struct, frozen=True):
    """The first dated source of an event, and how long after the start of the event it is dated.

    `date` is EDTF, as written; of sources of which each may be the first, it is that of the one
    that sorts first. The lag is from `min_days` to `max_days`, negative if the source is from
    before the event; both are None if a date has no bound. If it is `about`, a date is in doubt.
    """

    date: str
    min_days: int | None
    max_days: int | None
    about: bool


class _Event(msgspec.Struct, frozen=True):
    date: str
    sources: tuple[Source, ...]


def documents(export: Export) -> Iterator[bytes]:
    """Yield the events found as lines of JSON; if asked for, with the key `reported`.

    Its value is null if an event has no dated source.
    """
    if not export.options.reported:
        yield from export.found.documents()
        return
    decode, encode = msgspec.json.Decoder(_Event).decode, msgspec.json.encode
    for document in export.found.documents():
        reported = encode(_reported(decode(document)))
        yield b'%b,"reported":%b}' % (document[:-1], reported)


def _reported(event: _Event) -> Reported | None:
    date = EventDate.parse(event.date)
    dates = [EventDate.parse(source.date) for source in event.sources if source.date]
    if not dates:
        return None
    first = min(dates, key=lambda one: one.sort_key).text
    lag = Lag.between(date, dates)
    about = any(one.in_doubt for one in (date, *dates))
    least, most = (None, None) if lag is None else (lag.least, lag.most)
    return Reported(first, least, most, about)
