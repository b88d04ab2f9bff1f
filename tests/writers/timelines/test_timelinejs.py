"""TimelineJS: what TimelineJS3 expects of its JSON."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from timeline import Timeline
from timeline.writers import Format, Losses, write


class Shown(HTMLParser):
    """The tags of a piece of HTML, and the text that a browser shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def document(one: Timeline) -> Any:
    return json.loads("".join(write(one, one.select(), Format.TIMELINEJS)))


@given(content=chronologies)
def test_each_event_is_a_slide_and_no_text_is_markup(
    opened: Open, content: Mapping[str, Any]
) -> None:
    one = opened(content)
    read = document(one)
    events = list(one.select())
    slides = read["events"]
    assert [slide["edtf"] for slide in slides] == [event.date.text for event in events]
    ids = [slide["unique_id"] for slide in slides]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[A-Za-z0-9_-]+", one) for one in ids)
    for slide, event in zip(slides, events, strict=True):
        headline = Shown(slide["text"]["headline"])
        assert (headline.tags, headline.text) == (set(), event.title)
        assert Shown(slide["text"]["text"]).tags <= {"p", "br", "ol", "li", "a"}
        assert Shown(slide["display_date"]).text == event.date.describe()
        assert slide.get("group") == (event.tags[0] if event.tags else None)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        pytest.param("2014", {"year": 2014}, None, id="year"),
        pytest.param("2014-03~", {"year": 2014, "month": 3}, None, id="month"),
        pytest.param("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None, id="BCE"),
        pytest.param("0000", {"year": -1}, None, id="1 BCE"),
        pytest.param(
            "2014-03-18T14:30",
            {"year": 2014, "month": 3, "day": 18, "hour": 14, "minute": 30, "second": 0},
            None,
            id="time",
        ),
        pytest.param("2014/2016-05", {"year": 2014}, {"year": 2016, "month": 5}, id="interval"),
        pytest.param("[1850..1852]", {"year": 1850}, {"year": 1852}, id="set"),
        pytest.param(
            "201X",
            {"year": 2010, "month": 1, "day": 1},
            {"year": 2019, "month": 12, "day": 31},
            id="decade",
        ),
        pytest.param("Y-66000000", {"year": -66000001}, None, id="ages"),
    ],
)
def test_a_date_has_only_the_parts_that_are_known(
    opened: Open, edtf: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    read = document(opened({"events": [{"date": edtf, "title": "x"}]}))
    (slide,) = read["events"]
    if edtf == "[1850..1852]":
        start, end = start | {"month": 1, "day": 1}, {"year": 1852, "month": 12, "day": 31}
    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert read["scale"] == ("cosmological" if edtf.startswith("Y") else "human")


def test_what_it_cannot_hold_is_told(opened: Open) -> None:
    one = opened(
        {
            "events": [
                {"date": "2014", "title": "a", "id": "a"},
                {"date": "2015/..", "title": "b", "follows": "a"},
            ]
        }
    )
    losses = Losses()
    list(write(one, one.select(), Format.TIMELINEJS, losses=losses))
    assert str(losses) == "that 1 interval is open (2015 to now), what 1 event follows (b)"
