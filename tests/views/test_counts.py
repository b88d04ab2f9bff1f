"""Bars, tables and lines of bars as they look at several widths, in colour and without."""

from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.conftest import TODAY, Expect, OpenText
from tests.views.looking import HARD, PIPE, ExpectLook, Named, look, terminal
from timeline import Timeline
from timeline.cli.terminal.output import rendered
from timeline.model import Facet
from timeline.views.bars import Bars, bar
from timeline.views.crosstab import Crosstab
from timeline.views.layout.glyphs import ASCII, UNICODE
from timeline.views.registers.entries import sparkline
from timeline.views.registers.register import ActorRegister, TagRegister
from timeline.width import cells

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View

COUNTED = [
    pytest.param("", "year", id="year"),
    pytest.param("2022", "month", id="month"),
    pytest.param("", "tag", id="tag"),
    pytest.param("2014", "actor", id="actor"),
    pytest.param("", "weekday", id="weekday"),
    pytest.param("", "lag", id="lag"),
    pytest.param("", "year,tag", id="year and tag"),
    pytest.param("2020..", "year,lag", id="year and lag"),
]
WIDTHS = [60, 120]


def view_of(timeline: Timeline, question: str, by: str, top: int | None = None) -> "View":
    found = timeline.select(question, today=TODAY)
    facets = [Facet(name) for name in by.split(",")]
    if len(facets) == 2:
        return Crosstab(Named(timeline), found, facets[0], facets[1], top)
    return Bars(Named(timeline), found, facets[0], top)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("question", "by"), COUNTED)
def test_counts_in_a_terminal(
    shipped: Timeline, expect_look: ExpectLook, question: str, by: str, width: int
) -> None:
    view = view_of(shipped, question, by)
    expect_look(f"count-{by.replace(',', '-')}", view, width, colour=True)


@pytest.mark.parametrize("by", ["month", "year,tag"])
def test_what_is_left_out_is_wrapped(open_text: OpenText, by: str) -> None:
    text = "- {date: 1900-01, title: A, tags: [x]}\n- {date: 9900-03, title: B, tags: [y]}"
    shown = look(view_of(open_text(text), "", by), terminal(30, colour=False))
    assert max(map(cells, shown.splitlines())) <= 30
    assert "in which nothing" in " ".join(shown.split())


def test_a_register_in_a_pipe_has_numbers_and_dates_as_written(open_text: OpenText) -> None:
    text = "- {date: 1900, title: A, tags: [x]}\n" * 1001
    named = Named(open_text(text))
    shown = look(TagRegister(named, named.select()), PIPE)
    assert shown == "1001\tx\t\t1900\t1900\n"


@pytest.mark.parametrize(("question", "by"), COUNTED)
def test_counts_in_a_pipe(shipped: Timeline, expect: Expect, question: str, by: str) -> None:
    view = view_of(shipped, question, by)
    expect(f"views/count-{by.replace(',', '-')}.txt", look(view, PIPE))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("question", "by"),
    [
        pytest.param("", "year", id="years before year 1, an open start, a decade"),
        pytest.param("2014-03", "month", id="what continues, and a year"),
        pytest.param("", "actor", id="wide characters"),
        pytest.param("", "year,tag", id="a tag that is too long"),
        pytest.param("", "actor,year", id="wide characters in rows"),
        pytest.param("", "tag,actor", id="wide characters in columns"),
        pytest.param("mitterrand", "year", id="one event"),
        pytest.param("mitterrand", "place", id="nothing to count"),
    ],
)
def test_hard_cases(
    open_text: OpenText, expect_look: ExpectLook, question: str, by: str, width: int
) -> None:
    what = f"{by.replace(',', '-')}{'-' if question else ''}{question}"
    expect_look(f"count-hard-{what}", view_of(open_text(HARD), question, by), width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("by", "top"), [("tag", 4), ("year", 3), ("year,tag", 12)])
def test_the_values_with_most_events(
    shipped: Timeline, expect_look: ExpectLook, by: str, top: int, width: int
) -> None:
    expect_look(f"count-top-{by.replace(',', '-')}", view_of(shipped, "", by, top), width)


EMPTY = """
- {date: 1900-11, title: A, tags: x}
- {date: 1908-02, title: B}
- {date: 19XX, title: C}
"""


