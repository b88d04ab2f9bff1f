"""The data model of a chronology: events, actors, tags and sources, as immutable values."""

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from timeline.dates import EventDate, Unit

if TYPE_CHECKING:
    from timeline.dates import Tenure


class Kind(StrEnum):
    """The kind of an actor."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"


class Color(StrEnum):
    """One of the terminal's 16 standard colours, which follow the user's colour scheme."""

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
    """What to group and count events by: the time at which they start, or a kind of name.

    `LAG` is how long after the start of an event its first source is dated.
    """

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    DECADE = "decade"
    WEEKDAY = "weekday"
    ACTOR = "actor"
    TAG = "tag"
    PLACE = "place"
    PUBLISHER = "publisher"
    LAG = "lag"

    @property
    def unit(self) -> Unit | None:
        """The calendar unit of this facet; None for weekdays, names and lags."""
        return Unit[self.name] if self in _UNITS else None

    @property
    def is_time(self) -> bool:
        """Whether this facet is a time. Each event has exactly one value of such a facet."""
        return self in _UNITS or self is Facet.WEEKDAY


_UNITS = (Facet.DECADE, Facet.YEAR, Facet.QUARTER, Facet.MONTH)
NAMES = (Facet.ACTOR, Facet.TAG, Facet.PLACE, Facet.PUBLISHER)
"""The facets whose values are names."""


class Source(msgspec.Struct, frozen=True):
    """A source for an event. Missing parts are empty strings; `date` is EDTF.

    `archive` is the web address of an archived copy.
    """

    title: str = ""
    url: str = ""
    publisher: str = ""
    date: str = ""
    archive: str = ""

    @property
    def address(self) -> str:
        """Where it can be read: its web address, or that of an archived copy if there is none."""
        return self.url or self.archive


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
        """Return the event's names of one kind, without duplicates.

        Raises ValueError if the facet is a time.
        """
        match facet:
            case Facet.ACTOR:
                return self.actors
            case Facet.TAG:
                return self.tags
            case Facet.PLACE:
                return self.places
            case Facet.PUBLISHER:
                publishers = [source.publisher for source in self.sources if source.publisher]
                # One has no duplicates.
                return tuple(publishers if len(publishers) < 2 else dict.fromkeys(publishers))
            case _:
                raise ValueError(f"a {facet} is not a name")

    def source_dates(self) -> list[EventDate]:
        """Return the dates of the event's sources. Raises DateError if one is not a date."""
        return [EventDate.parse(source.date) for source in self.sources if source.date]


class Neighbour(Event, frozen=True):
    """An event shown as context, because it comes just before or after one that was found."""


class Dated(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What holds from `since` to `until`, which are EDTF.

    A side without a date, an empty string, has no limit.
    """

    since: str = ""
    until: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether either side has a date."""
        return bool(self.since or self.until)

    @property
    def tenure(self) -> "Tenure":
        """The days on which it may hold, and those on which it surely does."""
        from timeline.dates import Tenure

        return Tenure.between(self.since, self.until)

    @property
    def when(self) -> str:
        """Its dates in words: `since March 2004`; empty if it has none."""
        from timeline.dates import describe_tenure

        return describe_tenure(self.since, self.until)


class Membership(Dated, frozen=True, omit_defaults=True):
    """That an actor acts for the one with this id."""

    id: str


class Role(Dated, frozen=True, omit_defaults=True):
    """What an actor does, or the office that it holds."""

    title: str


class Actor(msgspec.Struct, frozen=True):
    """A person, organisation or state. `member_of` holds those for whom it acts."""

    id: str
    name: str
    kind: Kind | None = None
    role: tuple[Role, ...] = ()
    member_of: tuple[Membership, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def titles(self) -> str:
        """The titles of all its roles, joined by semicolons."""
        return "; ".join(dict.fromkeys(one.title for one in self.role))


class Tag(msgspec.Struct, frozen=True):
    """A tag with its meaning and its display colour; without a colour, the theme chooses one."""

    id: str
    description: str = ""
    color: Color | None = None


class EventRecord(msgspec.Struct, frozen=True):
    """An event as written to JSON. The keys are part of the public interface.

    `earliest` and `latest` are `YYYY-MM-DD` (years above 9999 have more digits, years before 0 a
    minus sign), or null if that side of the date is open.
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
        # Nearly all dates are days, which need no other text.
        earliest = date.text if date.is_plain_day else None if first is None else str(first)
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


def record_from_json(document: bytes) -> EventRecord:
    """Read an event that `to_json` wrote, as it was written.

    Raises msgspec.DecodeError if the document is not a valid event.
    """
    record: EventRecord = _record_decoder().decode(document)
    return record


@lru_cache
def _record_decoder() -> msgspec.json.Decoder[EventRecord]:
    # Only some exports need it.
    return msgspec.json.Decoder(EventRecord)


def from_json(document: bytes | str, kind: type[_EventType]) -> _EventType:
    """Read an event that `to_json` wrote, as an `Event` or a `Neighbour`.

    Raises msgspec.DecodeError if the document is not a valid event.
    """
    event: _EventType = _decoders[kind].decode(document)
    return event
