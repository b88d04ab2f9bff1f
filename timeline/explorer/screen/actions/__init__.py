"""The actions: what keys do beyond the state."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.screen.actions.table import ACTIONS as ACTIONS
else:
    __getattr__, __all__ = lazy(__name__, {"table": ("ACTIONS",)})
