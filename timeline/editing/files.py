"""The files of a chronology that are changed."""

from timeline.atomic_write import change_file
from timeline.chronology import Timeline
from timeline.editing.document import Document, EditError
from timeline.index import Position, layout_of, position_of
from timeline.readers import BUNDLED


def document_of(timeline: Timeline, file: int) -> Document:
    """Return a file of a chronology, by its number, to change it.

    Raises EditError if it cannot be changed, and FileError if it cannot be read.
    """
    name = timeline.files[file]
    if name == BUNDLED:
        raise EditError(
            "the bundled chronology cannot be changed: start your own with timeline init, or name "
            "a file with -f"
        )
    layout = layout_of(timeline.index) if len(timeline.files) == 1 else None
    return Document(timeline.paths[file], name, layout)


def located(timeline: Timeline, identifier: str) -> tuple[Document, Position]:
    """Return the file with an event, and the position of the event in it.

    The event must exist. Raises EditError and FileError as `document_of` does.
    """
    position = position_of(timeline.index, identifier)
    assert position is not None
    return document_of(timeline, position.file), position


def save(document: Document, text: str) -> None:
    """Replace the text of a file, unless it has changed meanwhile. Raises FileError."""
    change_file(document.path, document.data, document.encoded(text))
