"""Fill an index with the output of the readers, and check the whole chronology."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from timeline.errors import Problem
from timeline.index import Index
from timeline.index.building.checking import check
from timeline.index.building.ids import make_ids_unique
from timeline.index.building.names import add_names, resolve_names
from timeline.index.building.sets import store_sets
from timeline.index.building.writer import Writer
from timeline.index.rows import Batches, Rows
from timeline.readers import Entry, Item, Layout

Reader = Callable[[list[Problem], Batches | None], Iterable[Item | Rows]]
"""Reads a file from its start on every call, and appends its problems to a list.

If it gets batches, it may yield rows instead of events, or add them to the batches itself.
"""


def fill(index: Index, files: Sequence[tuple[str, Reader, list[Problem]]]) -> Layout | None:
    """Insert the items of several files into an empty index, and check them together.

    Each file is a tuple of its name, its reader and the list to which its problems are added.
    Returns the layout of the file if its events can later be read one by one, otherwise None.
    """
    names = [name for name, _, _ in files]
    problems = [file_problems for _, _, file_problems in files]
    index.connection.execute("BEGIN")
    with _no_collection():
        writer = Writer(index)
        for number, (name, read, file_problems) in enumerate(files):
            batches = Batches(writer.listed, partial(writer.add, number, name, file_problems))
            for item in read(file_problems, batches):
                batches.add(item)
            batches.finish()
        writer.insert()
        is_changed = resolve_names(index)
        add_names(index)
        if writer.has_missed_names():
            for number, (_, read, _) in enumerate(files):
                for item in read([], None):
                    if isinstance(item, Entry):
                        writer.note_unlisted(number, item)
                        writer.insert(full_only=True)
            writer.insert()
    index.make_keys()
    check(index, names, problems, writer.refused)
    is_changed |= make_ids_unique(index)
    finish(index)
    # If names or ids have changed, the events differ from their lines in the file, and no line
    # can be read again on its own.
    return writer.layout if len(names) == 1 and not is_changed else None


def finish(index: Index) -> None:
    """Store the columns and bitmaps of a filled or updated index, and commit."""
    store_sets(index)
    index.connection.execute("DELETE FROM mention")
    index.connection.execute("COMMIT")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Turn off the cyclic garbage collector: parsing creates millions of objects but no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
