"""Filling an index with what readers yield, and checking it as a whole."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from timeline.errors import Problem
from timeline.index import Index
from timeline.index.building.checks import check
from timeline.index.building.ids import make_ids_unique
from timeline.index.building.names import add_names, resolve_names
from timeline.index.building.sets import store_sets
from timeline.index.building.writer import Writer
from timeline.readers import Entry, Item, Layout

Reader = Callable[[list[Problem]], Iterable[Item]]
"""Reads a file from its start, each time it is called, and adds its problems to a list."""


def fill(index: Index, files: Sequence[tuple[str, Reader, list[Problem]]]) -> Layout | None:
    """Put the items of several files into an empty index, and check them together.

    Each file is its name, what reads it, and the list that its problems are added to. Returns the
    layout of a file by which its events can be told apart, None where there is none.
    """
    names = [name for name, _, _ in files]
    problems = [file_problems for _, _, file_problems in files]
    index.connection.execute("BEGIN")
    with _no_collection():
        writer = Writer(index)
        for number, (name, read, file_problems) in enumerate(files):
            for item in read(file_problems):
                writer.add(number, name, item, file_problems)
        writer.insert()
        is_changed = resolve_names(index)
        add_names(index)
        if writer.has_missed_names():
            for number, (_, read, _) in enumerate(files):
                for item in read([]):
                    if isinstance(item, Entry):
                        writer.note_unlisted(number, item)
                        writer.insert(full_only=True)
            writer.insert()
    index.make_keys()
    check(index, names, problems, writer.refused)
    is_changed |= make_ids_unique(index)
    finish(index)
    # What the index holds of an event differs from its lines: no line can be read alone.
    return writer.layout if len(names) == 1 and not is_changed else None


def finish(index: Index) -> None:
    """Store what is counted of a filled or changed index, and end the transaction."""
    store_sets(index)
    index.connection.execute("DELETE FROM mention")
    index.connection.execute("COMMIT")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let nothing look for circles of objects: a parser makes millions, and no circle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
