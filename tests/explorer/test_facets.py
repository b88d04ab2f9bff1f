"""Narrowing a question by facets: what the keys make of it, where they are then, and the marks."""

import re

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import Driver, after, drive
from tests.explorer.test_keys import TEXT

ACTORS = ["f"]
TAGS = ["f", "f"]
PLACES = ["f", "f", "f"]
PUBLISHERS = ["f", "f", "f", "f"]
YEARS = ["f", "f", "f", "f", "f"]
FIRST = 4
"""The line of the first value."""

# The question, the keys, and then the question, and the line of the chosen value: its sign, its
# number of events and its name.
CASES = {
    "a value": ("", [*ACTORS, "j", "enter"], "actor:bob", "+ 3 Bob Ray"),
    "and again": ("", [*ACTORS, "j", "enter", "enter"], "", "3 Bob Ray"),
    "and another": (
        "",
        [*ACTORS, "j", "enter", "j", "enter"],
        "actor:bob actor:ann",
        "+ 1 Ann Lee",
    ),
    "and excluded": ("", [*ACTORS, "j", "enter", "minus"], "not:actor:bob", "- 0 Bob Ray"),
    "excluded": ("", [*ACTORS, "j", "minus"], "not:actor:bob", "- 0 Bob Ray"),
    "excluded again": ("", [*ACTORS, "j", "minus", "minus"], "", "3 Bob Ray"),
    "excluded, then asked": ("", [*ACTORS, "j", "minus", "enter"], "actor:bob", "+ 3 Bob Ray"),
    "only": ("", [*ACTORS, "j", "equals_sign"], "actor:=bob", "= 3 Bob Ray"),
    "only again": ("", [*ACTORS, "j", "equals_sign", "equals_sign"], "", "3 Bob Ray"),
    "only, then asked": (
        "",
        [*ACTORS, "j", "equals_sign", "enter"],
        "actor:bob",
        "+ 3 Bob Ray",
    ),
    "only for a tag": ("", [*TAGS, "equals_sign"], "tag:peace", "+ 2 #peace"),
    "an actor by its name": ('actor:"ann lee"', [*ACTORS, "enter"], "", "3 Ann Lee"),
    "a tag in capitals": ("tag:WAR", [*TAGS, "minus"], "not:tag:war", "- 0 #war"),
    "one of two": ("tag:war,peace", [*TAGS, "enter"], "tag:war", "+ 2 #war"),
    "a place": ("place:rome", [*PLACES, "minus"], "not:place:Rome", "- 0 Rome"),
    "a publisher": ("source:Press", [*PUBLISHERS, "equals_sign"], "source:=Press", "= 1 Press"),
    "not only a publisher": (
        "not:source:=Press",
        [*PUBLISHERS, "enter"],
        "not:source:=Press",
        "",
    ),
    "a year": ("", [*YEARS, "j", "enter"], "1994", "+ 1994 2"),
    "a year excluded": ("", [*YEARS, "minus"], "not:1990", "- 1990 0"),
    "a year excluded again": ("", [*YEARS, "minus", "minus"], "", "1990 2"),
    "a value that finds nothing": (
        "actor:ann 2000",
        [*ACTORS, "enter"],
        "2000",
        "1 Bob Ray",
    ),
    "other words stay": (
        "be (tag:war or 1990)",
        [*ACTORS, "enter"],
        "be (tag:war or 1990) actor:ann",
        "+ 2 Ann Lee",
    ),
}


@pytest.mark.parametrize(("question", "keys", "then", "line"), CASES.values(), ids=CASES)
def test_a_value_of_a_facet(
    open_text: OpenText, question: str, keys: list[str], then: str, line: str
) -> None:
    driver = after(open_text(TEXT), keys, question=question, size=(60, 20))
    assert driver.state.question == then
    chosen = driver.shown[FIRST + driver.state.value]
    assert re.sub("[▁-█○]", "", chosen).split() == line.split()


def test_the_cursor_stays_on_a_value_after_another_question(open_text: OpenText) -> None:
    driver = after(open_text(TEXT), [*ACTORS, "j", "slash", *"tag:war", "enter"])
    assert driver.state.found.name_of(driver.state.facet, driver.state.value) == "bob"
    driver = after(open_text(TEXT), [*ACTORS, "j", "slash", *"alpha", "enter"])
    assert driver.state.found.name_of(driver.state.facet, driver.state.value) == "ann"


# What is clicked with which button, one after the other, and the question then.
CLICKS = {
    "twice": ([1, 1], ""),
    "asked, then excluded": ([1, 3], "not:actor:bob"),
    "excluded, then asked": ([3, 1], "actor:bob"),
    "excluded twice": ([3, 3], ""),
}


@pytest.mark.parametrize(("buttons", "question"), CLICKS.values(), ids=CLICKS)
def test_clicks_on_a_value(open_text: OpenText, buttons: list[int], question: str) -> None:
    async def walk(driver: Driver) -> None:
        await driver.press(*ACTORS)
        for button in buttons:
            await driver.click_on("Bob Ray", button=button)
        assert driver.state.question == question

    drive(open_text(TEXT), walk, size=(60, 20))
