"""Checks of a whole chronology: unknown names, repeated ids and events, cycles."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.building.checking.checks import check as check
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "checks": ("check",),
        },
    )
