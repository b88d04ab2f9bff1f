"""The chart of the page: lanes of tags as inline SVG, from the same cells as `timeline chart`."""

from collections.abc import Iterator
from html import escape

from timeline.analysis.chart import (
    Axis,
    Cells,
    Lane,
    Part,
    Placement,
    axis_between,
    extent_of,
    lanes_of_names,
    ticks,
)
from timeline.model import Facet
from timeline.text import visible
from timeline.writers.writing import Export

_WIDTH = 736
_LABELS = 150
_ROW = 22
_BARS = 60
_CELLS = 72
_TOP = 10
_COLORS = 6
_LONGEST_LABEL = 20
_LETTER = 7


def chart(export: Export) -> str:
    """Return a figure with a histogram and a lane for each tag; empty without events.

    A date that is not known exactly is drawn pale and dashed over all of the time in which it may
    lie.
    """
    found, today = export.found, export.options.today
    if not found:
        return ""
    extent = extent_of(found, today)
    axis = axis_between(extent.first, extent.last, _CELLS, len(found), by_second=extent.by_second)
    lanes = lanes_of_names(found, Facet.TAG, axis, _TOP, distinct=True).lanes
    placement = Placement(found, today)
    counts = placement.histogram([axis]).counts
    rows = [placement.cells(lane) for lane in lanes]
    return "".join(_figure(export, axis, counts, lanes, rows))


def _figure(
    export: Export, axis: Axis, counts: list[int], lanes: list[Lane], rows: list[Cells]
) -> Iterator[str]:
    height = _BARS + 30 + _ROW * len(lanes)
    cell = (_WIDTH - _LABELS) / axis.cells
    yield (
        f'<figure tabindex="0"><svg viewBox="0 0 {_WIDTH} {height}" role="img" '
        'aria-labelledby="chart:title">'
        f'<title id="chart:title">{len(export.found):,} events over time, by tag</title>'
    )
    most = max(counts)
    yield f'<text class="quiet" x="{_LABELS - 8}" y="12" text-anchor="end">{most:,}</text>'
    for number, count in enumerate(counts):
        if count:
            tall = max(1, count / most * (_BARS - 4))
            x = _LABELS + number * cell
            yield _rect("bar", x, _BARS - tall, cell * 0.9, tall)
    yield f'<line x1="{_LABELS}" y1="{_BARS}" x2="{_WIDTH}" y2="{_BARS}"/>'
    yield from _scale(axis, height)
    densest = max((max(row.marks) for row in rows), default=0) or 1
    for number, (lane, row) in enumerate(zip(lanes, rows, strict=True)):
        y = _BARS + 26 + number * _ROW
        yield (
            f'<text x="{_LABELS - 8}" y="{y + 14}" text-anchor="end">{escape(_label(lane))} '
            f'<tspan class="quiet">{row.count:,}</tspan></text>'
        )
        yield from _lane(row, y, cell, f"c{number % _COLORS}", densest)
    yield (
        f"</svg><figcaption>Above: how many events began in {escape(str(axis.size))}. Below: the "
        "events of each tag; pale and dashed, the time in which an inexact date may lie."
        "</figcaption></figure>"
    )


def _label(lane: Lane) -> str:
    if lane.rest:
        return f"others ({len(lane.names):,})"
    name = visible(lane.names[0]) if lane.names else "no tag"
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 3]}..."


def _scale(axis: Axis, height: int) -> Iterator[str]:
    # The ticks are placed in columns as wide as a letter.
    columns = max(1, int((_WIDTH - _LABELS) / _LETTER / axis.cells))
    whole = axis.cells * columns
    ended = 0.0
    for tick in ticks(axis, columns):
        x = _LABELS + tick.column / whole * (_WIDTH - _LABELS)
        yield f'<line x1="{x:.1f}" y1="{_BARS}" x2="{x:.1f}" y2="{height}"/>'
        # The label of the last tick may not fit to the right of it.
        width = len(tick.label) * _LETTER
        fits = x + width < _WIDTH
        if not fits and x - 3 - width < ended + _LETTER:
            continue
        ended = x + 3 + width
        place = f'x="{x + 3:.1f}"' if fits else f'x="{x - 3:.1f}" text-anchor="end"'
        yield f'<text class="quiet" {place} y="{_BARS + 16}">{escape(tick.label)}</text>'


def _lane(row: Cells, y: int, cell: float, color: str, densest: int) -> Iterator[str]:
    for number, part in enumerate(row.parts[1:-1]):
        if part:
            kind = "sure" if part & Part.SURE else "may"
            tall = _ROW - 12 if kind == "sure" else _ROW - 14
            yield _rect(f"{color} {kind}", _LABELS + number * cell, y + 5, cell, tall)
    for number, count in enumerate(row.marks):
        if count:
            high = 5 + count / densest * (_ROW - 8)
            x = _LABELS + number * cell
            yield _rect(f"{color} mark", x, y + (_ROW - high) / 2, max(2.0, cell * 0.9), high)


def _rect(kind: str, x: float, y: float, width: float, height: float) -> str:
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" {size}/>'
