"""Which panels a screen shows, and how large they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.explorer.state import Panel, Size, arrange

LIST, AXIS, CARD, FACETS = Panel.LIST, Panel.AXIS, Panel.CARD, Panel.FACETS

CASES = {
    "60, the list": (60, 24, LIST, {LIST: (60, 20)}),
    "60, the card": (60, 24, CARD, {CARD: (60, 20)}),
    "60, the facets": (60, 24, FACETS, {FACETS: (60, 20)}),
    "60, the axis above the list": (60, 24, AXIS, {AXIS: (60, 6), LIST: (60, 14)}),
    "60 and low, the axis alone": (60, 12, AXIS, {AXIS: (60, 8)}),
    "100, the list": (100, 30, LIST, {AXIS: (100, 6), LIST: (100, 20)}),
    "100, the card": (100, 30, CARD, {LIST: (53, 26), CARD: (45, 26)}),
    "100, the facets": (100, 30, FACETS, {LIST: (53, 26), FACETS: (45, 26)}),
    "140, the list": (140, 40, LIST, {AXIS: (140, 6), LIST: (75, 30), CARD: (63, 30)}),
    "140, the axis": (140, 40, AXIS, {AXIS: (140, 6), LIST: (75, 30), CARD: (63, 30)}),
    "140, the facets": (140, 40, FACETS, {AXIS: (140, 6), LIST: (75, 30), FACETS: (63, 30)}),
    "140 and low": (140, 12, LIST, {LIST: (75, 8), CARD: (63, 8)}),
}


@pytest.mark.parametrize(("width", "height", "focused", "sizes"), CASES.values(), ids=CASES)
def test_panels(
    width: int, height: int, focused: Panel, sizes: dict[Panel, tuple[int, int]]
) -> None:
    assert arrange(width, height, focused) == {panel: Size(*size) for panel, size in sizes.items()}


@given(st.integers(1, 300), st.integers(1, 100), st.sampled_from(Panel))
def test_panels_fit_into_any_screen(width: int, height: int, focused: Panel) -> None:
    sizes = arrange(width, height, focused)
    assert focused in sizes
    beside = [size for panel, size in sizes.items() if panel is not AXIS]
    assert sum(size.width for size in beside) <= width
    below = max((size.height for size in beside), default=0)
    above = sizes[AXIS].height if AXIS in sizes else 0
    assert above + below <= max(1, height - 4)
