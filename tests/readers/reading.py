"""Reading the text of a file in a test."""

import io
from typing import Any

from timeline.errors import Problem
from timeline.readers import (
    ChosenFile,
    Entry,
    Item,
    Layout,
    ListedActor,
    ListedTag,
    with_excerpts,
)
from timeline.readers import read as read_items


def read(data: str | bytes, name: str = "f") -> tuple[list[Item], list[str]]:
    """Return the items of a file and its problems, each as it is shown."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    problems: list[Problem] = []
    items = list(read_items(stream, ChosenFile(name, name), problems))
    return items, [str(problem) for problem in with_excerpts(problems, stream)]


def in_full(data: str | bytes, name: str) -> tuple[list[Item], list[str]]:
    """Return the items of a file with all their places, and its problems."""
    items, problems = read(data, name)
    full = [
        item._replace(
            actors_at=list(item.actors_at),
            tags_at=list(item.tags_at),
            follows_at=list(item.follows_at),
            addresses=list(item.addresses),
        )
        if isinstance(item, Entry)
        else item
        for item in items
    ]
    return full, problems


def values(data: str | bytes) -> list[Any]:
    """Return what a file without faults gives, without the places and the layout."""
    items, problems = read(data)
    assert problems == []
    return [
        item.event
        if isinstance(item, Entry)
        else item.actor
        if isinstance(item, ListedActor)
        else item.tag
        if isinstance(item, ListedTag)
        else item
        for item in items
        if not isinstance(item, Layout)
    ]


def layout(data: str | bytes) -> Layout | None:
    """Return the layout that reading a file tells of, None where it tells of none."""
    found = [item for item in read(data)[0] if isinstance(item, Layout)]
    return found[0] if found else None
