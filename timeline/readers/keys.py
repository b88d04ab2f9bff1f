"""The keys that a record may have."""

from collections.abc import Iterable

from timeline.readers.records import Record, Text, place_of
from timeline.readers.report import Report
from timeline.text import closest, listed, visible

TOP = ("title", "description", "tags", "actors", "events")
EVENT = ("id", "date", "title", "summary", "actors", "places", "tags", "follows", "sources")
SOURCE = ("title", "url", "publisher", "date")
ACTOR = ("name", "kind", "role", "member_of", "aliases")
TAG = ("description", "color")


def warn_of_unknown_keys(report: Report, record: Record, known: Iterable[str]) -> None:
    """Warn of each key of a record that means nothing there."""
    for name, key in record.keys.items():
        if name not in known:
            warn_of_unknown_key(report, key, known)


def warn_of_unknown_key(report: Report, key: Text, known: Iterable[str]) -> None:
    """Warn of a key that means nothing where it stands."""
    known = list(known)
    near = closest(key.value, known, 1)
    advice = f"did you mean '{near[0]}'?" if near else f"known are {listed(known, 'and')}"
    report.warning(place_of(key), f"unknown key '{visible(key.value)}', it is left out: {advice}")
