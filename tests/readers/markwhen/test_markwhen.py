"""markwhen: files of other people, and exported ones."""

from collections.abc import Mapping
from contextlib import suppress
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
from tests.writers.programs import needs_node, read_by_node
from timeline.dates import Day, EventDate
from timeline.errors import DateError
from timeline.readers.markwhen.dates import Rules
from timeline.readers.markwhen.lines import event_start
from timeline.readers.markwhen.ranges import edtf_of_range
from timeline.readers.markwhen.relative import EarlierDates
from timeline.text import visible, visible_lines
from timeline.writers import Format, write

LIFE = """\
title: A life
description: "What happened: all of it"
dateFormat: d/M/y
#war: red
author: somebody

// before the events
2009-06: Met #anna in [Paris](location) !anna
18/03/2010 - now: Clerk #work
id: clerk
location: Lyon
Source: https://example.com/contract

He began on a Monday. See [the paper](https://example.com/a).
// not for readers
- a list
- [The register](https://example.com/b)

# The war #war
44 BCE: Ides
## The end
2014-03-18 - 2014-03-20: [x] Talks, in [three](https://example.com/c) days
2014-03-20 every week for 3 times: Meetings
# Afterwards
after !clerk.start 3 days: Rest
"""

LIFE_AS_YAML = """\
title: A life
description: "What happened: all of it"
events:
  - id: ides
    date: "-0043"
    title: Ides
    tags: [The war, war]
  - id: anna
    date: 2009-06
    title: Met anna in Paris
    places: [Paris]
    tags: [anna]
  - id: rest
    date: 2010-03-18/2010-03-20
    title: Rest
    tags: [Afterwards]
  - id: clerk
    date: 2010-03-18/..
    title: Clerk
    summary: |-
      He began on a Monday. See the paper.
      - a list
    places: [Lyon]
    tags: [work]
    sources:
      - url: https://example.com/contract
      - title: the paper
        url: https://example.com/a
      - title: The register
        url: https://example.com/b
  - id: talks-in-three-days
    date: 2014-03-18/2014-03-20
    title: Talks, in three days
    tags: [The war, war, The end]
    sources:
      - title: three
        url: https://example.com/c
  - id: meetings
    date: 2014-03-20
    title: Meetings
    tags: [The war, war, The end]
"""

LIFE_WARNINGS = """\
life.mw:4:1: warning: the color of a tag is ignored
 4 | #war: red
   | ^^^^^^^^^
life.mw:5:1: warning: 'author' in the header is ignored
 5 | author: somebody
   | ^^^^^^
life.mw:22:26: warning: check box before a title is ignored
 22 | 2014-03-18 - 2014-03-20: [x] Talks, in [three](https://example.com/c) days
    |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
life.mw:23:1: warning: repetition of the event is ignored
 23 | 2014-03-20 every week for 3 times: Meetings
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
4 warnings in 1 file
"""

DATES = [
    ("2014", "2014"),
    ("2014-03", "2014-03"),
    ("2014-03-18", "2014-03-18"),
    ("2014-03-18 10:30", "2014-03-18T10:30"),
    ("2014-03-18 10pm", "2014-03-18T22:00"),
    ("2014-03-18 12am", "2014-03-18T00:00"),
    ("2014-03-18T10:30:00Z", "2014-03-18T10:30:00Z"),
    ("2014/2016", "2014/2016"),
    ("2014-03 / 2016-01-02", "2014-03/2016-01-02"),
    ("2014-03 - 2016", "2014-03/2016"),
    ("2014 to now", "2014/.."),
    ("2014/now", "2014/.."),
    ("1580~", "1580~"),
    ("~ 1580", "1580~"),
    ("2014-03?", "2014-03?"),
    ("3/2014", "2014-03"),
    ("3/4/2014", "2014-03-04"),
    ("3/4/2014 - 12/2014", "2014-03-04/2014-12"),
    ("3/4/2014 9am", "2014-03-04T09:00"),
    ("March 2014", "2014-03"),
    ("Mar 18, 2014", "2014-03-18"),
    ("18 March 2014", "2014-03-18"),
    ("18 March 2014 10am - 11:30am", "2014-03-18T10:00/2014-03-18T11:30"),
    ("900", "0900"),
    ("44 BCE", "-0043"),
    ("300-200 BCE", "-0299/-0199"),
    ("50 BC - 50 AD", "-0049/0050"),
    ("12000 BCE", "Y-11999"),
    ("2014-W12", "[2014-03-17..2014-03-23]"),
    ("2014W123", "2014-03-19"),
    ("2014-03-18 / 5 days", "2014-03-18/2014-03-22"),
    ("2014-03-18 - 1 month", "2014-03-18/2014-04-17"),
    ("2014-03-18 / 1 week, 1 day", "2014-03-18/2014-03-25"),
    ("after !a 3 days", "2014-01-11/2014-01-13"),
    ("!a + 1 day", "2014-01-11"),
    ("before !a 2 weeks", "2013-12-22/2014-01-04"),
    ("!a.start 3 days / 2014-03", "2014-01-08/2014-03"),
    ("2013 / !a", "2013/2014-01-04"),
    ("2013 / !a.end", "2013/2014-01-10"),
    ("3 days", "2014-01-21/2014-01-23"),
    (".start 1 day / 1 day", "2014-01-21"),
]

