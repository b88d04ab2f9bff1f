"""The single lines at the edges of the screen: facts about the answer, the status, the keys."""

from rich.segment import Segment

from timeline.explorer.panes.canvas import Canvas, Line
from timeline.explorer.state import Panel, State, footer
from timeline.views.layout import theme
from timeline.width import cells


def facts_line(state: State, canvas: Canvas, width: int, problem: str) -> Line:
    """Return the title, the files, and how much was found, or a problem with the files."""
    found = state.found
    look = canvas.look(found.timeline, width)
    if problem:
        return [Segment(canvas.cut(look.text(problem), width), theme.PEAK)]
    text = look.text(found.facts(look))
    title = look.text(found.timeline.title)
    if title and cells(title) + 2 + cells(text) <= width:
        return [Segment(title, theme.TITLE), Segment(f"  {text}", theme.QUIET)]
    return [Segment(canvas.cut(text, width), theme.QUIET)]


def status_line(state: State, canvas: Canvas, width: int) -> Line:
    """Return the place among the events found, and the message."""
    room = room_for_message(state, width)
    shown = canvas.cut(state.message, room) if state.message else ""
    return [Segment(f"{_place(state)}  ", theme.HEADING), Segment(shown)]


def room_for_message(state: State, width: int) -> int:
    """Return the number of cells that the status line has for a message."""
    return width - len(_place(state)) - 2


def _place(state: State) -> str:
    number = len(state.found)
    return f"{state.chosen + 1:,} of {number:,}" if number else "no events"


def keys_line(panel: Panel | None, width: int) -> Line:
    """Return as many as fit of the keys for a panel, or with None for the line of the question."""
    line: Line = []
    used = 0
    for key, label in footer(panel):
        used += len(key) + 1 + len(label)
        if used > width:
            break
        used += 2
        line += [Segment(key, theme.HEADING), Segment(f" {label}  ", theme.QUIET)]
    return line
