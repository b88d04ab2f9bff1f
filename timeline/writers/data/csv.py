"""CSV: one row per event, for spreadsheets and databases."""

import csv
from collections.abc import Iterator
from typing import Any, cast

from timeline.model import EventRecord, Source, record_from_json
from timeline.readers.tables import COLUMNS, guarded, joined
from timeline.writers.registries import lose_heading, lose_registries
from timeline.writers.writing import Export


def write(export: Export) -> Iterator[str]:
    """Yield the events found as CSV (RFC 4180), with a header row."""
    return rows(export, ",")


def rows(export: Export, delimiter: str) -> Iterator[str]:
    """Yield the heading and the events found as rows with this delimiter.

    The items of a list are joined by `; `; a semicolon or backslash in an item is preceded by a
    backslash. A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    lose_heading(export)
    lose_registries(export)
    # The writer returns what the `write` of its file returns.
    to_row = cast(Any, csv.writer(_Row(), delimiter=delimiter)).writerow
    yield to_row(COLUMNS)
    for document in export.found.documents():
        yield to_row(_cells(record_from_json(document)))


class _Row:
    """A file that returns what it is given."""

    def write(self, row: str) -> str:
        return row


def _cells(event: EventRecord) -> tuple[str, ...]:
    sources = event.sources
    return (
        guarded(event.id),
        guarded(event.date),
        guarded(event.earliest or ""),
        guarded(event.latest or ""),
        "true" if event.approximate else "false",
        "true" if event.uncertain else "false",
        guarded(event.title),
        guarded(event.summary),
        _list(event.actors),
        _list(event.places),
        _list(event.tags),
        _list(event.follows),
        _of_each(sources, "title"),
        _of_each(sources, "url"),
        _of_each(sources, "publisher"),
        _of_each(sources, "date"),
        _of_each(sources, "archive"),
    )


def _list(texts: tuple[str, ...]) -> str:
    return guarded(joined(texts)) if texts else ""


def _of_each(sources: tuple[Source, ...], field: str) -> str:
    """Return a field of all sources, empty if no source has it."""
    texts = [getattr(source, field) for source in sources]
    return guarded(joined(texts)) if any(texts) else ""
