"""Calendars: those of other programs, and exported ones."""

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
from timeline.writers import Format, write


def calendar(*lines: str) -> str:
    event = ["BEGIN:VEVENT", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""])


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendars") / "a.ics"


@given(content=chronologies)
def test_an_export_comes_back_with_its_dates(
    opened: Open, again: Path, content: Mapping[str, Any]
) -> None:
    one = opened(content)
    text = "".join(write(one, one.select(), Format.ICS))
    if "BEGIN:VEVENT" not in text:
        return
    again.write_text(text, encoding="utf-8", newline="")
    read = timeline.open(again)
    assert read.title == one.title.strip()
    # Years that a calendar does not have are left out.
    events = [event for event in one.select() if f"UID:{event.id}@" in text]
    for before, after in zip(events, read.select(), strict=True):
        for part in ("id", "date", "title", "places", "tags"):
            assert getattr(after, part) == getattr(before, part)
        assert after.summary.startswith(before.summary)


def test_the_shipped_chronology_comes_back_without_a_warning(again: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    again.write_text("".join(write(one, one.select(), Format.ICS)), encoding="utf-8", newline="")
    assert timeline.chronology.load([str(again)]).problems == []
    assert [event.id for event in timeline.open(again).select()] == [
        event.id for event in one.select()
    ]


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        pytest.param(["DTSTART;VALUE=DATE:20140318"], "2014-03-18", id="day"),
        pytest.param(
            ["DTSTART;VALUE=DATE:20140318", "DTEND;VALUE=DATE:20140319"], "2014-03-18", id="one day"
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20140318", "DTEND;VALUE=DATE:20140321"],
            "2014-03-18/2014-03-20",
            id="days",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20140318", "DURATION:P3D"], "2014-03-18/2014-03-20", id="duration"
        ),
        pytest.param(["DTSTART:20140318T143000Z"], "2014-03-18T14:30Z", id="UTC"),
        pytest.param(["DTSTART:20140318T143000"], "2014-03-18T14:30", id="floating"),
        pytest.param(
            ["DTSTART;TZID=Europe/Kyiv:20140718T143000", "DURATION:PT2H"],
            "2014-07-18T14:30+03:00/2014-07-18T16:30+03:00",
            id="zone",
        ),
        pytest.param(
            ["DTSTART;TZID=W. Europe Standard Time:20140718T143000"],
            "2014-07-18T14:30+02:00",
            id="zone of Outlook",
        ),
        pytest.param(["DTSTART;VALUE=DATE:00440315"], "0044-03-15", id="early year"),
    ],
)
def test_dates(tmp_path: Path, lines: list[str], edtf: str) -> None:
    path = tmp_path / "a.ics"
    path.write_text(calendar("SUMMARY:x", *lines), newline="")
    (event,) = timeline.open(path).select()
    assert event.date.text == edtf


def test_what_an_event_has(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(
        calendar(
            "UID:123@example.org",
            "DTSTAMP:20200101T000000Z",
            "DTSTART;VALUE=DATE:20140318",
            "SUMMARY;LANGUAGE=en:Putin signs\\, and",
            "  more",
            "DESCRIPTION:One\\nTwo\\; three",
            "LOCATION:Moscow\\, Kremlin",
            "CATEGORIES:war,a\\,b",
            "CATEGORIES:peace",
            "URL:https://example.org/a,b",
        ),
        newline="",
    )
    (event,) = timeline.open(path).select()
    assert (event.id, event.title, event.summary) == (
        "putin-signs-and-more",
        "Putin signs, and more",
        "One\nTwo; three",
    )
    assert (event.places, event.tags) == (("Moscow, Kremlin",), ("war", "a,b", "peace"))
    assert event.sources[0].url == "https://example.org/a,b"


SAID = [
    pytest.param(
        calendar("SUMMARY:x", "DTSTART:20140318T143000Z", "RRULE:FREQ=DAILY", "ATTENDEE:mailto:a"),
        "a.ics:6:1: warning: repetition of the event is ignored\n"
        " 6 | RRULE:FREQ=DAILY\n"
        "   | ^^^^^^^^^^^^^^^^\n"
        "a.ics:7:1: warning: property ATTENDEE is ignored\n"
        " 7 | ATTENDEE:mailto:a\n"
        "   | ^^^^^^^^^^^^^^^^^\n",
        id="repetition",
    ),
    pytest.param(
        calendar("SUMMARY:x", "DTSTART;VALUE=DATE:20140230"),
        "a.ics:5:1: error: '20140230' does not exist\n"
        " 5 | DTSTART;VALUE=DATE:20140230\n"
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
        id="no such day",
    ),
    pytest.param(
        calendar("SUMMARY:x"),
        "a.ics:3:1: error: the event has no DTSTART: add a line 'DTSTART:20140318'\n"
        " 3 | BEGIN:VEVENT\n"
        "   | ^\n",
        id="no date",
    ),
    pytest.param(
        calendar("SUMMARY:x", "DTSTART:99991231T235959Z", "DURATION:P1D"),
        "a.ics:5:1: error: the event ends after the year 9999\n"
        " 5 | DTSTART:99991231T235959Z\n"
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^\n",
        id="an end too late",
    ),
    pytest.param(
        calendar("SUMMARY:x", "DTSTART;TZID=Mars/Base:20140318T143000"),
        "a.ics:5:1: error: the time zone 'Mars/Base' is not known: use one such as Europe/Kyiv\n"
        " 5 | DTSTART;TZID=Mars/Base:20140318T143000\n"
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
        id="no such zone",
    ),
    pytest.param(
        calendar("SUMMARY:x", "DTSTART;VALUE=DATE:20140318", "nonsense"),
        "a.ics:6:1: error: this line is not a property: write 'NAME:value'\n"
        " 6 | nonsense\n"
        "   | ^^^^^^^^\n",
        id="no property",
    ),
    pytest.param(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        "a.ics: error: the file ends within VEVENT\n",
        id="cut off",
    ),
    pytest.param(
        calendar("DTSTART;VALUE=DATE:20140318"),
        "a.ics:3:1: error: the event has no title: add a line 'title: ...'\n"
        " 3 | BEGIN:VEVENT\n"
        "   | ^\n",
        id="no summary",
    ),
]


@pytest.mark.parametrize(("content", "said"), SAID)
def test_check_says(run: Run, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.ics").write_text(content, newline="")
    assert run("check", "-f", "a.ics").out == said


@given(
    lines=st.lists(
        st.sampled_from(["BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "DTSTART:2014", "DTEND:x"])
        | st.text('BEGIN:VT;=",\\\r\n\t\x00\u2028é', max_size=9)
    )
)
def test_no_text_ends_in_a_traceback(again: Path, lines: list[str]) -> None:
    again.write_text("\r\n".join(["BEGIN:VCALENDAR", *lines]), encoding="utf-8", newline="")
    timeline.chronology.load([str(again)])


def test_an_entry_that_was_moved_after_the_export_has_its_new_date(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(
        calendar(
            "DTSTART;VALUE=DATE:20140319",
            "SUMMARY:Putin signs",
            "DESCRIPTION:Date: 18 March 2014",
            "X-TIMELINE-DATE:2014-03-18",
        )
    )
    read = timeline.chronology.load([str(path)])
    assert [one.message for one in read.problems] == [
        "X-TIMELINE-DATE '2014-03-18' is not the date of the event, and is ignored: delete it"
    ]
    assert timeline.open(path).event("putin-signs").date.text == "2014-03-19"
