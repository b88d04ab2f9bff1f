"""Read files into an index: large files in parts and many files at once, on all cores."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.reading.files import read_changes as read_changes
    from timeline.index.reading.files import read_into as read_into
else:
    __getattr__, __all__ = lazy(__name__, {"files": ("read_changes", "read_into")})
