"""The footers: the few keys that matter in each panel, and while a question is typed."""

from functools import cache

from timeline.explorer.state.keys import TYPING, keys_of, written
from timeline.explorer.state.state import Panel

_ACTIONS = {
    Panel.LIST: (
        *("help", "ask", "to_card", "to_facets", "quit", "longest_gap", "chain", "jump"),
        *("zoom_in", "open_source", "edit", "clear"),
    ),
    Panel.CARD: (
        *("to_list", "follow", "open_source", "copy_event", "help", "copy_citation"),
        *("chain", "edit", "down", "ask", "quit"),
    ),
    Panel.AXIS: (
        *("zoom_in", "zoom_out", "pan_earlier", "pan_later", "help", "zoom_whole", "to_list"),
        *("longest_gap", "jump", "ask", "quit"),
    ),
    Panel.FACETS: (
        *("narrow", "exclude", "only", "to_list", "next_facet", "help"),
        *("clear", "ask", "quit"),
    ),
}
"""The actions in the footer of each panel, those that matter most first: the last may not fit."""


@cache
def footer(panel: Panel | None) -> tuple[tuple[str, str], ...]:
    """Return the keys to show below a panel, or with None for the question, and their labels."""
    if panel is None:
        shown = [key for key in TYPING if key.label]
    else:
        actions = {key.action: key for key in keys_of(panel)}
        shown = [actions[action] for action in _ACTIONS[panel]]
    return tuple((written(key.keys[0]), key.label) for key in shown)
