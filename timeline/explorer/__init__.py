"""The full screen: a question, what it finds, the time axis and one event, all in view at once.

`state` holds one immutable value, with functions of keys from state to state. `panes` draw a state
with the views. Only `screen` uses Textual.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.screen import explore as explore
    from timeline.explorer.state import KEYS as KEYS
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "screen": ("explore",),
            "state": ("KEYS",),
        },
    )
