"""A question as SQL, the names in it looked up, and what it found."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.names import NoSuchName as NoSuchName
    from timeline.search.selection import Selection as Selection
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "names": ("NoSuchName",),
            "selection": ("Selection",),
        },
    )
