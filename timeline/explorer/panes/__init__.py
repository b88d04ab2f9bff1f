"""The panes of the full screen: each draws a part of a state, with the views, as lines."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.panes.axis import AxisPane as AxisPane
    from timeline.explorer.panes.canvas import Canvas as Canvas
    from timeline.explorer.panes.canvas import Line as Line
    from timeline.explorer.panes.canvas import chosen_line as chosen_line
    from timeline.explorer.panes.canvas import split as split
    from timeline.explorer.panes.card import CardPane as CardPane
    from timeline.explorer.panes.card import Target as Target
    from timeline.explorer.panes.card import targets as targets
    from timeline.explorer.panes.edges import facts_line as facts_line
    from timeline.explorer.panes.edges import keys_line as keys_line
    from timeline.explorer.panes.edges import room_for_message as room_for_message
    from timeline.explorer.panes.edges import status_line as status_line
    from timeline.explorer.panes.event_list import EventList as EventList
    from timeline.explorer.panes.facets import facet_at as facet_at
    from timeline.explorer.panes.facets import facet_lines as facet_lines
    from timeline.explorer.panes.facets import value_at as value_at
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "axis": ("AxisPane",),
            "canvas": ("Canvas", "Line", "chosen_line", "split"),
            "card": ("CardPane", "Target", "targets"),
            "edges": ("facts_line", "keys_line", "room_for_message", "status_line"),
            "event_list": ("EventList",),
            "facets": ("facet_at", "facet_lines", "value_at"),
        },
    )
