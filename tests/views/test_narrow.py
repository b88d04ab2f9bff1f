"""Every view at every width: no line is wider than the terminal, and nothing is lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.conftest import TODAY
from tests.views.looking import Named, look, terminal
from timeline import Timeline
from timeline.analysis.chains import Chain
from timeline.analysis.gaps import longest_gaps
from timeline.analysis.on_this_day import anniversaries
from timeline.dates import Day, Duration
from timeline.model import Facet
from timeline.views.bars import Bars
from timeline.views.crosstab import Crosstab
from timeline.views.events.anniversaries import OnThisDay
from timeline.views.events.card import Card
from timeline.views.events.chronology import Chronology
from timeline.views.events.tree import Tree
from timeline.views.gaps import Gaps
from timeline.views.registers.register import ActorRegister, TagRegister
from timeline.width import cells

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View

TEXT = """
title: A chronology of several scripts with a long title
tags:
  war: {description: Armed conflict between states, color: red}
actors:
  zhou: {name: 周恩来, kind: person, role: 总理}
  bharat: {name: भारत गणराज्य, kind: state}
events:
  - id: one
    date: 2014-03-18
    title: 中华人民共和国和法兰西共和国建立外交关系的联合公报在北京和巴黎同时发表
    summary: "First line of it\\n\\n- an item that is long enough for several lines\\n  - another"
    actors: [zhou, bharat]
    tags: [war, a-theme-with-a-name-that-is-long, गणराज्य]
    places: [Москва]
    sources:
      - {title: A title, url: "https://example.org/a/very-long/address/with_many?parts=1&of=it"}
  - {id: two, date: 2016-03-18/.., title: भारत की स्वतंत्रता और बहुत कुछ, tags: war, follows: one}
  - {id: three, date: 1580~, title: "e\\u0301tat des lieux", actors: [bharat, Z], follows: two}
"""


def views(timeline: Timeline) -> dict[str, "Callable[[], View]"]:
    found = timeline.select(today=TODAY)
    day = timeline.day_of_year("03-18", TODAY)
    return {
        "list": lambda: Chronology(
            timeline,
            found,
            Facet.YEAR,
            summaries=True,
            ids=True,
            elapsed=True,
            gap=Duration.parse("90d"),
        ),
        "list by tag": lambda: Chronology(timeline, found, Facet.TAG),
        "show": lambda: Card(timeline, timeline.event("one"), Day(2026, 11, 23)),
        "actors": lambda: ActorRegister(timeline, found),
        "tags": lambda: TagRegister(timeline, found),
        "count by year": lambda: Bars(timeline, found, Facet.YEAR),
        "count by tag": lambda: Bars(timeline, found, Facet.TAG, 2),
        "count by year and tag": lambda: Crosstab(timeline, found, Facet.YEAR, Facet.TAG),
        "count by tag and actor": lambda: Crosstab(timeline, found, Facet.TAG, Facet.ACTOR, 9),
        "gaps": lambda: Gaps(timeline, list(longest_gaps(found, 5))),
        "chain": lambda: Tree(timeline, Chain(timeline.index, timeline.event("two"))),
        "on": lambda: OnThisDay(timeline, day, anniversaries(found, day), TODAY),
    }


@pytest.mark.parametrize("width", [10, 11, 16, 20, 27, 30, 36, 39, 40, 48, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(
    open_text: Callable[[str], Timeline], width: int
) -> None:
    for name, view in views(Named(open_text(TEXT))).items():
        shown = look(view(), terminal(width, colour=False))
        assert max(map(cells, shown.splitlines())) <= width, name
        assert not any(line.endswith(" ") for line in shown.splitlines()), name


@pytest.mark.parametrize("width", [12, 20, 36, 80])
def test_the_address_of_a_source_is_whole(open_text: Callable[[str], Timeline], width: int) -> None:
    view = views(Named(open_text(TEXT)))["show"]
    shown = "".join(look(view(), terminal(width, colour=False)).split())
    assert "https://example.org/a/very-long/address/with_many?parts=1&of=it" in shown
