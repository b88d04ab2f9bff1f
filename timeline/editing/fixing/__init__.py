"""Correcting what has exactly one right answer, for `timeline check --fix`."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.fixing.fixes import FixedFile as FixedFile
    from timeline.editing.fixing.fixes import fixed_file as fixed_file
else:
    __getattr__, __all__ = lazy(__name__, {"fixes": ("FixedFile", "fixed_file")})
