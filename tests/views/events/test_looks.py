"""The views as they look at several widths, in colour and without."""

from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.conftest import TODAY, Expect, OpenText
from tests.views.looking import HARD, PIPE, ExpectLook, Named, look, terminal
from timeline import Timeline
from timeline.dates import Day, Duration
from timeline.model import Facet
from timeline.views.bars import Bars
from timeline.views.events.card import Card
from timeline.views.events.chronology import Chronology, OneLineEach
from timeline.views.registers.register import ActorRegister

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View

WIDTHS = [pytest.param(60, id="60"), pytest.param(80, id="80"), pytest.param(120, id="120")]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_chronology_in_a_terminal(
    shipped: Timeline, expect_look: ExpectLook, width: int
) -> None:
    view = Chronology(Named(shipped), shipped.select("griner"), Facet.YEAR, summaries=True)
    expect_look("chronology", view, width, colour=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_hard_cases_keep_the_columns(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    hard = open_text(HARD)
    view = Chronology(Named(hard), hard.select(), Facet.YEAR, summaries=True)
    expect_look("hard", view, width)


@pytest.mark.parametrize(
    "grouping",
    [Facet.YEAR, Facet.MONTH, Facet.QUARTER, Facet.DECADE, Facet.ACTOR, Facet.TAG, Facet.LAG, None],
)
def test_the_chronology_in_a_pipe(
    shipped: Timeline, expect: Expect, grouping: Facet | None
) -> None:
    found = shipped.select("griner,bout", today=TODAY)
    view = Chronology(Named(shipped), found, grouping, summaries=False)
    expect(f"views/chronology-by-{str(grouping).lower()}.txt", look(view, PIPE))


@pytest.mark.parametrize("width", WIDTHS)
def test_neighbours_and_elapsed_times(
    shipped: Timeline, expect_look: ExpectLook, width: int
) -> None:
    found = shipped.select("actor:gershkovich", context=1)
    view = Chronology(Named(shipped), found, Facet.YEAR, elapsed=True, gap=Duration.parse("90d"))
    expect_look("neighbours", view, width, colour=True)


@pytest.mark.parametrize("reverse", [False, True], ids=["forwards", "backwards"])
def test_elapsed_times_in_a_pipe(open_text: OpenText, expect: Expect, reverse: bool) -> None:
    hard = open_text(HARD)
    found = hard.select(reverse=reverse)
    view = Chronology(Named(hard), found, Facet.YEAR, elapsed=True, gap=Duration.parse("100y"))
    expect(f"views/elapsed{'-reverse' if reverse else ''}.txt", look(view, PIPE))


def test_elapsed_times_by_name_are_those_under_the_name(shipped: Timeline, expect: Expect) -> None:
    found = shipped.select("griner,bout 2022", today=TODAY)
    view = Chronology(Named(shipped), found, Facet.TAG, elapsed=True)
    expect("views/elapsed-by-tag.txt", look(view, PIPE))


def test_a_terminal_that_has_only_ascii(open_text: OpenText, expect: Expect) -> None:
    hard = open_text(HARD)
    view = Chronology(Named(hard), hard.select("2014..2015"), Facet.YEAR, gap=Duration.parse("1d"))
    console = terminal(80, colour=False)
    options = console.options.update()
    options.encoding = "ascii"
    shown = "".join(part.text for part in view.__rich_console__(console, options))
    expect("views/ascii.txt", shown)


def test_what_goes_on_stands_apart(open_text: OpenText, expect: Expect) -> None:
    hard = open_text(HARD)
    found = hard.select("2014-03", today=TODAY)
    view = Chronology(Named(hard), found, Facet.YEAR, summaries=False)
    expect("views/continuing.txt", look(view, PIPE))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_card(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    view = Card(shipped, shipped.event("wagner-mutiny"), Day(2026, 11, 23))
    expect_look("card", view, width, colour=True)


SOURCES = """
- date: 2014-03
  title: An event
  sources:
    - title: A title that is a good deal longer than one line of a narrow terminal has room for
      url: "https://example.org/a?b=1;c=2&d=%20#e"
      publisher: The Paper
      date: 2014-03-04
    - {title: 联合公报, url: "https://例子.org/公报 一"}
    - {title: A title alone, publisher: The Paper}
    - {url: "https://example.org/publisher", publisher: The Paper}
    - {url: "https://example.org/date", date: 2014-03-04}
    - {url: "https://example.org/nothing-else"}
    - {title: Both, url: "https://example.org/a", archive: "https://archive.example/2/a"}
    - {archive: "https://archive.example/2014/https://example.org/only-the-copy"}
    - {title: Too long, url: "https://example.org/LONG"}
""".replace("LONG", "x" * 2100)


@pytest.mark.parametrize("hyperlinks", [False, True], ids=["addresses", "links"])
@pytest.mark.parametrize("width", [60, 120])
def test_sources(open_text: OpenText, expect: Expect, width: int, hyperlinks: bool) -> None:
    chronology = open_text(SOURCES)
    view = Card(chronology, chronology.event("an-event"), Day(2026, 11, 23), hyperlinks=hyperlinks)
    name = f"views/sources-{'links' if hyperlinks else 'addresses'}-{width}.ansi"
    expect(name, look(view, terminal(width, colour=True)))


def test_without_colours_there_are_no_links(open_text: OpenText) -> None:
    chronology = open_text(SOURCES)
    view = Card(chronology, chronology.event("an-event"), Day(2026, 11, 23), hyperlinks=True)
    assert "\x1b" not in look(view, terminal(80, colour=False))


def test_the_smallest_card(open_text: OpenText, expect: Expect) -> None:
    smallest = open_text("- {date: 2014-03/.., title: Alone}")
    view = Card(smallest, smallest.event("alone"), Day(2026, 11, 23))
    expect("views/card-smallest.txt", look(view, PIPE))


@pytest.mark.parametrize("width", [60, 80])
def test_actors_of_nearly_every_event_are_named_once(
    shipped: Timeline, expect_look: ExpectLook, width: int
) -> None:
    view = Chronology(Named(shipped), shipped.select("2022"), Facet.YEAR, ids=True)
    expect_look("list", view, width, colour=True)


USUAL = """
actors:
  state: {name: The State}
  ministry: {name: The Ministry, member_of: state}
  envoy: {name: The Envoy, member_of: ministry}
events:
  - {date: 2001-01-01, title: A, actors: [state, other]}
  - {date: 2001-01-02, title: B, actors: [envoy]}
  - {date: 2001-01-03, title: C, actors: [state]}
  - {date: 2001-01-04, title: D, actors: [other]}
  - {date: 2001-01-05, title: E, actors: [state]}
"""


def test_an_event_says_which_of_these_actors_it_lacks(open_text: OpenText) -> None:
    named = Named(open_text(USUAL))
    view = Chronology(named, named.select(), None)
    assert look(view, terminal(90, colour=False)) == (
        "events.yaml · 5 events · 1-5 January 2001\n"
        "The State appears in nearly every event and is omitted below; --all-actors shows it.\n"
        "   1 January 2001    A\n"
        "                     other\n\n"
        "   2 January 2001    B\n"
        "                     The Envoy\n\n"
        "   3 January 2001    C\n\n"
        "   4 January 2001    D\n"
        "                     other  (without The State)\n\n"
        "   5 January 2001    E\n\n"
        "To see an event in full, run 'timeline show ID'; --ids shows the IDs.\n"
    )


@pytest.mark.parametrize(
    ("question", "all_actors"),
    [
        pytest.param("", True, id="all are asked for"),
        pytest.param("2001-01-01..2001-01-04", False, id="few events"),
    ],
)
def test_all_actors_are_named(open_text: OpenText, question: str, all_actors: bool) -> None:
    named = Named(open_text(USUAL))
    view = Chronology(named, named.select(question), None, all_actors=all_actors)
    assert "The State, other" in look(view, terminal(90, colour=False))


def test_in_a_pipe_no_actor_is_left_out(open_text: OpenText) -> None:
    named = Named(open_text(USUAL))
    shown = look(Chronology(named, named.select(), None, ids=True), PIPE)
    assert shown == (
        "events.yaml · 5 events · 1-5 January 2001\n"
        "  1 January 2001  A (a)\n    The State, other\n"
        "  2 January 2001  B (b)\n    The Envoy\n"
        "  3 January 2001  C (c)\n    The State\n"
        "  4 January 2001  D (d)\n    other\n"
        "  5 January 2001  E (e)\n    The State\n"
    )


SUMMARY = """
- date: 2014
  title: Talks
  summary: |
    Three points, of which the first is long enough for more than one line of a terminal:

    - one, which is long enough for more than one line of a terminal, too, and then
      - a nested one
    1. numbered
    and on

    The end.
"""


@pytest.mark.parametrize("width", [30, 60])
def test_a_summary_keeps_its_lines(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    named = Named(open_text(SUMMARY))
    view = Card(named, named.event("talks"), Day(2026, 11, 23))
    expect_look("summary", view, width)


def test_a_summary_keeps_its_lines_in_a_pipe(open_text: OpenText, expect: Expect) -> None:
    named = Named(open_text(SUMMARY))
    expect("views/summary.txt", look(Card(named, named.event("talks"), Day(2026, 11, 23)), PIPE))


class InLatin1(Console):
    encoding = "latin-1"


def test_a_terminal_shows_the_letters_that_its_encoding_has(open_text: OpenText) -> None:
    named = Named(open_text("- {date: 2014, title: François meets Лавров in 北京}"))
    console = InLatin1(width=60, force_terminal=True, color_system=None, _environ={})
    shown = look(Chronology(named, named.select(), None), console)
    assert "  2014               François meets Lavrov in BeiJing\n" in shown


HINDI = """
- date: 2014-03-18
  title: भारत की स्वतंत्रता और बहुत कुछ जो एक पंक्ति में नहीं आता
  actors: किताब
- {date: 2014-03-19, title: বাংলা தமிழ், actors: Zoé, tags: [गणराज्य, war]}
"""


@pytest.mark.parametrize("width", [40, 60])
def test_vowel_signs_keep_the_columns(open_text: OpenText, expect: Expect, width: int) -> None:
    named = Named(open_text(HINDI))
    found = named.select()
    views: list[View] = [
        Chronology(named, found, Facet.YEAR),
        ActorRegister(named, found),
        Bars(named, found, Facet.TAG),
    ]
    shown = "".join(look(view, terminal(width, colour=False)) for view in views)
    expect(f"views/hindi-{width}.txt", shown)


def test_a_line_each(open_text: OpenText, expect: Expect) -> None:
    hard = open_text(HARD)
    expect("views/oneline.txt", look(OneLineEach(hard, hard.select()), PIPE))


def test_a_long_heading_is_wrapped(open_text: OpenText, expect_look: ExpectLook) -> None:
    hard = open_text(HARD)
    expect_look("heading", Chronology(Named(hard), hard.select(), Facet.TAG), 40)
