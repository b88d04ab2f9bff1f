"""The changes that are made to the files of a chronology, before they are saved."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from timeline.atomic_write import change_file, refuse_if_changed
from timeline.chronology import Timeline
from timeline.editing.changes import (
    added,
    has_questions,
    place_in_order,
    removed,
    with_fields,
    with_question,
)
from timeline.editing.document import Change, Document, EditError
from timeline.editing.files import document_of
from timeline.editing.moves import Moves
from timeline.editing.preview import diff_of
from timeline.editing.yaml import FieldValue
from timeline.index import dates_in_file, position_of
from timeline.model import Event
from timeline.text import fold, listed, slug, visible


class FollowedError(EditError):
    """An event cannot be removed because others follow it."""


class Standing(NamedTuple):
    """The file that an event is in, and its number in this file, both from 0."""

    file: int
    number: int


class Edits:
    """Changes to the files of a chronology. Nothing is written until they are saved.

    After each change the new text is read, and must be the intended chronology; if it is not, the
    change is not made, and EditError is raised.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._documents: dict[int, Document] = {}
        self._moves: defaultdict[int, Moves] = defaultdict(Moves)
        self._changed: dict[str, Standing | None] = {}

    def document(self, file: int) -> Document:
        """Return a file, by its number, as it is after the changes so far."""
        if file not in self._documents:
            self._documents[file] = document_of(self._timeline, file)
        return self._documents[file]

    def standing(self, identifier: str) -> Standing:
        """Return where the event with this id stands. Raises EditError if there is none."""
        if identifier in self._changed:
            found = self._changed[identifier]
        elif position := position_of(self._timeline.index, identifier):
            number = self._moves[position.file].number(position.number)
            found = Standing(position.file, number)
            self._refuse_another(identifier, found)
        else:
            found = None
        if found is None:
            raise EditError(f"there is no event with the id '{visible(identifier)}'")
        return found

    def event(self, identifier: str) -> Event:
        """Return the event with this id as it is written, with its id.

        Its actors may be named by name. Raises EditError if there is none.
        """
        file, number = self.standing(identifier)
        return msgspec.structs.replace(self.document(file).event(number), id=identifier)

    def has(self, identifier: str) -> bool:
        """Return whether there is an event with this id."""
        if identifier in self._changed:
            return self._changed[identifier] is not None
        return self._timeline.index.event(identifier) is not None

    def followers(self, identifier: str) -> list[str]:
        """Return the ids of the events that follow one."""
        saved = self._timeline.index.followers(identifier)
        changed = [self.event(name) for name, standing in self._changed.items() if standing]
        events = [*(one for one in saved if one.id not in self._changed), *changed]
        return [one.id for one in events if identifier in one.follows]

    def add(self, event: Event, file: int = 0) -> Event:
        """Insert an event where the order of a file puts it, and return it with its id.

        An event with an empty id gets one that is made from its title.
        """
        if event.id and self.has(event.id):
            raise EditError(f"another event has the id '{visible(event.id)}'")
        named = event if event.id else msgspec.structs.replace(event, id=self._new_id(event))
        document, moves = self.document(file), self._moves[file]
        key = event.date.sort_key
        number = place_in_order(moves.dates(dates_in_file(self._timeline.index, file)), event.date)
        with_id = named.id != slug(event.title) or document.style(number).has_ids
        with_id = with_id or bool(event.id)
        self.make(file, added(document, named, number, with_id=with_id))
        self._changed = {
            name: one and _shifted(one, file, number, 1) for name, one in self._changed.items()
        }
        moves.inserted(number, key)
        self._changed[named.id] = Standing(file, number)
        return named

    def set(self, identifier: str, fields: Mapping[str, FieldValue]) -> Event | None:
        """Give fields of an event other values, and return the event; None if it has them already.

        An empty value removes a field. An id that is made from the title is written down before the
        title changes.
        """
        file, number = self.standing(identifier)
        document = self.document(file)
        event = document.event(number)
        values = dict(fields)
        new = values.get("id", identifier)
        if new != identifier:
            self._refuse_new_id(identifier, str(new))
        if "title" in values and not event.id:
            values.setdefault("id", identifier)
        change = with_fields(document, number, event, values)
        if not change.splices:
            return None
        self.make(file, change)
        name = str(values.get("id") or identifier)
        self._changed[identifier] = None
        self._changed[name] = Standing(file, number)
        event = self.event(name)
        self._moves[file].dated(number, event.date.sort_key)
        return event

    def save_question(self, name: str, question: str) -> None:
        """Keep a question by name, in the first file that keeps any, or in the first one.

        Raises EditError if there is a question with this name, ignoring case and punctuation.
        """
        known = self._timeline.index.saved_questions()
        if any(fold(one) == fold(name) for one in known):
            raise EditError(f"a question is already saved as ?{visible(name)}")
        files = range(len(self._timeline.files))
        keeping = (one for one in files if one and has_questions(self.document(one)))
        file = 0 if len(files) == 1 or has_questions(self.document(0)) else next(keeping, 0)
        self.make(file, with_question(self.document(file), name, question))

    def remove(self, identifier: str, *, force: bool = False) -> None:
        """Remove an event. Raises FollowedError if others follow it, unless `force` is set."""
        file, number = self.standing(identifier)
        followers = self.followers(identifier)
        if followers and not force:
            verb, whose = ("follows", "its") if len(followers) == 1 else ("follow", "their")
            raise FollowedError(
                f"{listed(map(visible, followers), 'and')} {verb} {visible(identifier)}: change "
                f"{whose} 'follows' first"
            )
        self.make(file, removed(self.document(file), number))
        self._changed = {
            name: one and _shifted(one, file, number, -1) for name, one in self._changed.items()
        }
        self._moves[file].removed(number)
        self._changed[identifier] = None

    def make(self, file: int, change: Change) -> None:
        """Make any change to the text of a file.

        If it moves events or changes their ids, it must be the last one: they are not found then.
        """
        self._documents[file] = self.document(file).changed(change)

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff of all changes, each with its end."""
        for document in self._unsaved():
            for line in diff_of(document.original, document.text, document.name):
                yield line if line.endswith("\n") else f"{line}\n"

    def save(self) -> list[Document]:
        """Replace the files that are changed, and return them.

        No file is replaced if one of them was changed by another program meanwhile. Raises
        FileError.
        """
        documents = self._unsaved()
        for document in documents if len(documents) > 1 else ():
            refuse_if_changed(document.path, document.saved)
        for document in documents:
            change_file(document.path, document.saved, document.data)
        return documents

    def _unsaved(self) -> list[Document]:
        return [one for _, one in sorted(self._documents.items()) if one.data != one.saved]

    def _new_id(self, event: Event) -> str:
        """Return an id made from the title that no event has."""
        names = [slug(event.title), slug(f"{event.title} {event.date.text}", 80)]
        names += [f"{names[0]}-{number}" for number in range(2, 1000)]
        return next(name for name in names if not self.has(name))

    def _refuse_another(self, identifier: str, standing: Standing) -> None:
        """Refuse to go on if the file has changed since its index was made."""
        known = self._timeline.index.event(identifier)
        document = self.document(standing.file)
        count = len(document.structure.bounds)
        found = document.event(standing.number) if standing.number < count else None
        if known is None or found is None or (found.date, found.title) != (known.date, known.title):
            raise EditError(f"{visible(document.name)} has changed meanwhile: try again")

    def _refuse_new_id(self, old: str, new: str) -> None:
        if self.has(new):
            raise EditError(f"another event has the id '{visible(new)}'")
        if self.followers(old):
            raise EditError(
                "other events follow this one by its id: use 'timeline rename event "
                f"{visible(old)} NEW', which changes them too"
            )


def _shifted(standing: Standing, file: int, number: int, by: int) -> Standing:
    """Return where an event stands after another one before it was inserted or removed."""
    is_after = standing.file == file and standing.number >= number
    return standing._replace(number=standing.number + by) if is_after else standing
