"""What a chronology says, without how its file writes it."""

from array import array
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

import msgspec

from timeline.errors import DataError, Problem, Severity
from timeline.model import Actor, Event, Tag
from timeline.readers import (
    ChosenFile,
    Entry,
    Heading,
    Item,
    Layout,
    ListedActor,
    ListedTag,
    Registry,
    SavedQuestion,
    read,
    with_excerpts,
)
from timeline.readers.yaml import blocks_of, read_blocks


class Contents(NamedTuple):
    """The parts of a chronology, in the order of its file.

    An event has an empty id if none is written. `questions` are the saved ones: name and text.
    """

    headings: tuple[Heading, ...]
    registries: tuple[str, ...]
    actors: tuple[Actor, ...]
    tags: tuple[Tag, ...]
    events: tuple[Event, ...]
    questions: tuple[tuple[str, str], ...] = ()


def contents_of(data: bytes, name: str) -> Contents | None:
    """Return the contents of a file, None if it has an error."""
    problems: list[Problem] = []
    items = list(read(BytesIO(data), ChosenFile(name, name), problems))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None
    return _contents(items, _events(items))


def contents_to_compare(data: bytes, file: ChosenFile) -> Contents:
    """Return the contents of a file, with the ids that are made from titles.

    Raises DataError.
    """
    return contents_of_items(items_to_compare(data, file))


def items_to_compare(data: bytes, file: ChosenFile) -> list[Item]:
    """Return the items of a file, with the ids that are made from titles. Raises DataError.

    They have no places of actors, tags and other events, which would take much memory.
    """
    problems: list[Problem] = []
    items = [
        item._replace(actors_at=(), tags_at=(), follows_at=()) if isinstance(item, Entry) else item
        for item in read(BytesIO(data), file, problems)
    ]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise DataError(with_excerpts(errors, BytesIO(data)))
    return items


def contents_of_items(items: list[Item]) -> Contents:
    """Return what items say, with the ids that are made from titles."""
    return _contents(items, tuple(item.event for item in items if isinstance(item, Entry)))


def _contents(items: list[Item], events: tuple[Event, ...]) -> Contents:
    return Contents(
        tuple(item for item in items if isinstance(item, Heading)),
        tuple(item.key for item in items if isinstance(item, Registry)),
        tuple(item.actor for item in items if isinstance(item, ListedActor)),
        tuple(item.tag for item in items if isinstance(item, ListedTag)),
        events,
        tuple((item.name, item.text) for item in items if isinstance(item, SavedQuestion)),
    )


def errors_of(data: bytes, name: str) -> list[Problem]:
    """Return the errors of a file, with the lines that they are on."""
    problems: list[Problem] = []
    stream = BytesIO(data)
    for _ in read(stream, ChosenFile(name, name), problems):
        pass
    return [
        problem for problem in with_excerpts(problems, stream) if problem.severity is Severity.ERROR
    ]


def contents_of_blocks(text: str, layout: Layout, *, is_last: bool) -> Contents | None:
    """Return the events of blocks that follow each other, None if there is anything else."""
    data = text.encode()
    blocks = blocks_of(BytesIO(data), layout.indent)
    if blocks is None:
        return None
    # The line before the first one is that of the key of the events.
    lines = array("I", [line + 1 for line in blocks.lines])
    entries = read_blocks(data, "", layout, lines, is_last=is_last)
    return None if entries is None else Contents((), (), (), (), _events(entries))


def _events(items: Iterable[Item]) -> tuple[Event, ...]:
    return tuple(
        item.event if item.id_given else msgspec.structs.replace(item.event, id="")
        for item in items
        if isinstance(item, Entry)
    )
