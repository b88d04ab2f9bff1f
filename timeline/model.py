"""What a chronology is made of: events, actors, tags and sources, as frozen values."""

from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from timeline.dates import EventDate, Unit


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


class Facet(StrEnum):
    """What events are grouped and counted by: the time in which they start, or a kind of name."""

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    DECADE = "decade"
    WEEKDAY = "weekday"
    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    PUBLISHER = "publisher"

    @property
    def unit(self) -> Unit | None:
        """The unit of the calendar that it stands for; None for weekdays and names."""
        return Unit[self.name] if self in _UNITS else None

    @property
    def is_time(self) -> bool:
        """Whether it is a time, so that each event has exactly one value of it."""
        return self in _UNITS or self is Facet.WEEKDAY


_UNITS = (Facet.DECADE, Facet.YEAR, Facet.QUARTER, Facet.MONTH)
NAMES = (Facet.ACTOR, Facet.TAG, Facet.PLACE, Facet.PUBLISHER)
"""The kinds of names that events have."""


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

    def names(self, facet: Facet) -> tuple[str, ...]:
        """Return its names of a kind, each once."""
        match facet:
            case Facet.ACTOR:
                return self.actors
            case Facet.TAG:
                return self.tags
            case Facet.PLACE:
                return self.places
            case Facet.PUBLISHER:
                publishers = [source.publisher for source in self.sources if source.publisher]
                return tuple(dict.fromkeys(publishers))
            case _:
                raise ValueError(f"a {facet} is not a name")


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


_EventType = TypeVar("_EventType", bound=Event)
_encoder = msgspec.json.Encoder()


def _read_date(kind: type, text: Any) -> Any:
    return EventDate.parse(text)


_decoders: dict[type[Event], msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(kind, dec_hook=_read_date) for kind in (Event, Neighbour)
}


def to_json(event: Event) -> bytes:
    """Return `event` as one line of JSON, with the keys of `EventRecord`."""
    return _encoder.encode(EventRecord.of(event))


def from_json(document: bytes, kind: type[_EventType]) -> _EventType:
    """Return the event that `to_json` wrote, as an `Event` or a `Neighbour`.

    Raises msgspec.DecodeError where the document holds none.
    """
    event: _EventType = _decoders[kind].decode(document)
    return event