BEFORE = "2014-01-05/2014-01-10: A !a\n2014-01-20: B\n2015: C !vague\n2014-01-20: D\n"

REFUSED = [
    ("now", "'now' is not a date: write one such as 2014-03-18"),
    ("May", "'May' has no year: write one"),
    ("18 March", "'18 March' has no year: write one"),
    ("3/4/14", "'3/4/14' does not have all the digits of its year: write them"),
    ("10:30", "'10:30' is a time without a day: write 2014-03-18 10:30"),
    ("9", "'9' is a time without a day: write 2014-03-18 10:30"),
    ("2014-13", "'2014-13' does not exist: there is no month 13"),
    ("2014-21", "'2014-21' does not exist: there is no month 21"),
    ("2014-02-30", "date '2014-02-30' does not exist: February 2014 has 28 days"),
    ("2014-02-30 10:00", "'2014-02-30' does not exist"),
    (
        "13/12/2014",
        "date '2014-13-12' does not exist: there is no month 13; the month comes before the day: "
        "2014-12-13",
    ),
    ("2014-W60", "the week '2014-W60' does not exist"),
    ("2014-W10 / 2014-W12", "a range of weeks has no EDTF: write its days, 2014-03-03/2014-03-23"),
    (
        "after !nobody 3 days",
        "'after !nobody 3 days' depends on 'nobody', which is the id of no event above: write the "
        "date itself",
    ),
    (
        "after !vague 3 days",
        "'after !vague 3 days' depends on 'vague', whose end is not known to the day: write the "
        "date itself",
    ),
    ("after !a", "'after !a' has no length: write the date itself"),
    (
        "after !a 3 hours",
        "'after !a 3 hours' is not in days, weeks, months or years: write the date itself",
    ),
    (
        "after !a 3 business days",
        "'after !a 3 business days' is not in days, weeks, months or years: write the date itself",
    ),
    ("2014-03 / 5 days", "'5 days' counts from a start that is not a day: write the end as a date"),
    ("2014-03-18 25:00", "'25:00' is not a time of day: write 10:00 or 10am"),
]

WITH_ZONE = [
    ("timezone: UTC", "2014-03-18T10:00Z"),
    ("timezone: Europe/Kyiv", "2014-03-18T10:00+02:00"),
    ("tz: -5", "2014-03-18T10:00-05:00"),
    ("timezone: +05:30", "2014-03-18T10:00+05:30"),
]

# What markwhen itself does not read, or reads as a moment or without its last year.
OURS_ALONE = {
    *("2014-03 - 2016", "2014 to now", "2014/now", "2014-03-18 - 1 month"),
    *("300-200 BCE", "50 BC - 50 AD"),
}
MARKWHENS = {
    date: edtf
    for date, edtf in DATES
    if date not in OURS_ALONE and not any(sign in edtf + date for sign in "T~?W")
}


def problems_of(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "a.mw"
    path.write_text(text, encoding="utf-8")
    return [one.message for one in timeline.chronology.load([str(path)]).problems]


def test_a_file_becomes_a_chronology(run: Run, tmp_path: Path) -> None:
    (tmp_path / "life.mw").write_text(LIFE, encoding="utf-8")
    assert run("export", "-f", "life.mw", "--format", "yaml").out == LIFE_AS_YAML
    checked = run("check", "-f", "life.mw")
    assert (checked.code, checked.out + checked.err) == (1, LIFE_WARNINGS)


@pytest.mark.parametrize(("written", "edtf"), [pytest.param(*one, id=one[0]) for one in DATES])
def test_a_date(written: str, edtf: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mw"
    path.write_text(f"{BEFORE}{written}: The last\n", encoding="utf-8")
    assert timeline.chronology.load([str(path)]).problems == []
    assert timeline.open(path).event("the-last").date.text == edtf


@pytest.mark.parametrize(("written", "message"), [pytest.param(*one, id=one[0]) for one in REFUSED])
def test_a_date_that_is_refused(written: str, message: str, tmp_path: Path) -> None:
    assert problems_of(f"{BEFORE}{written}: The last\n", tmp_path) == [message]


@pytest.mark.parametrize(("header", "edtf"), WITH_ZONE)
def test_a_time_has_the_zone_of_the_header(header: str, edtf: str, tmp_path: Path) -> None:
    path = tmp_path / "a.mw"
    path.write_text(f"{header}\n2014-03-18 10:00: Talks\n", encoding="utf-8")
    assert timeline.open(path).event("talks").date.text == edtf


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(
            "title: x\n", ["there is no event: write each as '2014-03-18: title'"], id="none"
        ),
        pytest.param("2014:\n", ["the event's title is empty: write one"], id="without a title"),
        pytest.param(
            "hello\n2014: A\n# Part\nmore\nand more\n2015: B\n",
            ["text outside of events is ignored, 3 times"],
            id="text outside of events",
        ),
        pytest.param(
            "2014: A\nmood: good\n",
            [
                "unknown key 'mood' is ignored: the known keys are id, date, title, summary, "
                "actors, places, tags, follows, sources and ignore"
            ],
            id="unknown property",
        ),
        pytest.param(
            "2014: A\ntags: [one, two\n",
            ["this list is not closed, or a comma is missing: [one, two]"],
            id="broken property",
        ),
        pytest.param(
            "tz: Nowhere\n2014-03-18 10:00: A\n",
            ["the time zone 'Nowhere' is not known: use one such as Europe/Kyiv"],
            id="unknown zone",
        ),
        pytest.param(
            "2014-03-19: A\nedtf: 2014-03-18\n",
            ["edtf '2014-03-18' is not the date of the event, and is ignored: delete it"],
            id="moved after the export",
        ),
    ],
)
def test_a_problem(text: str, messages: list[str], tmp_path: Path) -> None:
    assert problems_of(text, tmp_path) == messages


