"""Tidying a whole file, without changing what it says: the order of its events, and their style."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.tidying.formatting import formatted as formatted
    from timeline.editing.tidying.sorting import in_order as in_order
else:
    __getattr__, __all__ = lazy(__name__, {"formatting": ("formatted",), "sorting": ("in_order",)})
