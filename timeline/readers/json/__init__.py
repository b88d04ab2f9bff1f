"""JSON Lines, and the JSON documents that `timeline export` writes."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.json.document import read as read
else:
    __getattr__, __all__ = lazy(__name__, {"document": ("read",)})
