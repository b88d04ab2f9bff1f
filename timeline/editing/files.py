"""The files of a chronology that are changed."""

from timeline.chronology import Timeline
from timeline.editing.document import Document, EditError
from timeline.index import layout_of
from timeline.readers import BUNDLED


def document_of(timeline: Timeline, file: int) -> Document:
    """Return a file of a chronology, by its number, to change it.

    Raises EditError if it cannot be changed.
    """
    name = timeline.files[file]
    if name == BUNDLED:
        raise EditError(
            "the bundled chronology cannot be changed: start your own with timeline init, or name "
            "a file with -f"
        )
    layout = layout_of(timeline.index) if len(timeline.files) == 1 else None
    return Document(timeline.paths[file], name, layout)
