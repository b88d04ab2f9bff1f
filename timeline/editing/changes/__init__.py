"""The changes to a file: to its events, its saved questions, and a name wherever it is used."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.changes.events import added as added
    from timeline.editing.changes.events import place_in_order as place_in_order
    from timeline.editing.changes.events import removed as removed
    from timeline.editing.changes.events import with_fields as with_fields
    from timeline.editing.changes.questions import has_questions as has_questions
    from timeline.editing.changes.questions import with_question as with_question
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "events": ("added", "place_in_order", "removed", "with_fields"),
            "questions": ("has_questions", "with_question"),
        },
    )
