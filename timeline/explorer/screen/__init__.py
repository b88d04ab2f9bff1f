"""The screen: the application, its widgets, and what keys do beyond the state."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.screen.start import explore as explore
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "start": ("explore",),
        },
    )
