"""Reading the sources of events, and reporting their problems."""

from collections.abc import Iterator

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Source
from timeline.readers.items import Place
from timeline.readers.records.fields import Fields
from timeline.readers.records.keys import SOURCE_KEYS, warn_of_unknown_keys
from timeline.readers.records.values import List, Record, Value, place_of
from timeline.text import visible

_known = frozenset(SOURCE_KEYS.known)
_EMPTY = Source()
ADDRESS_KEYS = ("url", "archive")
"""The keys of a source that hold web addresses."""


class SourceReader(Fields):
    """Reads the sources of events."""

    def sources(self, record: Record) -> tuple[Source, ...]:
        """Return the sources of an event, from a list or a single source."""
        value = record.entries.get("sources")
        if value is None:
            return ()
        items = value.items if isinstance(value, List) else [value]
        return tuple(source for item in items if (source := self._source(item)) is not None)

    def _source(self, value: Value) -> Source | None:
        if value is None:
            return None
        if isinstance(value, List):
            self.report.error(
                place_of(value), "a source must be text or a mapping, not another list"
            )
            return None
        if not isinstance(value, Record):
            text = self.text(value, "a source") or ""
            if is_address(text):
                return Source(url=text)
            return Source(title=text) if text else None
        if not value.entries.keys() <= _known:
            warn_of_unknown_keys(self.report, value, SOURCE_KEYS)
        url, archive = self._address(value, "url"), self._address(value, "archive")
        date = self.text_of(value, "date")
        if date:
            try:
                EventDate.parse(date)
            except DateError as error:
                self._refuse_field(value, "date", str(error))
        title, publisher = self.text_of(value, "title"), self.text_of(value, "publisher")
        source = Source(title, url, publisher, date, archive)
        return None if source == _EMPTY else source

    def _address(self, record: Record, key: str) -> str:
        text = self.text_of(record, key)
        if text and not is_address(text):
            shown = visible(text[:60])
            self._refuse_field(
                record, key, f"'{shown}' is not a web address: write it in full, with https://"
            )
        return text

    def _refuse_field(self, record: Record, key: str, message: str) -> None:
        value = record.entries[key]
        assert value is not None
        self.report.error(place_of(value), message)


def addresses_in(record: Record) -> Iterator[tuple[str, Place]]:
    """Yield the web addresses of an event's sources, with their places."""
    value = record.entries.get("sources")
    for item in value.items if isinstance(value, List) else [value]:
        if isinstance(item, Record):
            texts = [item.entries.get(key) for key in ADDRESS_KEYS]
        else:
            texts = [item]
        for text in texts:
            if text is not None and text.value is not None and is_address(text.value.strip()):
                yield text.value.strip(), place_of(text)


def is_address(text: str) -> bool:
    """Return whether a text is a web address."""
    if text.startswith("https://"):
        return text[8:9] not in ("", "/")
    scheme, colon, rest = text.partition("://")
    return bool(colon) and scheme.lower() in ("http", "https") and rest[:1] not in ("", "/")
