"""The chart as it looks at several widths, in colour and without."""

import pytest

from tests.conftest import TODAY, Expect, OpenText
from tests.views.looking import PIPE, ExpectLook, Named, look, terminal
from timeline import Timeline
from timeline.dates import Day
from timeline.model import Facet
from timeline.views.chart.chart import Chart
from timeline.width import cells

NOW = Day(TODAY.year, TODAY.month, TODAY.day)

AGES = """
title: From age to age
events:
  - {date: -2999, title: A, tags: old}
  - {date: -0043-03-15, title: The Ides of March, tags: old}
  - {date: 0476~, title: Fall, tags: old}
  - {date: 0622/1258, title: Caliphates, tags: [empires]}
  - {date: 12XX, title: Some time, tags: [empires]}
  - {date: ../0395, title: Ended, tags: [open start]}
  - {date: 1949/.., title: Goes on, tags: [中华人民共和国和法兰西共和国建立外交关系的联合公报]}
  - {date: 1500/, title: Nobody knows until when, tags: [unknown end]}
  - {date: /1300, title: Nobody knows from when, tags: [unknown start]}
  - {date: 1580~/1590, title: About, tags: [narrow]}
  - {date: 1999, title: Without a tag}
"""

ONE_DAY = """
- {date: 2014-03-18T14:30, title: At half past two, tags: [times]}
- {date: 2014-03-18T15:10, title: Later, tags: [times]}
- {date: 2014-03-18T15:12, title: At once, tags: [times]}
- {date: 2014-03-18T02:00+03:00, title: The day before in UTC, tags: [times]}
- {date: 2014-03-18, title: Some time, tags: [the day]}
- {date: 2014-03-18T09:00/2014-03-18T12:00, title: Meeting, tags: [intervals]}
- {date: 2014-03-18T20:00/.., title: On, tags: [intervals]}
"""

TWO_ZONES = """
- {date: 2014-03-18T20:00-04:00, title: In the evening there, tags: west}
- {date: 2014-03-18T02:00+03:00, title: In the night here, tags: east}
- {date: 2014-03-18T12:00/2014-03-18T13:00, title: Somewhere, tags: east}
"""

CASES = {
    "ages": (AGES, ""),
    "one-day": (ONE_DAY, "2014-03-18"),
    "two-zones": (TWO_ZONES, ""),
    "one-event": ("- {date: 2014-03-18, title: Alone}", ""),
    "one-year": ("- {date: 2014, title: Alone}", ""),
    "same-day": ("- {date: 2014-03-18, title: A, tags: x}\n- {date: 2014-03-18, title: B}", ""),
    "open": ("- {date: 2014/.., title: A, tags: x}\n- {date: ../2012, title: B, tags: y}", ""),
    "clipped": ("- {date: 2014-02/.., title: A}\n- {date: 2015-01/2015-06, title: B}", "2015-04"),
    "days": (
        "- {date: 2015-04-03/2015-04-06, title: A}\n- {date: 2015-04-06/.., title: B}\n"
        "- {date: 2015-04-20~, title: C}\n- {date: 2015-04-28, title: D}",
        "2015-04",
    ),
    "beyond": ("- {date: 2014-02/.., title: A}", "2030.."),
}


def chart(
    timeline: Timeline, question: str = "", by: Facet = Facet.TAG, top: int | None = None
) -> Chart:
    named = Named(timeline)
    return Chart(named, named.select(question, today=TODAY), by, top, NOW)


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize(
    ("name", "question", "by"),
    [
        pytest.param("tags", "", Facet.TAG, id="tags"),
        pytest.param("2022", "2022", Facet.TAG, id="a year"),
        pytest.param("actors", "", Facet.ACTOR, id="actors"),
        pytest.param("places", "2014..", Facet.PLACE, id="places"),
        pytest.param("years", "", Facet.YEAR, id="years"),
    ],
)
def test_the_shipped_chronology(
    shipped: Timeline, expect_look: ExpectLook, name: str, question: str, by: Facet, width: int
) -> None:
    expect_look(f"chart-{name}", chart(shipped, question, by), width, colour=True)


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("name", list(CASES))
def test_hard_cases(open_text: OpenText, expect_look: ExpectLook, name: str, width: int) -> None:
    text, question = CASES[name]
    expect_look(f"chart-{name}", chart(open_text(text), question), width)


def test_ages_by_year(open_text: OpenText, expect_look: ExpectLook) -> None:
    expect_look("chart-ages-by-year", chart(open_text(AGES), by=Facet.YEAR), 80)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("by", [Facet.TAG, Facet.ACTOR, Facet.PLACE, Facet.YEAR])
def test_no_line_is_wider_than_the_terminal(shipped: Timeline, by: Facet, width: int) -> None:
    shown = look(chart(shipped, by=by), terminal(width, colour=False))
    assert max(map(cells, shown.splitlines())) <= width


def test_ascii(open_text: OpenText, expect: Expect) -> None:
    console = terminal(80, colour=False)
    options = console.options.copy()
    options.encoding = "ascii"
    view = chart(open_text(AGES))
    shown = "".join(part.text for part in view.__rich_console__(console, options))
    assert shown.encode("ascii", "replace").decode() == shown
    expect("views/chart-ascii-80.txt", shown)


@pytest.mark.parametrize("by", [Facet.TAG, Facet.ACTOR, Facet.PLACE, Facet.YEAR])
def test_in_a_pipe_a_line_a_lane(shipped: Timeline, expect: Expect, by: Facet) -> None:
    expect(f"views/chart-by-{by}.txt", look(chart(shipped, "2014..2022", by), PIPE))


def test_in_a_pipe_with_few_lanes(open_text: OpenText) -> None:
    view = chart(open_text(AGES), top=2)
    assert look(view, PIPE) == (
        "old\t3\t-2999\t0476~\n"
        "empires\t2\t0622/1258\t12XX\n"
        "others (5)\t5\t../0395\t1949/..\n"
        "no tag\t1\t1999\t1999\n"
    )


def test_where_only_the_rest_has_marks(open_text: OpenText) -> None:
    text = "- {date: 1900/.., title: A, tags: a}\n- {date: 1900/.., title: B, tags: a}\n" + "".join(
        f"- {{date: 1960-01-0{one}, title: T, tags: t{one}}}\n" for one in range(1, 4)
    )
    shown = look(chart(open_text(text), top=1), terminal(60, colour=False))
    assert "others (3)" in shown
    assert "▃ 1 event, ▇ 3 events in a decade" in shown
