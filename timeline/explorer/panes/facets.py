"""The facets: the values of one facet, with counts and sparklines."""

from rich.segment import Segment
from rich.style import Style

from timeline.explorer.panes.canvas import Canvas, Line, chosen_line, split
from timeline.explorer.state import FACETS, State
from timeline.model import Facet
from timeline.views.layout import Look, theme

_NAMES = {
    Facet.ACTOR: "Actors",
    Facet.TAG: "Tags",
    Facet.PLACE: "Places",
    Facet.PUBLISHER: "Publishers",
    Facet.YEAR: "Years",
}
_SHOWN = theme.HEADING + Style(underline=True)
_NEXT = "f: next"
_HEAD = 2
"""The number of lines above the values."""
_SIGN = 2
"""The width of the sign for what the question says of a value, in cells."""


def facet_lines(state: State, canvas: Canvas, width: int, height: int) -> list[Line]:
    """Return the lines of the facets: their names, and the values of the one that is shown."""
    look = canvas.look(state.found.timeline, width - _SIGN)
    shown = _shown(state, height)
    drawn = _years if state.facet is Facet.YEAR else _names
    values = [
        [_sign(state, number), *line]
        for number, line in zip(shown, drawn(state, shown, look), strict=True)
    ]
    return [
        _heads(state, width),
        [],
        *(
            chosen_line(line, width) if number == state.value else line
            for number, line in zip(shown, values, strict=True)
        ),
    ]


def _sign(state: State, number: int) -> Segment:
    facet = state.facet
    standing = state.found.standings(facet).get(state.found.name_of(facet, number), "")
    return Segment(standing.ljust(_SIGN), theme.HEADING)


def value_at(state: State, line: int, height: int) -> int | None:
    """Return the number of the value at a line, None if there is none."""
    shown = _shown(state, height)
    return shown[line - _HEAD] if _HEAD <= line < _HEAD + len(shown) else None


def facet_at(column: int) -> Facet | None:
    """Return the facet whose name is at a column of the first line."""
    start = 0
    for facet in FACETS:
        stop = start + len(_NAMES[facet])
        if start <= column < stop:
            return facet
        start = stop + 2
    return None


def _heads(state: State, width: int) -> Line:
    line: Line = []
    for facet in FACETS:
        style = _SHOWN if facet is state.facet else theme.QUIET
        line += [Segment(_NAMES[facet], style), Segment("  ")]
    used = sum(len(text) for text, _, _ in line)
    return [*line, Segment(_NEXT, theme.QUIET)] if used + len(_NEXT) <= width else line


def _shown(state: State, height: int) -> range:
    """Return the numbers of the values that there is room for, with the chosen one among them."""
    number = state.found.number_of_values(state.facet)
    room = max(1, height - _HEAD)
    first = max(0, min(state.value - room // 2, number - room))
    return range(first, min(number, first + room))


def _names(state: State, shown: range, look: Look) -> list[Line]:
    # The first screen needs none of this.
    from timeline.views import brief, register_of

    found = state.found
    values = found.values(state.facet)
    listed = [values[number] for number in shown]
    most = max((max(one.counts, default=0) for one in values), default=0)
    digits = max((len(f"{one.count:,}") for one in values), default=1)
    register = register_of(found.timeline, found.selection, state.facet)
    lines = []
    for entry in register.entries(listed, look):
        (line,) = split(brief(entry, most, digits, look))
        lines.append(line)
    return lines


def _years(state: State, shown: range, look: Look) -> list[Line]:
    from timeline.views import count_rows

    years = state.found.years
    most = max((one.events for one in years), default=0)
    listed = [years[number] for number in shown]
    return [line for rows in count_rows(listed, Facet.YEAR, most, look) for line in split(rows)]
