"""Merging two versions of a chronology by event, given the version from which both come."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.merging.files import MergedFile as MergedFile
    from timeline.editing.merging.files import merge as merge
else:
    __getattr__, __all__ = lazy(__name__, {"files": ("MergedFile", "merge")})