@pytest.mark.parametrize("by", ["year", "month", "decade", "year,tag"])
def test_in_a_pipe_each_empty_unit_has_a_line(open_text: OpenText, expect: Expect, by: str) -> None:
    expect(
        f"views/count-empty-{by.replace(',', '-')}.txt",
        look(view_of(open_text(EMPTY), "", by), PIPE),
    )


@pytest.mark.parametrize(
    ("first", "lines"), [("-7999", 10_000), ("-7998", 9_999), ("Y-90000000", 2)]
)
def test_each_empty_unit_has_a_line_unless_they_are_too_many(
    open_text: OpenText, first: str, lines: int
) -> None:
    timeline = open_text(f"- {{date: {first}, title: A}}\n- {{date: 2000-03, title: B}}")
    assert len(list(rendered(view_of(timeline, "", "year"), PIPE))) == lines


class InAscii(Console):
    encoding = "ascii"


@pytest.mark.parametrize("by", ["month", "tag", "year,tag"])
def test_without_unicode(shipped: Timeline, expect: Expect, by: str) -> None:
    console = InAscii(width=80, force_terminal=True, color_system=None, _environ={})
    shown = look(view_of(shipped, "2010..2016 -sanctions", by), console)
    assert shown.replace("·", "").isascii()
    expect(f"views/count-ascii-{by.replace(',', '-')}.txt", shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_who_and_what_over_time(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    for name, register in (("actors", ActorRegister), ("tags", TagRegister)):
        view = register(Named(shipped), shipped.select("2022..2023", today=TODAY))
        expect_look(name, view, width, colour=True)


def test_who_over_all_of_time(open_text: OpenText, expect: Expect) -> None:
    hard = open_text(HARD)
    view = ActorRegister(Named(hard), hard.select())
    expect("views/actors-hard.txt", look(view, terminal(60, colour=False)))


def test_an_actor_of_no_registry_is_called_once(open_text: OpenText) -> None:
    timeline = open_text("- {date: 2014, title: A, actors: Lenin}")
    view = ActorRegister(timeline, timeline.select())
    assert look(view, terminal(60, colour=False)).splitlines()[-1] == (
        "       1    Lenin  2014   2014"
    )
    assert look(view, PIPE) == "1\tLenin\tLenin\t\t\t2014\t2014\n"


@pytest.mark.parametrize(
    ("count", "most", "room", "shown"),
    [
        pytest.param(10, 10, 4, "████", id="the most"),
        pytest.param(5, 10, 4, "██", id="half"),
        pytest.param(3, 10, 4, "█▎", id="parts of a cell"),
        pytest.param(1, 10_000, 4, "▏", id="next to nothing"),
    ],
)
def test_how_long_a_bar_is(count: int, most: int, room: int, shown: str) -> None:
    assert bar(count, most, room, UNICODE) == shown


def test_bars_in_ascii_have_whole_cells() -> None:
    assert [bar(count, 10, 4, ASCII) for count in (1, 3, 10)] == ["#", "#", "####"]


@pytest.mark.parametrize(
    ("counts", "most", "shown"),
    [
        pytest.param((0, 1, 4, 8, 0), 8, " ▁▄█ ", id="none is a space"),
        pytest.param((1, 1), 1, "██", id="all the same"),
        pytest.param((1, 1000), 1000, "▁█", id="next to nothing"),
        pytest.param((1, 1), 8, "▁▁", id="on the scale of all"),
        pytest.param((0, 0), 8, "  ", id="none at all"),
    ],
)
def test_the_levels_of_a_line_of_bars(counts: tuple[int, ...], most: int, shown: str) -> None:
    assert sparkline(counts, most, UNICODE.levels) == shown


@pytest.mark.parametrize(
    ("facets", "shown"),
    [
        pytest.param((Facet.TAG, Facet.YEAR), ["          2014", "  no tag  ██ 1"], id="no rows"),
        pytest.param((Facet.YEAR, Facet.TAG), ["         tag", "  2014  ██ 1"], id="no columns"),
    ],
)
def test_a_table_of_what_no_event_has(
    open_text: OpenText, facets: tuple[Facet, Facet], shown: list[str]
) -> None:
    chronology = open_text("- {date: 2014, title: x}")
    view = Crosstab(Named(chronology), chronology.select(), *facets)
    assert look(view, terminal(80, colour=False)).splitlines()[-2:] == shown
