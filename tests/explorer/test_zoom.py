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


# The keys to choose an event, and the days that its date fills; None is a time of day.
SHORTEST = {
    "a day": ([], 4),
    "a month": (["j"], 31),
    "a time of day": (["j", "j", "j"], None),
}


@pytest.mark.parametrize(("keys", "days"), SHORTEST.values(), ids=SHORTEST)
def test_the_axis_is_no_more_precise_than_the_date(
    open_text: OpenText, keys: list[str], days: int | None
) -> None:
    driver = after(open_text(TEXT), [*keys, *["plus"] * 12])
    window = driver.state.window
    assert window is not None
    assert "the date of the event is no more precise than the axis" in driver.shown[-2]
    assert window.by_second == (days is None)
    if days is None:
        assert window.last - window.first < 90 * 60
    else:
        assert days <= window.last - window.first + 1 <= 3 * days + 2


def test_times_of_day_are_counted_in_their_cells(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), ["j", "j", "j", *["plus"] * 12])
    assert "10:30" in "\n".join(driver.shown[2:8])
    (counted,) = (line for line in driver.shown[2:5] if line.lstrip().startswith("1  "))
    assert "█" in counted
