"""Clicks and the wheel, where a person sees what they click."""

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import Driver, drive
from tests.explorer.test_keys import TEXT
from timeline.explorer.state import Panel

# The keys, the text to click and the button, and the title, the panel and the question then.
CASES = {
    "an event": ([], "Gamma ends", 1, "Gamma ends", "list", ""),
    "a value": (["f"], "Bob Ray", 1, "Beta follows", "facets", "actor:bob"),
    "a value, to exclude it": (["f"], "Bob Ray", 3, "Alpha begins", "facets", "not:actor:bob"),
    "the name of a facet": (["f"], "Places", 1, "Alpha begins", "facets", ""),
    "an actor on the card": (["j"], "Ann Lee", 1, "Beta follows", "list", "actor:ann"),
    "a place on the card": ([], "Rome", 1, "Alpha begins", "list", "place:Rome"),
    "a tag on the card": (["j"], "#peace", 1, "Beta follows", "list", "tag:peace"),
    "what the event follows": (["j", "j"], "Beta follows (b)", 1, "Beta follows", "list", ""),
    "nothing": ([], "A report", 1, "Alpha begins", "list", ""),
}


@pytest.mark.parametrize(
    ("keys", "text", "button", "title", "panel", "question"), CASES.values(), ids=CASES
)
def test_a_click(
    open_text: OpenText,
    keys: list[str],
    text: str,
    button: int,
    title: str,
    panel: str,
    question: str,
) -> None:
    async def walk(driver: Driver) -> None:
        await driver.press(*keys)
        await driver.click_on(text, button=button)
        state = driver.state
        assert state.event is not None
        assert (state.event.title, state.panel, state.question) == (title, Panel(panel), question)

    drive(open_text(TEXT), walk)


def test_a_click_on_the_axis_goes_to_that_time(open_text: OpenText) -> None:
    async def walk(driver: Driver) -> None:
        await driver.click("#frame", 138, 3)
        assert driver.state.event is not None
        assert driver.state.event.title == "Epsilon is vague"

    drive(open_text(TEXT), walk)


def test_the_wheel_moves_in_what_is_under_the_pointer(open_text: OpenText) -> None:
    async def walk(driver: Driver) -> None:
        await driver.scroll_down(5, 12)
        assert driver.state.chosen == 3
        await driver.press("f")
        await driver.scroll_down(100, 12)
        assert (driver.state.chosen, driver.state.value) == (3, 1)

    drive(open_text(TEXT), walk)
