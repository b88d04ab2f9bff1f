"""Making events from records, and reporting their problems."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.errors import Severity
from timeline.model import Event
from timeline.readers.items import Entry, Refused
from timeline.readers.records.choices import ignored_rules
from timeline.readers.records.event_dates import DateReader
from timeline.readers.records.fields import Fields
from timeline.readers.records.keys import (
    END_KEYS,
    EVENT_KEYS,
    is_computed,
    warn_of_unknown_key,
)
from timeline.readers.records.sources import SourceReader, addresses_in
from timeline.readers.records.values import Record, place_of
from timeline.readers.report import Report
from timeline.text import fold, slug, visible

_known = frozenset(EVENT_KEYS.known)


class _Others(NamedTuple):
    """The unknown keys of an event that seem to hold its date and its title."""

    dates: Sequence[str]
    title: str | None


_NO_OTHERS = _Others((), None)


class EventReader(Fields):
    """Makes events from records."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self._dates = DateReader(report)
        self._sources = SourceReader(report).sources

    def event(self, record: Record) -> Entry | Refused:
        """Return the event of a record, or a `Refused` with its id if it has an error."""
        entries = record.entries
        others = _NO_OTHERS if entries.keys() <= _known else self._others(record)
        date = self._dates.date(record, others.dates)
        title = self._title(record, others.title)
        summary = self.text_of(record, "summary")
        identifier = self.text_of(record, "id")
        actors, actors_at = self.texts_of(record, "actors")
        places, _ = self.texts_of(record, "places")
        tags, tags_at = self.texts_of(record, "tags")
        follows, follows_at = self.texts_of(record, "follows")
        sources = self._sources(record)
        # Few events have this key, and a call for each of the others would take time.
        ignored = ignored_rules(self, record) if "ignore" in entries else ()
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
            ignored,
            addresses_in(record) if sources else (),
        )

    def _others(self, record: Record) -> _Others:
        """Return the unknown keys that seem to hold a missing date or title; warn of all others."""
        unknown = {
            name: EVENT_KEYS.meant_by(name)
            for name in record.keys
            if name not in _known and not is_computed(name, record)
        }
        dates, title = [], None
        if record.whole and "date" not in record.keys:
            dates = [name for name, meant in unknown.items() if meant == "date"]
        if record.whole and "title" not in record.keys:
            title = next((name for name, meant in unknown.items() if meant == "title"), None)
            # An event without a title often has its title under a key for longer text.
            title = title or next((one for one in unknown if unknown[one] == "summary"), None)
        for name in unknown:
            if name in dates or name == title:
                continue
            if "date" in record.keys and fold(name) in END_KEYS:
                self._dates.warn_of_end(record, name)
            else:
                warn_of_unknown_key(self.report, name, record, EVENT_KEYS)
        return _Others(dates, title)

    def _title(self, record: Record, name: str | None) -> str | None:
        """Return the title of an event. If it has none, report that and return None.

        `name` is the unknown key that seems to hold it.
        """
        if name is None:
            return self.required(record, "title")
        advice = f"rename '{visible(name)}' to 'title'"
        self.report.tally(
            Severity.ERROR,
            ("no title", name),
            place_of(record.keys[name]),
            f"the event has no title: {advice}",
            lambda count: f"{count:,} events have no title: {advice}",
        )
        return None
