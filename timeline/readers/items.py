"""What readers yield: the parts of a chronology, each with its place in the file.

A reader is a function from a seekable stream of bytes to `Item`s, in the order of the file. It adds
what is wrong with the file to a `Report`, and goes on reading as far as it can.
"""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from timeline.model import Actor, Event, Tag


class Place(NamedTuple):
    """Where a text stands: line and column from 1, and how many characters it takes."""

    line: int
    column: int
    width: int = 1


class Heading(NamedTuple):
    """A text about the whole chronology; `key` is `title` or `description`."""

    key: str
    text: str


class Registry(NamedTuple):
    """The chronology has a registry of this kind, `actors` or `tags`, even if an empty one."""

    key: str


class ListedActor(NamedTuple):
    """An actor of the registry; `member_of_at` are the places of its `member_of`."""

    actor: Actor
    at: Place
    member_of_at: tuple[Place, ...]


class ListedTag(NamedTuple):
    """A tag of the registry."""

    tag: Tag
    at: Place


class Entry(NamedTuple):
    """An event as it stands in a file.

    `at` is the place of its id, or of its title where `id_given` is false and the id was made from
    the title. The other places go with the ids in `event`, one for one; they are worked out as
    they are read.
    """

    event: Event
    id_given: bool
    at: Place
    actors_at: Iterable[Place]
    tags_at: Iterable[Place]
    follows_at: Iterable[Place]


class Refused(NamedTuple):
    """Something that has an error, so that what names it is not reported as well.

    `part` is the key it stands under, `events`, `actors` or `tags`, empty where that is not known;
    `id` is its id, or the one made from its title, empty where neither is known. `at` is the place
    of an id that was given.
    """

    part: str
    id: str = ""
    at: Place | None = None


class Layout(NamedTuple):
    """The events of a file begin each with a dash in the same column, and none needs another.

    Nothing but events stands below the first.

    `key` is the top-level key they stand under, empty where the file is only a list of them;
    `key_indent` and `indent` are the numbers of spaces before that key and before the dashes.
    `lines` are the lines in which the events begin, in order.
    """

    key: str
    key_indent: int
    indent: int
    lines: "array[int]"


Item = Heading | Registry | ListedActor | ListedTag | Entry | Refused | Layout