@given(content=chronologies)
def test_an_export_comes_back(opened: Open, again: Path, content: Mapping[str, Any]) -> None:
    one = opened(content)
    text = "".join(write(one, one.select(), Format.MARKWHEN))
    if "\nedtf: " not in text:
        return
    again.write_text(text, encoding="utf-8", newline="")
    read = timeline.open(again)
    assert (read.title, read.description) == (one.title.strip(), one.description.strip())
    events = [event for event in one.select() if f'\nid: "{event.id}"\n' in text]
    for before, after in zip(events, read.select(), strict=True):
        for part in ("id", "date", "places", "tags", "actors", "follows", "sources"):
            assert getattr(after, part) == getattr(before, part)
        assert after.title == visible(before.title)
        assert after.summary == "\n".join(visible_lines(before.summary))


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("markwhen") / "a.mw"


def test_a_summary_opens_no_section(opened: Open, again: Path) -> None:
    summary = "section Evil\nGroup two\nendSection\n# not a heading\n2014: no event"
    one = opened({"events": [{"date": "2014", "title": "A", "summary": summary}]})
    again.write_text("".join(write(one, one.select(), Format.MARKWHEN)), encoding="utf-8")
    assert [event.summary for event in timeline.open(again).select()] == [summary]


def test_an_alias_in_the_properties(tmp_path: Path) -> None:
    path = tmp_path / "a.mw"
    path.write_text("2014: x\nplaces: &both [Kyiv, Lviv]\ntags: *both\n")
    event = timeline.open(path).event("x")
    assert (event.places, event.tags) == (("Kyiv", "Lviv"), ("Kyiv", "Lviv"))


def test_many_tags_are_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.mw"
    path.write_text("2014: x" + " #a" * 200_000)
    assert timeline.open(path).event("x").tags == ("a",)


def test_the_shipped_chronology_comes_back_without_a_warning(again: Path) -> None:
    one = timeline.open(ROOT / "events.yaml")
    again.write_text("".join(write(one, one.select(), Format.MARKWHEN)), encoding="utf-8")
    assert timeline.chronology.load([str(again)]).problems == []
    assert list(timeline.open(again).select()) == list(one.select())


@given(st.text("0123456789 -/:~?.!+,#abcdefghijklmnopqrstuvwxyz[]()\n\t"))
def test_any_text_is_read(text: str) -> None:
    from tests.readers.reading import read as read_text

    read_text(f"2014: x\n{text}")


WORDS = (
    "2014 2014-03 3/4/2014 May 5 44 BCE now 10am after before by !a .end 3 days every / - to : , + "
    "~ week 2014-W12 T10:00:00Z"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12))
def test_any_words_of_a_date_are_read_or_refused(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        if start := event_start(f"{text}: title"):
            with suppress(DateError):
                edtf_of_range(start, Rules(), EarlierDates())


@needs_node
def test_the_dates_are_those_of_markwhen(tmp_path: Path) -> None:
    text = "timezone: UTC\n"
    for number, date in enumerate(MARKWHENS):
        text += f"{BEFORE}{date}: The last\n".replace("!a", f"!a{number}")
    read = read_by_node("markwhen", text, tmp_path)
    ranges = [one["range"] for one in read["events"] if one["title"].endswith("The last")]
    found = [
        (one["fromDateTimeIso"].partition("T")[0], one["toDateTimeIso"].partition("T")[0])
        for one in ranges
    ]
    assert dict(zip(MARKWHENS, found, strict=True)) == {
        date: days_of(EventDate.parse(edtf)) for date, edtf in MARKWHENS.items()
    }


def days_of(date: EventDate) -> tuple[str, str]:
    """Return the first day of a date, and the day after its last one, as markwhen shows them."""
    assert date.earliest is not None
    assert date.latest is not None
    return shown(date.earliest), shown(Day.from_ordinal(date.latest.ordinal + 1))


def shown(day: Day) -> str:
    return str(day) if day.year >= 0 else f"-{-day.year:06}-{day.month:02}-{day.day:02}"
