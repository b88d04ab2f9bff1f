"""Correcting what has exactly one right answer, for `timeline check --fix`."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.fixing.fixes import Fix as Fix
    from timeline.editing.fixing.fixes import fix_of as fix_of
else:
    __getattr__, __all__ = lazy(__name__, {"fixes": ("Fix", "fix_of")})
