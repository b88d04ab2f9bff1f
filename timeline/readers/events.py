"""From records to events, with what is wrong reported."""

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Event, Source
from timeline.readers import keys
from timeline.readers.fields import Fields
from timeline.readers.items import Entry, Refused
from timeline.readers.records import List, Record, Value, kind_of, place_of
from timeline.text import slug, visible

_event_keys = frozenset(keys.EVENT)
_source_keys = frozenset(keys.SOURCE)


class EventReader(Fields):
    """Makes events of records."""

    def event(self, record: Record) -> Entry | Refused:
        """Return the event of a record; only its id where it has an error."""
        entries = record.entries
        if not entries.keys() <= _event_keys:
            keys.warn_of_unknown_keys(self.report, record, keys.EVENT)
        date = self._date(record)
        title = self._required(record, "title")
        summary = self.text_of(record, "summary")
        identifier = self.text_of(record, "id")
        actors, actors_at = self.texts_of(record, "actors")
        places, _ = self.texts_of(record, "places")
        tags, tags_at = self.texts_of(record, "tags")
        follows, follows_at = self.texts_of(record, "follows")
        sources = self._sources(record)
        given = entries["id"] if identifier else None
        if date is None or title is None or not record.whole:
            return Refused(
                "events",
                identifier or slug(title or "") if record.whole else identifier,
                place_of(given) if given is not None else None,
            )
        named_by = given if given is not None else entries["title"]
        assert named_by is not None
        return Entry(
            Event(
                identifier or slug(title),
                date,
                title,
                summary,
                actors,
                places,
                tags,
                follows,
                sources,
            ),
            bool(identifier),
            place_of(named_by),
            actors_at,
            tags_at,
            follows_at,
        )

    def _date(self, record: Record) -> EventDate | None:
        value = record.entries.get("date")
        if type(value) is List or type(value) is Record:
            if texts := _set_texts(value):
                left, right = "[]" if isinstance(value, List) else "{}"
                self.report.error(
                    place_of(value),
                    f"YAML reads a date in brackets as a {kind_of(value)}: "
                    f'put it in quotes, "{left}{visible(",".join(texts))}{right}"',
                )
                return None
        elif value is not None and (text := value.value.strip()):
            try:
                return EventDate.parse(text)
            except DateError as error:
                self.report.error(place_of(value), str(error))
                return None
        self._required(record, "date")
        return None

    def _required(self, record: Record, key: str) -> str | None:
        if key not in record.keys:
            # What is missing may be in what was refused or not read.
            if record.whole:
                self.report.error(
                    place_of(record), f"the event has no {key}: add a line '{key}: ...'"
                )
            return None
        value = record.entries.get(key)
        if value is None:
            return None
        if type(value) is not List and type(value) is not Record and value.value.isascii():
            text: str | None = value.value.strip()
        else:
            text = self.text(value, key)
        if text != "":
            return text
        # YAML takes what begins with # for a comment.
        advice = ", in quotes if it begins with '#'" if key == "title" else ""
        self.report.error(
            place_of(record.keys[key]), f"the event's {key} is empty: write one{advice}"
        )
        return None

    def _sources(self, record: Record) -> tuple[Source, ...]:
        value = record.entries.get("sources")
        if value is None:
            return ()
        items = value.items if isinstance(value, List) else [value]
        return tuple(source for item in items if (source := self._source(item)) is not None)

    def _source(self, value: Value) -> Source | None:
        if value is None:
            return None
        if isinstance(value, List):
            self.report.error(place_of(value), "a source must be a mapping or a text, not a list")
            return None
        if not isinstance(value, Record):
            text = self.text(value, "a source") or ""
            if _is_address(text):
                return Source(url=text)
            return Source(title=text) if text else None
        if not value.entries.keys() <= _source_keys:
            keys.warn_of_unknown_keys(self.report, value, keys.SOURCE)
        url = self.text_of(value, "url")
        if url and not _is_address(url):
            self._refuse(
                value,
                "url",
                f"'{visible(url[:60])}' is no address of the web: write it whole, with https://",
            )
        date = self.text_of(value, "date")
        if date:
            try:
                EventDate.parse(date)
            except DateError as error:
                self._refuse(value, "date", str(error))
        title, publisher = self.text_of(value, "title"), self.text_of(value, "publisher")
        return Source(title, url, publisher, date) if title or url or publisher or date else None

    def _refuse(self, record: Record, key: str, message: str) -> None:
        value = record.entries[key]
        assert value is not None
        self.report.error(place_of(value), message)


def _is_address(text: str) -> bool:
    scheme, colon, rest = text.partition("://")
    return bool(colon) and scheme.lower() in ("http", "https") and rest[:1] not in ("", "/")


def _set_texts(value: List | Record) -> list[str]:
    """Return the members of an EDTF set that was read as a list or mapping; none if it is none."""
    values = value.entries.values() if isinstance(value, Record) else ()
    members = list(value.entries) if isinstance(value, Record) else value.items
    if not value.bracketed or any(_is_something(one) for one in values):
        return []
    texts = [_text_in(one) for one in members]
    named = [text for text in texts if text]
    return named if len(named) == len(texts) else []


def _is_something(value: Value) -> bool:
    return value is None or isinstance(value, List | Record) or bool(value.value)


def _text_in(value: Value | str) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, List | Record) else value.value
