"""Markdown notes with YAML front matter, as vaults and site generators keep them."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.notes.reader import read as read
else:
    __getattr__, __all__ = lazy(__name__, {"reader": ("read",)})
