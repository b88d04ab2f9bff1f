"""The items that readers yield: the parts of a chronology.

A reader is a function from a seekable stream of bytes to `Item`s, in the order of the file. It adds
the problems of the file to a report, and continues reading as far as possible.
"""

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from timeline.model import Actor, Event, Tag


class Place(NamedTuple):
    """The place of a text: line and column, from 1, and its number of characters."""

    line: int
    column: int
    width: int = 1


class Heading(NamedTuple):
    """A text about the chronology; `key` is `title` or `description`."""

    key: str
    text: str


class Registry(NamedTuple):
    """The file has a registry of this kind, `actors` or `tags`, which may be empty."""

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


class RuleChoice(NamedTuple):
    """A rule of `timeline check` that a file selects or ignores; `key` is `select` or `ignore`."""

    key: str
    rule: str
    at: Place


class SavedQuestion(NamedTuple):
    """A question that a file keeps by name; `at` is the place of its text."""

    name: str
    text: str
    at: Place


class Entry(NamedTuple):
    """An event of a file.

    `at` is the place of its id, or that of its title if `id_given` is false and the id was made
    from the title. The other places correspond to the ids in `event`; they are computed lazily.
    `ignored` are the rules of `timeline check` that the event ignores. `addresses` are the web
    addresses of its sources with their places, also computed lazily.
    """

    event: Event
    id_given: bool
    at: Place
    actors_at: Iterable[Place]
    tags_at: Iterable[Place]
    follows_at: Iterable[Place]
    ignored: tuple[RuleChoice, ...] = ()
    addresses: Iterable[tuple[str, Place]] = ()


class Refused(NamedTuple):
    """An entry with an error. References to it are not reported as errors too.

    `part` is its section, `events`, `actors` or `tags`, empty if that is unknown. `id` is its id,
    or the one made from its title, empty if neither is known. `at` is the place of a given id.
    """

    part: str
    id: str = ""
    at: Place | None = None


class Layout(NamedTuple):
    """A file whose events begin with a dash in the same column, and can be read one by one.

    Below the first event there are only events.

    `key` is their top-level key, empty if the file is only a list of events. `key_indent` and
    `indent` are the numbers of spaces before that key and before the dashes. `lines` are the lines
    on which the events begin, in order.
    """

    key: str
    key_indent: int
    indent: int
    lines: "array[int]"


Item = (
    Heading
    | Registry
    | RuleChoice
    | SavedQuestion
    | ListedActor
    | ListedTag
    | Entry
    | Refused
    | Layout
)
