"""Changing the text of a chronology, and nothing else of it.

A change is made of splices at places in the text of a file (`Document`). The new text is read
again, and must be the intended chronology, before it replaces the file.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.changes.events import added as added
    from timeline.editing.changes.events import place_in_order as place_in_order
    from timeline.editing.changes.events import removed as removed
    from timeline.editing.changes.events import with_fields as with_fields
    from timeline.editing.changes.events import with_text as with_text
    from timeline.editing.changes.renaming import Named as Named
    from timeline.editing.changes.renaming import renamed as renamed
    from timeline.editing.contents import Contents as Contents
    from timeline.editing.contents import contents_of as contents_of
    from timeline.editing.contents import errors_of as errors_of
    from timeline.editing.document import Change as Change
    from timeline.editing.document import Document as Document
    from timeline.editing.document import EditError as EditError
    from timeline.editing.editable import EditableTimeline as EditableTimeline
    from timeline.editing.editable import open as open
    from timeline.editing.edits import Edits as Edits
    from timeline.editing.edits import FollowedError as FollowedError
    from timeline.editing.edits import Standing as Standing
    from timeline.editing.tidying import formatted as formatted
    from timeline.editing.tidying import in_order as in_order
    from timeline.editing.yaml import FieldValue as FieldValue
    from timeline.editing.yaml import field_of as field_of
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "changes.events": ("added", "place_in_order", "removed", "with_fields", "with_text"),
            "changes.renaming": ("Named", "renamed"),
            "contents": ("Contents", "contents_of", "errors_of"),
            "document": ("Change", "Document", "EditError"),
            "editable": ("EditableTimeline", "open"),
            "edits": ("Edits", "FollowedError", "Standing"),
            "tidying": ("formatted", "in_order"),
            "yaml": ("FieldValue", "field_of"),
        },
    )
