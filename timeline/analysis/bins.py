"""Sets of events counted by bins of time."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from timeline.index.bitmaps import Bitmaps


class Bins:
    """Bins into which short events fall by their day, and others as it is told.

    `spans` are the first and the last day of each. An event is in the bin in whose span its day is,
    unless it is one of the `strays`: these are the numbers of the events that are in a bin for
    another reason, or, for None, in no bin. What is not short is in no bin, unless it is a stray.
    """

    def __init__(
        self,
        bitmaps: Bitmaps,
        spans: Iterable[tuple[int, int]],
        strays: Mapping[int | None, Sequence[int]] | None = None,
    ) -> None:
        strays = strays or {}
        # Only the bits of a span are counted, and not those before or after it.
        self._spans = [
            (places.start, (1 << len(places)) - 1) for places in map(bitmaps.in_days, spans)
        ]
        self._plain = bitmaps.all_events ^ bitmaps.of(chain.from_iterable(strays.values()))
        self._strays = {
            place: bitmaps.of(numbers) for place, numbers in strays.items() if place is not None
        }

    def counts(self, events: int) -> list[int]:
        """Return how many of some events are in each bin."""
        plain = events & self._plain
        counts = [(plain >> start & mask).bit_count() for start, mask in self._spans]
        for place, strays in self._strays.items():
            counts[place] += (events & strays).bit_count()
        return counts
