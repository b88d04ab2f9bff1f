"""Mermaid and markwhen, read back by their own parsers."""

from pathlib import Path
from typing import Any

import pytest

import timeline
from tests.conftest import ROOT
from tests.writers.conftest import Open
from tests.writers.programs import needs_node, read_by_node
from timeline import Timeline
from timeline.text import visible
from timeline.writers import ExportOptions, Format, Losses, write

DATES = [
    ("2014", "2014-01-01", "2015-01-01"),
    ("2014-03", "2014-03-01", "2014-04-01"),
    ("2014-03-18", "2014-03-18", "2014-03-19"),
    ("2014-03-18T14:30+02:00", "2014-03-18T12:30", "2014-03-18T12:30"),
    ("2014-03-18T14:30/2014-03-19T02:00", "2014-03-18T14:30", "2014-03-19T02:00"),
    ("2014-03/2014-05-10", "2014-03-01", "2014-05-11"),
    ("1580~", "1580-01-01", "1581-01-01"),
    ("201X", "2010-01-01", "2020-01-01"),
    ("2014-21", "2014-03-01", "2014-06-01"),
    ("[1850,1852]", "1850-01-01", "1853-01-01"),
    ("../1912", "1912-01-01", "1913-01-01"),
    ("0044-03-15", "0044-03-15", "0044-03-16"),
    ("-0043", "-000043-01-01", "-000042-01-01"),
    ("Y12000", "+012000-01-01", "+012001-01-01"),
]


@needs_node
def test_mermaid_shows_every_title(hard: Timeline, tmp_path: Path) -> None:
    for options in (ExportOptions(), ExportOptions(None)):
        text = "".join(write(hard, hard.select(), Format.MERMAID, options))
        read = read_by_node("mermaid", text, tmp_path)
        assert read["title"] == visible(hard.title)
        events = list(hard.select())
        assert [task["task"].strip() for task in read["tasks"]] == [
            event.date.describe() for event in events
        ]
        assert [task["events"] for task in read["tasks"]] == [
            [visible(event.title)] for event in events
        ]


@needs_node
def test_markwhen_finds_the_same_events(hard: Timeline, tmp_path: Path) -> None:
    text = "".join(write(hard, hard.select(), Format.MARKWHEN))
    read = read_by_node("markwhen", text, tmp_path)
    assert read["messages"] == []
    events = list(hard.select())
    assert [one["title"].replace("\u2060", "") for one in read["events"]] == [
        visible(event.title) for event in events
    ]
    assert [one["properties"]["id"] for one in read["events"]] == [event.id for event in events]
    assert [one["tags"] for one in read["events"]] == [[] for _ in events]


@needs_node
def test_markwhen_finds_the_same_dates(opened: Open, tmp_path: Path) -> None:
    one = opened({"events": [{"id": edtf, "date": edtf, "title": "x"} for edtf, _, _ in DATES]})
    text = "".join(write(one, one.select(), Format.MARKWHEN))
    read = read_by_node("markwhen", text, tmp_path)
    found: dict[str, Any] = {one["properties"]["edtf"]: one["range"] for one in read["events"]}
    for edtf, start, end in DATES:
        assert found[edtf]["fromDateTimeIso"].startswith(start), edtf
        assert found[edtf]["toDateTimeIso"].startswith(end), edtf


@needs_node
@pytest.mark.parametrize("form", [Format.MERMAID, Format.MARKWHEN])
def test_the_shipped_chronology(form: Format, tmp_path: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    read = read_by_node(form, "".join(write(one, one.select(), form)), tmp_path)
    assert len(read.get("tasks") or read["events"]) == len(one.select())


def test_markwhen_says_what_it_cannot_hold(opened: Open) -> None:
    one = opened(
        {
            "events": [
                {"date": date, "title": date}
                for date in ("Y-66000000", "-0043-03-15", "2014~", "2014?", "/2014", "2014-03/..")
            ]
        }
    )
    losses = Losses()
    text = "".join(write(one, one.select(), Format.MARKWHEN, losses=losses))
    assert "\n2014-03/now: 2014-03/..\n" in text
    assert set(str(losses).split("), ")) == {
        "that 1 interval is open (until 2014, start unknown",
        "1 event before 99,999 BCE or after 99,999 (66,000,001 BCE",
        "the month or day of 1 event before the year 1 or after 9999 (15 March 44 BCE",
        "that 1 date is approximate (c. 2014",
        "that 1 date is uncertain (2014 (uncertain))",
    }
