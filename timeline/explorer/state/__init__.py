"""The state of the full screen, what was found, and the functions of keys from state to state."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.state.adding import at_added as at_added
    from timeline.explorer.state.adding import event_added as event_added
    from timeline.explorer.state.footers import footer as footer
    from timeline.explorer.state.found import FACETS as FACETS
    from timeline.explorer.state.found import GAPS as GAPS
    from timeline.explorer.state.found import Found as Found
    from timeline.explorer.state.found import Part as Part
    from timeline.explorer.state.keys import GROUPS as GROUPS
    from timeline.explorer.state.keys import KEYS as KEYS
    from timeline.explorer.state.keys import TYPING as TYPING
    from timeline.explorer.state.keys import Key as Key
    from timeline.explorer.state.keys import key_for as key_for
    from timeline.explorer.state.keys import keys_of as keys_of
    from timeline.explorer.state.keys import written as written
    from timeline.explorer.state.layout import GAP as GAP
    from timeline.explorer.state.layout import PanelPosition as PanelPosition
    from timeline.explorer.state.layout import Size as Size
    from timeline.explorer.state.layout import arrange as arrange
    from timeline.explorer.state.layout import position_at as position_at
    from timeline.explorer.state.marks import with_letter as with_letter
    from timeline.explorer.state.moves import past_gap as past_gap
    from timeline.explorer.state.moves import remembered as remembered
    from timeline.explorer.state.moves import with_facet as with_facet
    from timeline.explorer.state.standing import Standing as Standing
    from timeline.explorer.state.state import Panel as Panel
    from timeline.explorer.state.state import State as State
    from timeline.explorer.state.state import Visit as Visit
    from timeline.explorer.state.zoom import following as following
    from timeline.explorer.state.zoom import positions as positions
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "adding": ("at_added", "event_added"),
            "footers": ("footer",),
            "found": (
                "FACETS",
                "GAPS",
                "Found",
                "Part",
            ),
            "keys": (
                "GROUPS",
                "KEYS",
                "Key",
                "TYPING",
                "key_for",
                "keys_of",
                "written",
            ),
            "layout": (
                "GAP",
                "PanelPosition",
                "Size",
                "arrange",
                "position_at",
            ),
            "marks": ("with_letter",),
            "moves": (
                "past_gap",
                "remembered",
                "with_facet",
            ),
            "standing": ("Standing",),
            "state": (
                "Panel",
                "State",
                "Visit",
            ),
            "zoom": ("following", "positions"),
        },
    )
