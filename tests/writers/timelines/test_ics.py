"""iCalendar as a calendar program reads it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given

import timeline
from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from tests.writers.programs import calendar, needs_khal
from timeline import Timeline
from timeline.writers import Format, Losses, write


def entries_of(one: Timeline, losses: Losses | None = None) -> list[Any]:
    text = "".join(write(one, one.select(), Format.ICS, losses=losses))
    assert text == "".join(write(one, one.select(), Format.ICS))
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert not any(len(line) > 75 or b"\n" in line for line in lines)
    read = icalendar.Calendar.from_ical(text)
    assert not read.errors
    return list(read.walk("VEVENT"))


@given(content=chronologies)
def test_every_event_that_can_be_is_an_entry(opened: Open, content: Mapping[str, Any]) -> None:
    one = opened(content)
    events = [event for event in one.select() if 0 < (event.date.earliest or date.max).year <= 9998]
    entries = entries_of(one)
    assert [entry["SUMMARY"] for entry in entries] == [event.title for event in events]
    for entry, event in zip(entries, events, strict=True):
        assert not entry.errors
        assert entry["UID"].startswith(f"{event.id}@")
        assert entry["X-TIMELINE-DATE"] == event.date.text
        assert event.summary in entry["DESCRIPTION"]
        assert tuple(entry.categories) == event.tags
    assert len({entry["UID"] for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "lost"),
    [
        pytest.param("2014-03-18", date(2014, 3, 18), date(2014, 3, 19), "", id="day"),
        pytest.param(
            "2014-03-18/2014-03-20", date(2014, 3, 18), date(2014, 3, 21), "", id="interval"
        ),
        pytest.param(
            "2014-03",
            date(2014, 3, 1),
            date(2014, 4, 1),
            "that 1 date is not known to the day (March 2014)",
            id="month",
        ),
        pytest.param(
            "1580~",
            date(1580, 1, 1),
            date(1581, 1, 1),
            "that 1 date is approximate (c. 1580)",
            id="circa",
        ),
        pytest.param(
            "2014-03-18/..",
            date(2014, 3, 18),
            date(2014, 3, 19),
            "that 1 interval is open (18 March 2014 to now)",
            id="open",
        ),
        pytest.param(
            "../2000-01",
            date(2000, 1, 1),
            date(2000, 2, 1),
            "that 1 interval is open (until January 2000), "
            "that 1 date is not known to the day (until January 2000)",
            id="open start",
        ),
        pytest.param(
            "2014-03-18T14:30+02:00",
            datetime(2014, 3, 18, 12, 30, tzinfo=UTC),
            None,
            "",
            id="time with a zone",
        ),
        pytest.param(
            "2014-03-18T14:30", datetime(2014, 3, 18, 14, 30), None, "", id="floating time"
        ),
        pytest.param(
            "2014-03-18T23:00Z/2014-03-19T01:00Z",
            datetime(2014, 3, 18, 23, 0, tzinfo=UTC),
            datetime(2014, 3, 19, 1, 0, tzinfo=UTC),
            "",
            id="interval of times",
        ),
        pytest.param(
            "2014-03-18T23:00/2014-03-19",
            datetime(2014, 3, 18, 23, 0),
            datetime(2014, 3, 20, 0, 0),
            "",
            id="time to a day",
        ),
    ],
)
def test_when(opened: Open, edtf: str, start: date, end: date | None, lost: str) -> None:
    one = opened({"events": [{"date": edtf, "title": "x"}]})
    losses = Losses()
    (entry,) = entries_of(one, losses)
    assert entry["DTSTART"].dt == start
    assert (entry["DTEND"].dt if "DTEND" in entry else None) == end
    assert str(losses) == lost
    assert entry["DESCRIPTION"] == f"Date: {next(iter(one.select())).date.describe()}"


def test_years_that_a_calendar_does_not_have_are_left_out_with_a_word(opened: Open) -> None:
    one = opened({"events": [{"date": one, "title": "x"} for one in ("-0043", "Y12000", "9999")]})
    losses = Losses()
    assert entries_of(one, losses) == []
    assert str(losses) == "3 events before the year 1 or after 9998 (44 BCE, ...)"


@pytest.mark.parametrize(
    ("path", "title", "uid"),
    [
        pytest.param("wall.yaml", "The Wall", "x@the-wall", id="title"),
        pytest.param("wall.yaml", "", "x@wall", id="name of the file"),
        pytest.param("berlin/events.yaml", "", "x@berlin", id="name of the folder"),
    ],
)
def test_ids_of_entries_name_their_chronology(
    tmp_path: Path, path: str, title: str, uid: str
) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(f"title: {title}\nevents: [{{id: x, date: 2014, title: X}}]\n")
    one = timeline.open(tmp_path / path)
    (entry,) = entries_of(one)
    assert entry["UID"] == uid


@needs_khal
def test_khal_lists_the_shipped_chronology(shipped: Timeline, tmp_path: Path) -> None:
    text = "".join(write(shipped, shipped.select(), Format.ICS))
    listed = calendar(text, tmp_path, "list", "--once", "2009-01-01", "2026-12-31")
    assert sorted(listed) == sorted(
        (str(event.date.earliest), str(event.date.latest), event.title)
        for event in shipped.select()
    )


@needs_khal
def test_khal_finds_hard_texts_as_they_are(hard: Timeline, tmp_path: Path) -> None:
    text = "".join(write(hard, hard.select(), Format.ICS))
    assert calendar(text, tmp_path, "search", "") == [
        (str(event.date.earliest), str(event.date.latest), event.title) for event in hard.select()
    ]


@needs_khal
def test_khal_finds_every_kind_of_date(opened: Open, tmp_path: Path) -> None:
    kinds = [
        ("1000", "1000-01-01", "1000-12-31"),
        ("1580~", "1580-01-01", "1580-12-31"),
        ("1914-07/1918-11-11", "1914-07-01", "1918-11-11"),
        ("2014-03-18", "2014-03-18", "2014-03-18"),
        # khal shows an hour where there is no end.
        ("2014-03-18T14:30+02:00", "2014-03-18T12:30", "2014-03-18T13:30"),
        ("2014-03-18T23:00Z/2014-03-19T01:00Z", "2014-03-18T23:00", "2014-03-19T01:00"),
        ("2015/..", "2015-01-01", "2015-12-31"),
        ("9998", "9998-01-01", "9998-12-31"),
    ]
    one = opened({"events": [{"date": date, "title": date} for date, _, _ in kinds]})
    text = "".join(write(one, one.select(), Format.ICS))
    assert sorted(calendar(text, tmp_path, "search", "")) == [
        (start, end, date) for date, start, end in kinds
    ]
