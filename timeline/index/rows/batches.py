"""The rows of a file's events in batches, in order with the other items of the file."""

from collections.abc import Callable

from timeline.index.rows.listed import Listed
from timeline.index.rows.maker import RowMaker, Rows
from timeline.readers import Entry, Item

_BATCH = 100
"""The maximum number of events whose rows are made together."""


class Batches:
    """Passes items on to `take`, with the rows of several events in place of the events.

    `listed` are the ids in the registries so far, and may change in between.
    """

    def __init__(self, listed: Listed, take: Callable[[Item | Rows], None]) -> None:
        self.listed = listed
        self._take = take
        self._maker = RowMaker(listed)

    def add(self, item: Item | Rows) -> None:
        """Add the next item, or the rows of the next events."""
        if isinstance(item, Entry):
            self._maker.add(item)
            if self._maker.count == _BATCH:
                self.finish()
        else:
            self.finish()
            self._take(item)

    def finish(self) -> None:
        """Pass on the rows of the events that are left."""
        if self._maker.count:
            self._take(self._maker.taken())
