"""TimelineJS: what TimelineJS3 expects of its JSON."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from tests.writers.programs import needs_chromium, slides
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
        group = Shown(Shown(slide.get("group", "")).text)
        assert (group.tags, group.text) == (set(), event.tags[0] if event.tags else "")


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
        pytest.param("../2000-01", {"year": 2000, "month": 1}, None, id="open start"),
        pytest.param("2000/..", {"year": 2000}, None, id="open end"),
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
    assert str(losses) == "that 1 interval is open (2015 to now)"


def shown_by_timelinejs(one: Timeline, folder: Path) -> Any:
    """Compare what TimelineJS itself shows with the events, and return it."""
    shown = slides("".join(write(one, one.select(), Format.TIMELINEJS)), folder)
    assert (shown["errors"], shown["refused"]) == ([], [])
    events = list(one.select())
    assert shown["markers"] == len(events)
    title, *others = shown["slides"]
    assert (title["id"], title["headline"]) == ("title-slide", one.title)
    for key, expected in (
        ("headline", [event.title for event in events]),
        ("date", [event.date.describe() for event in events]),
        ("links", [[source.url for source in event.sources] for event in events]),
    ):
        assert [slide[key] for slide in others] == expected
    assert [Shown(group).text for group in shown["grouped"]] == [
        event.tags[0] if event.tags else "" for event in events
    ]
    assert set(shown["groups"]) == {event.tags[0] for event in events if event.tags}
    return shown


@needs_chromium
def test_timelinejs_shows_the_shipped_chronology(shipped: Timeline, tmp_path: Path) -> None:
    shown_by_timelinejs(shipped, tmp_path)


@needs_chromium
def test_timelinejs_shows_hard_texts_as_they_are(hard: Timeline, tmp_path: Path) -> None:
    shown = shown_by_timelinejs(hard, tmp_path)
    elements = {name for slide in shown["slides"] for name in slide["elements"]}
    assert elements <= {"div", "h2", "h3", "p", "br", "ol", "li", "a"}
    assert shown["groupElements"] == 0


@needs_chromium
@pytest.mark.parametrize("first", ["-9999", "Y-66000000"])
def test_timelinejs_shows_every_kind_of_date(opened: Open, tmp_path: Path, first: str) -> None:
    dates = [first, "-0043-03-15", "0000", "1580~", "1914-07/1918-11-11", "196X", "2001-21"]
    dates += ["2014-03-18T14:30:00Z", "2015/..", "Y12000"]
    events = [{"date": date, "title": date} for date in dates]
    shown_by_timelinejs(opened({"title": "x", "events": events}), tmp_path)
