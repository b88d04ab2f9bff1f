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
from timeline.model import Source
from timeline.writers import Format, write


def calendar(*lines: str) -> str:
    event = ["BEGIN:VEVENT", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""])


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendars") / "a.ics"


@given(content=chronologies)
def test_an_export_comes_back_whole(opened: Open, again: Path, content: Mapping[str, Any]) -> None:
    one = opened(content)
    text = "".join(write(one, one.select(), Format.ICS))
    if "BEGIN:VEVENT" not in text:
        return
    again.write_text(text, encoding="utf-8", newline="")
    read = timeline.open(again)
    assert read.title == one.title.strip()
    # Years that a calendar does not have are left out.
    events = [event for event in one.select() if f"UID:{event.id}@" in text]
    assert list(read.select()) == events


def test_the_shipped_chronology_comes_back_without_a_warning(again: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    again.write_text("".join(write(one, one.select(), Format.ICS)), encoding="utf-8", newline="")
    assert timeline.chronology.load([str(again)]).problems == []
    assert list(timeline.open(again).select()) == list(one.select())


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


CARRIED = {
    "DTSTART": "DTSTART;VALUE=DATE:20140318",
    "SUMMARY": "SUMMARY:Putin signs",
    "DESCRIPTION": "DESCRIPTION:Date: 18 March 2014\\n\\nIn Moscow.\\n\\nActors: B\\n\\nD",
    "LOCATION": "LOCATION:Moscow; Kremlin; Crimea",
    "URL": "URL:https://a.org",
    "X-TIMELINE-DATE": "X-TIMELINE-DATE:2014-03-18",
    "X-TIMELINE-EVENT": 'X-TIMELINE-EVENT:{"actors":["b"]\\,"follows":["x"]\\,"places":["Moscow\\; '
    'Kremlin"\\,"Crimea"]\\,"sources":[{"title":"D"\\,"url":"https://a.org"}]}',
}
D = Source("D", "https://a.org")


@pytest.mark.parametrize(
    ("change", "key", "value"),
    [
        pytest.param("", "summary", "In Moscow.", id="text"),
        pytest.param("", "actors", ("b",), id="actors"),
        pytest.param("", "follows", ("x",), id="follows"),
        pytest.param("", "sources", (D,), id="sources"),
        pytest.param("", "places", ("Moscow; Kremlin", "Crimea"), id="places"),
        pytest.param(
            "DESCRIPTION:Date: 18 March 2014\\n\\nNot\\nhere.\\n\\nActors: B\\n\\nD",
            "summary",
            "Not\nhere.",
            id="another text",
        ),
        pytest.param(
            "DESCRIPTION:Mine\\nalone.", "summary", "Mine\nalone.", id="nothing but a text"
        ),
        pytest.param("LOCATION:Kerch", "places", ("Kerch",), id="another place"),
        pytest.param(
            "URL:https://b.org", "sources", (D, Source(url="https://b.org")), id="another address"
        ),
        pytest.param(
            "X-TIMELINE-EVENT:[", "sources", (Source(url="https://a.org"),), id="not JSON"
        ),
    ],
)
def test_what_was_changed_after_an_export_is_read(
    tmp_path: Path, change: str, key: str, value: object
) -> None:
    path = tmp_path / "a.ics"
    lines = CARRIED | {change.partition(":")[0]: change} if change else CARRIED
    path.write_text(calendar(*lines.values()), newline="")
    assert getattr(timeline.open(path).event("putin-signs"), key) == value


ZONE = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:{rule};BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:{rule};BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def with_zone(*, rule: str = "FREQ=YEARLY", begin: str = "DTSTART;TZID=Mine") -> str:
    event = f"BEGIN:VEVENT\nSUMMARY:x\n{begin}:20140718T143000\nEND:VEVENT\n"
    zone = ZONE.format(name="Mine", rule=rule)
    return f"BEGIN:VCALENDAR\n{zone}{event}END:VCALENDAR\n"


@pytest.mark.parametrize("begin", ["DTSTART;TZID=Mine", 'DTSTART;TZID="Mine"'])
def test_a_zone_that_the_calendar_defines(tmp_path: Path, begin: str) -> None:
    path = tmp_path / "a.ics"
    path.write_text(with_zone(begin=begin))
    (event,) = timeline.open(path).select()
    assert event.date.text == "2014-07-18T14:30+02:00"
    path.write_text(with_zone().replace("20140718", "20140118"))
    (event,) = timeline.open(path).select()
    assert event.date.text == "2014-01-18T14:30+01:00"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_zone(rule="FREQ=SECONDLY"), id="a rule that would take too long"),
        pytest.param(with_zone().replace("TZOFFSETTO:+0100", "TZOFFSETTO:x"), id="no offset"),
    ],
)
def test_a_zone_that_cannot_be_read(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "a.ics").write_text(content)
    assert run("check", "-f", "a.ics").out.startswith(
        "a.ics:19:1: error: the time zone 'Mine' cannot be read from its VTIMEZONE"
    )


def test_html_in_texts_is_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(
        calendar(
            "DTSTART;VALUE=DATE:20140318",
            "SUMMARY:A <b>bold</b> start",
            'DESCRIPTION:One &amp\\; two<br>see <a href="https://a.org/x">here</a>',
        )
    )
    (event,) = timeline.open(path).select()
    assert (event.title, event.summary) == (
        "A bold start",
        "One & two\nsee here (https://a.org/x)",
    )


@pytest.mark.parametrize("text", ["a < b &amp; c > d", "<name> is unknown", "x<y"])
def test_other_angle_brackets_are_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.ics"
    path.write_text(calendar("DTSTART;VALUE=DATE:20140318", "SUMMARY:x", f"DESCRIPTION:{text}"))
    (event,) = timeline.open(path).select()
    assert event.summary == text
