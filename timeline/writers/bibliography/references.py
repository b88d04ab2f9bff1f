"""The sources to list, each with a key to cite it by."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates import EventDate
from timeline.model import Source
from timeline.search import Selection
from timeline.text import slug

_LONGEST_KEY = 40


class Reference(NamedTuple):
    """A source and its key, which is unique, in ASCII and made of its title and year."""

    key: str
    source: Source
    date: EventDate | None


def references(found: Selection) -> Iterator[Reference]:
    """Yield the sources of the events found, in the order in which they are first cited."""
    seen: set[int] = set()
    counts: dict[str, int] = {}
    for event in found:
        for source in event.sources:
            # The hashes take less memory than the sources.
            if hash(source) in seen:
                continue
            seen.add(hash(source))
            date = EventDate.parse(source.date) if source.date else None
            stem = _stem(source, date)
            counts[stem] = counts.get(stem, 0) + 1
            key = stem if counts[stem] == 1 else f"{stem}.{counts[stem]}"
            yield Reference(key, source, date)


def _stem(source: Source, date: EventDate | None) -> str:
    words = slug(source.title or source.publisher or source.address, _LONGEST_KEY)
    stem = words.encode("ascii", "ignore").decode().strip("-") or "source"
    return f"{stem}-{abs(date.earliest.year)}" if date and date.earliest else stem
