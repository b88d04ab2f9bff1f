"""The events found as rows of an archive, a batch at a time."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from timeline.engines import Folded, row, searched
from timeline.index import Index, Tokenizer
from timeline.model import EventRecord, record_from_json
from timeline.writers.parquet.names import AllActors
from timeline.writers.writing import Export

_BATCH = 2_000
"""The number of events that are in memory as Python values."""


def rows(export: Export) -> Iterator[list[dict[str, Any]]]:
    """Yield the columns of the events found, in chronological order and in batches."""
    folder = _Folder(export.timeline.index)
    all_actors = AllActors(export.timeline.index)
    found = export.found
    positions = reversed(found.positions) if found.descending else iter(found.positions)
    documents = zip(positions, found.documents(), strict=True)
    numbers = export.timeline.index.columns.numbers
    while batch := list(islice(documents, _BATCH)):
        events = [record_from_json(document) for _, document in batch]
        places = [(place, one.actors) for (place, _), one in zip(batch, events, strict=True)]
        each = zip(places, events, all_actors.of(places), folder.folded(events), strict=True)
        yield [
            row(event, actors, numbers[place], folded) for (place, _), event, actors, folded in each
        ]


class _Folder:
    """Folds the texts and the names of events for searching."""

    def __init__(self, index: Index) -> None:
        self._tokenizer = Tokenizer()
        self._actors, self._places = index.spellings("actor"), index.spellings("place")

    def folded(self, events: Sequence[EventRecord]) -> Iterator[Folded]:
        """Yield what words are searched in, for each event."""
        words = self._tokenizer.words([text for one in events for text in (one.title, one.summary)])
        for number, event in enumerate(events):
            spellings = [one for name in event.actors for one in self._actors.get(name, ())]
            spellings += [one for name in event.places for one in self._places.get(name, ())]
            yield Folded(
                searched(*words[2 * number : 2 * number + 2]),
                searched(*dict.fromkeys(spellings)),
            )
