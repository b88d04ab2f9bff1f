"""An open chronology that can be changed, for programs in Python."""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypedDict, Unpack

import msgspec

from timeline import chronology
from timeline.chronology import Timeline
from timeline.dates import EventDate
from timeline.model import Event, Source
from timeline.readers import AS_USUAL, ReadingOptions

if TYPE_CHECKING:
    from timeline.editing.edits import Edits

_Date = str | EventDate | datetime.date
_Names = str | Iterable[str]
_Source = str | Source | Mapping[str, str]


class _OtherFields(TypedDict, total=False):
    id: str
    summary: str
    actors: _Names
    places: _Names
    tags: _Names
    follows: _Names
    sources: _Source | Iterable[_Source]


class NewEvent(_OtherFields):
    """The fields of a new event.

    A date is a text in EDTF, an `EventDate` or a `datetime.date`. A source is a `Source`, a mapping
    of its parts, an address or a title. A single text stands for a list of one.
    """

    date: _Date
    title: str


class EventFields(_OtherFields, total=False):
    """Fields of an event, as those of `NewEvent`."""

    date: _Date
    title: str


class EditableTimeline(Timeline):
    """An open chronology whose events can be changed.

    Changes are made to the text of the files as the commands make them: all other bytes stay as
    they are, and the new text is read again, and must be the intended chronology. They are written
    by `save`. Until then, questions are answered as if there were no changes.
    """

    _edits: "Edits | None" = None

    def add(self, file: str | None = None, **fields: Unpack[NewEvent]) -> Event:
        """Add an event where the order of its file puts it, and return it.

        Without an id, it gets one that is made from its title. `file` is the name of the file (see
        `files`), and needed if there are several. Raises EditError and FileError.
        """
        from timeline.editing.document import EditError
        from timeline.editing.given import event_of

        if file is None and len(self.files) > 1:
            raise EditError("several files are open: name one of them as 'file'")
        if file is not None and file not in self.files:
            raise EditError(f"'{file}' is not one of the files that are open")
        number = 0 if file is None else self.files.index(file)
        return self._changes().add(event_of(fields), number)

    def edit(self, name: str, **fields: Unpack[EventFields]) -> Event:
        """Give fields of an event other values, and return the event.

        `name` is its id, or what else finds it (see `event`). An empty value removes a field.
        Raises NoSuchName, EditError and FileError.
        """
        from timeline.editing.given import event_of
        from timeline.editing.yaml import field_of

        edits = self._changes()
        identifier = self._known(name)
        event = edits.event(identifier)
        becomes = event_of({**msgspec.structs.asdict(event), **fields})
        return edits.set(identifier, {key: field_of(becomes, key) for key in fields}) or event

    def remove(self, name: str, *, force: bool = False) -> None:
        """Remove an event, with the comments directly above it.

        Raises NoSuchName, EditError and FileError, and FollowedError if other events follow it,
        unless `force` is set.
        """
        self._changes().remove(self._known(name), force=force)

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff of the changes that are not saved."""
        return self._changes().diff()

    def save(self) -> list[str]:
        """Write the changes, and return the names of the files that were replaced.

        Each file is replaced completely or not at all. None is replaced if one of them was changed
        by another program after it was read for the first change; the changes are kept then. Raises
        FileError.
        """
        saved = [document.name for document in self._changes().save()]
        self._edits = None
        self.reload()
        return saved

    def _changes(self) -> "Edits":
        # Imported when needed, because questions do not need it.
        from timeline.editing.edits import Edits

        if self._edits is None:
            self._edits = Edits(self)
        return self._edits

    def _known(self, name: str) -> str:
        return name if self._changes().has(name) else self.event(name).id


def open(
    *paths: str | os.PathLike[str],
    progress: Callable[[int, int], None] | None = None,
    options: ReadingOptions = AS_USUAL,
) -> EditableTimeline:
    """Open a chronology from files and folders, as `timeline.chronology.open` does."""
    opened = chronology.open(*paths, progress=progress, options=options)
    return EditableTimeline(opened.index, opened.chosen)
