"""TimelineJS: documents as people write them, and exported ones."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
import timeline.chronology
from tests.conftest import ROOT, Run
from tests.writers.conftest import Open
from tests.writers.conftest import opened as opened
from tests.writers.markdown.test_document import chronologies
from timeline.model import Source
from timeline.writers import Format, write


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("timelinejs") / "a.timeline.json"


@given(content=chronologies)
def test_an_export_comes_back_whole(opened: Open, again: Path, content: Mapping[str, Any]) -> None:
    one = opened(content)
    again.write_text("".join(write(one, one.select(), Format.TIMELINEJS)), encoding="utf-8")
    if not one.select():
        return
    read = timeline.open(again)
    assert read.title == one.title
    assert list(read.select()) == list(one.select())


def test_the_shipped_chronology_comes_back_without_a_warning(again: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    again.write_text("".join(write(one, one.select(), Format.TIMELINEJS)), encoding="utf-8")
    assert timeline.chronology.load([str(again)]).problems == []
    assert list(timeline.open(again).select()) == list(one.select())


def exported(**changes: Any) -> dict[str, Any]:
    """Return an exported slide that was changed afterwards."""
    slide = {
        "unique_id": "a",
        "edtf": "2014",
        "start_date": {"year": 2014},
        "text": {
            "headline": "A",
            "text": "<p>One</p><p>Actors: B</p><p>Places: C</p><ol><li>D</li></ol>",
        },
        "group": "war",
        "media": {"url": "https://a.org"},
        "timeline": {
            "actors": ["b"],
            "places": ["C"],
            "tags": ["war", "peace"],
            "follows": ["x"],
            "sources": [{"title": "D", "url": "https://a.org"}],
        },
    }
    return slide | changes


@pytest.mark.parametrize(
    ("changes", "key", "value"),
    [
        pytest.param({}, "summary", "One", id="unchanged"),
        pytest.param({}, "sources", (Source("D", "https://a.org"),), id="unchanged source"),
        pytest.param({}, "follows", ("x",), id="what it follows"),
        pytest.param(
            {"text": {"headline": "A", "text": "<p>Two</p>"}}, "summary", "Two", id="text"
        ),
        pytest.param({"group": "vote"}, "tags", ("vote", "war", "peace"), id="group"),
        pytest.param(
            {"media": {"url": "https://b.org"}},
            "sources",
            (Source("D", "https://a.org"), Source(url="https://b.org")),
            id="media",
        ),
    ],
)
def test_what_was_changed_after_an_export_is_read(
    tmp_path: Path, changes: dict[str, Any], key: str, value: object
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"events": [exported(**changes)]}))
    assert getattr(timeline.open(path).event("a"), key) == value


def document(**slide: Any) -> str:
    slide = {"text": {"headline": "x"}} | slide
    return json.dumps({"events": [slide]}, indent=1)


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        pytest.param({"year": "2014"}, None, "2014", id="year"),
        pytest.param({"year": 2014, "month": 3}, None, "2014-03", id="month"),
        pytest.param({"year": "2014", "month": "3", "day": ""}, None, "2014-03", id="empty day"),
        pytest.param({"year": 2014, "month": 3, "day": 18}, None, "2014-03-18", id="day"),
        pytest.param(
            {"year": 2014, "month": 3, "day": 18, "hour": 9, "minute": 5},
            None,
            "2014-03-18T09:05",
            id="time",
        ),
        pytest.param({"year": -44, "month": 3, "day": 15}, None, "-0043-03-15", id="BCE"),
        pytest.param({"year": -1}, None, "0000", id="1 BCE"),
        pytest.param({"year": "1914"}, {"year": "1918"}, "1914/1918", id="interval"),
        pytest.param({"year": "-66000001"}, None, "Y-66000000", id="ages"),
    ],
)
def test_dates(
    tmp_path: Path, start: dict[str, Any], end: dict[str, Any] | None, edtf: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(document(start_date=start, end_date=end))
    (event,) = timeline.open(path).select()
    assert event.date.text == edtf


def test_what_a_slide_has(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        document(
            start_date={"year": 2014},
            text={
                "headline": "<b>A</b> &amp; B",
                "text": '<p>One<br>two</p><p><a href="https://a.org/c">Three</a></p>',
            },
            media={"url": "https://a.org/b.jpg", "caption": "<i>C</i>", "credit": "D"},
            group="war",
        )
    )
    (event,) = timeline.open(path).select()
    assert (event.title, event.summary, event.tags) == (
        "A & B",
        "One\ntwo\n\nThree (https://a.org/c)",
        ("war",),
    )
    assert [(one.url, one.title, one.publisher) for one in event.sources] == [
        ("https://a.org/b.jpg", "C", "D")
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            document(start_date={"year": 2014, "month": 2, "day": 30}),
            "a.json:7:18: error: date '2014-02-30' does not exist: February 2014 has 28 days\n",
            id="no such day",
        ),
        pytest.param(
            document(start_date={"year": 2014}, background={"color": "red"}),
            "a.json:10:4: warning: 'background' has no counterpart in a chronology, and is "
            "ignored\n",
            id="background",
        ),
        pytest.param(
            '{"events": [{"start_date": {"year": 2014}, }]}',
            "a.json:1:44: error: this is not JSON: ",
            id="syntax",
        ),
    ],
)
def test_check_says(run: Run, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.json").write_text(content)
    assert run("check", "-f", "a.json").out.startswith(said)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["events", "start_date", "end_date", "year", "text", "headline", "media", "url"]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_no_document_ends_in_a_traceback(again: Path, value: Any) -> None:
    content = {"events": [{"start_date": {"year": 1}, "text": value}, value], "title": value}
    again.write_text(json.dumps(content))
    timeline.chronology.load([str(again)])


def test_a_slide_that_was_moved_after_the_export_has_its_new_date(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"events": [{"start_date": {"year": 2015}, "edtf": "2014", "text": {"headline": "A"}}]}'
    )
    read = timeline.chronology.load([str(path)])
    assert [one.message for one in read.problems] == [
        "edtf '2014' is not the date of the event, and is ignored: delete it"
    ]
    assert timeline.open(path).event("a").date.text == "2015"


def test_what_a_slide_has_besides_is_ignored_with_a_word(run: Run, tmp_path: Path) -> None:
    slide = {
        "start_date": {"year": "2014", "format": "yyyy"},
        "display_date": "early 2014",
        "text": {"headline": "A"},
        "media": {"url": "https://a.org", "thumbnail": "https://a.org/t", "alt": "B", "title": ""},
    }
    title = {"text": {"headline": "T"}, "media": {"url": "https://b.org"}}
    (tmp_path / "a.json").write_text(
        json.dumps({"title": title, "events": [slide, slide | {"text": {"headline": "B"}}]})
    )
    said = run("check", "-f", "a.json").out.splitlines()
    assert [line.split(": ", 2)[2] for line in said if "warning: " in line] == [
        "'title.media' has no counterpart in a chronology, and is ignored",
        "'start_date.format' has no counterpart, and is ignored in 2 events",
        "'display_date' has no counterpart, and is ignored in 2 events",
        "'media.thumbnail' has no counterpart, and is ignored in 2 events",
        "'media.alt' has no counterpart, and is ignored in 2 events",
    ]


def test_an_exported_slide_shows_its_date_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(document(start_date={"year": 2014}, edtf="2014~", display_date="c. 2014"))
    assert timeline.open(path).problems == []
    path.write_text(document(start_date={"year": 2014}, edtf="2014~", display_date="spring 2014"))
    assert [problem.message for problem in timeline.open(path).problems] == [
        "'display_date' has no counterpart in a chronology, and is ignored"
    ]
