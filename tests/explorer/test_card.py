"""What the card leads to, as `L` lists it."""

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import after

TEXT = """
actors: {ann: {name: Ann Lee, role: Envoy}}
events:
  - {id: a, date: 1990, title: A title of several words that goes on in another line of the card}
  - {id: b, date: 1991, title: B, actors: [ann, Bob], places: [Rome, Bern], tags: [x], follows: [a]}
  - {id: c, date: 1992, title: C}
"""


@pytest.mark.parametrize("width", [60, 100, 140])
def test_every_target_is_listed_once_with_its_whole_text(open_text: OpenText, width: int) -> None:
    driver = after(open_text(TEXT), ["j", "L"], size=(width, 20))
    assert [line for line in driver.shown[1:] if line] == [
        "actor   Ann Lee",
        "actor   Bob",
        "place   Rome",
        "place   Bern",
        "tag     #x",
        "event   A title of several words that goes on in another line of the card"[:width],
        "event   C",
    ]
