"""What a chronology is made of: events, actors, tags and sources, as frozen values."""

from enum import StrEnum
from typing import Any

import msgspec

from timeline.dates.event_date import EventDate


class Kind(StrEnum):
    """What sort of actor one is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"


class Color(StrEnum):
    """A colour of the terminal's own sixteen, which suits its background."""

    BLACK = "black"
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"
    BLUE = "blue"
    MAGENTA = "magenta"
    CYAN = "cyan"
    WHITE = "white"
    BRIGHT_BLACK = "bright_black"
    BRIGHT_RED = "bright_red"
    BRIGHT_GREEN = "bright_green"
    BRIGHT_YELLOW = "bright_yellow"
    BRIGHT_BLUE = "bright_blue"
    BRIGHT_MAGENTA = "bright_magenta"
    BRIGHT_CYAN = "bright_cyan"
    BRIGHT_WHITE = "bright_white"


class Source(msgspec.Struct, frozen=True):
    """Where a claim can be looked up. Absent parts are empty; `date` is EDTF."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    date: str = ""


class Event(msgspec.Struct, frozen=True):
    """One dated event. `actors`, `tags` and `follows` hold ids; `places` holds names."""

    id: str
    date: EventDate
    title: str
    summary: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Neighbour(Event, frozen=True):
    """An event that is shown because it stands beside one that was found."""


class Actor(msgspec.Struct, frozen=True):
    """Who acts. `member_of` holds the ids of the actors that this one acts for."""

    id: str
    name: str
    kind: Kind | None = None
    role: str = ""
    member_of: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Tag(msgspec.Struct, frozen=True):
    """A theme, what it means, and the colour it is shown in (none: the theme chooses)."""

    id: str
    description: str = ""
    color: Color | None = None


class EventRecord(msgspec.Struct, frozen=True):
    """An event as the JSON promise has it: the same keys, the date also as its bounds.

    `earliest` and `latest` are `YYYY-MM-DD` (more digits past 9999, a minus before 0), or null
    where that side is open.
    """

    id: str
    date: str
    earliest: str | None
    latest: str | None
    approximate: bool
    uncertain: bool
    title: str
    summary: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]
    follows: tuple[str, ...]
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, event: Event) -> "EventRecord":
        """Return the record of `event`."""
        date = event.date
        first, last = date.earliest, date.latest
        earliest = None if first is None else str(first)
        return cls(
            event.id,
            date.text,
            earliest,
            earliest if last is first else None if last is None else str(last),
            date.approximate,
            date.uncertain,
            event.title,
            event.summary,
            event.actors,
            event.places,
            event.tags,
            event.follows,
            event.sources,
        )


_encoder = msgspec.json.Encoder()


def _read_date(kind: type, text: Any) -> Any:
    return EventDate.parse(text)


_decoder = msgspec.json.Decoder(Event, dec_hook=_read_date)


def to_json(event: Event) -> bytes:
    """Return `event` as one line of JSON, with the keys of `EventRecord`."""
    return _encoder.encode(EventRecord.of(event))


def from_json(document: bytes) -> Event:
    """Return the event that `to_json` wrote."""
    return _decoder.decode(document)


def neighbour_from_json(document: bytes) -> Neighbour:
    """Return the event that `to_json` wrote, as one that stands beside another."""
    return msgspec.json.decode(document, type=Neighbour, dec_hook=_read_date)
