"""The part of time on the axis after each key."""

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import after
from tests.explorer.test_keys import TEXT

# The keys, and where the window is then; None is the whole.
CASES = {
    "in": (["plus"], "in"),
    "in by =": (["equals_sign"], "in"),
    "out": (["plus", "minus"], None),
    "out by _": (["plus", "underscore"], None),
    "whole": (["plus", "plus", "0"], None),
    "later": (["plus", "greater_than_sign"], "later"),
    "later by l": (["plus", "l"], "later"),
    "later by the arrow": (["plus", "right"], "later"),
    "there and back": (["plus", "l", "less_than_sign"], "in"),
    "back by h": (["plus", "l", "h"], "in"),
    "back by the arrow": (["plus", "l", "left"], "in"),
}


@pytest.mark.parametrize(("keys", "where"), CASES.values(), ids=CASES)
def test_the_window(open_text: OpenText, keys: list[str], where: str | None) -> None:
    timeline = open_text(TEXT)
    whole = after(timeline, []).state.found.whole
    zoomed = after(timeline, ["j", "j", "plus"]).state.window
    assert zoomed is not None
    length = zoomed.last - zoomed.first
    assert abs(3 * length - (whole.last - whole.first)) <= 6
    window = after(timeline, ["j", "j", *keys]).state.window
    if where is None:
        assert window is None
        return
    assert window is not None
    moved = length // 3 if where == "later" else 0
    assert abs(window.first - zoomed.first - moved) <= 2
    assert abs(window.last - zoomed.last - moved) <= 2
