from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT, OpenText
from timeline import Actor, Event, Query, QuestionError, Selection, Timeline
from timeline.analysis.bins import bins_of
from timeline.analysis.registers import occurrences
from timeline.dates import Day, EventDate
from timeline.model import Facet
from timeline.query import ALONE_FIELDS, Alternative, AnyOf, Clause, Field, Term

TODAY = date(2026, 11, 23)
ASKED = timeline.open(ROOT / "tests" / "asked.yaml")

IN_ORDER = [
    "until-2014",  # open starts come first, the sooner ended before the later
    "unknown-start",
    "far-back",
    "bce-decade",
    "bce",
    "bce-month",
    "about",
    "of-century",
    "of-decade",
    "from-2012",
    "one-of",
    "each-of",
    "winter",
    "unknown-end",
    "of-year",
    "closed",
    "of-month",
    "spring",
    "same-day",  # on one day: first what has no time, as in the file; then by the clock
    "same-day-later",
    "moscow-time",
    "morning",
    "far",
]


def ask(question: str | Query, *, reverse: bool = False, limit: int | None = None) -> Selection:
    return ASKED.select(question, reverse=reverse, limit=limit, today=TODAY)


def ids(question: str | Query, *, reverse: bool = False, limit: int | None = None) -> list[str]:
    return [event.id for event in ask(question, reverse=reverse, limit=limit)]


def test_events_are_in_the_order_of_time() -> None:
    assert ids("") == IN_ORDER
    assert ids("", reverse=True) == IN_ORDER[::-1]


@pytest.mark.parametrize("limit", [0, 1, 5, 22, 23, 24, 1 << 63, 1 << 80])
def test_a_limit_keeps_the_first_as_sorted(limit: int) -> None:
    assert ids("", limit=limit) == IN_ORDER[:limit]
    assert ids("", reverse=True, limit=limit) == IN_ORDER[::-1][:limit]
    assert len(ask("", limit=limit)) == len(IN_ORDER[:limit])


def test_a_selection_can_be_read_again() -> None:
    selection = ask("murder")
    assert [event.id for event in selection] == ["bce", "bce-month"]
    assert [event.id for event in selection] == ["bce", "bce-month"]
    assert len(selection) == 2
    assert bool(selection)
    assert not ask("zzz")
    assert selection.total == len(IN_ORDER)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        pytest.param("murder", "-0043-03-15", "-0043-04", id="two"),
        pytest.param("2014-03-18 is:certain", "2014-03-18", "2014-03-18T09:00:00Z", id="one day"),
        pytest.param("", "../2014-03-20", "Y12000", id="all"),
    ],
)
def test_the_span_is_from_the_first_to_the_last(question: str, first: str, last: str) -> None:
    span = (EventDate.parse(first), EventDate.parse(last))
    assert ask(question).span() == span
    assert ask(question, reverse=True).span() == span


def test_nothing_has_no_span() -> None:
    assert ask("zzz").span() is None
    assert ask("zzz").bounds() == (None, None)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        pytest.param("2014 is:certain", "2014-01-01", "2014-12-31", id="closed"),
        pytest.param("tag:war", "2012-05-01", "", id="open end"),
        pytest.param("hebert", "", "2014-03-20", id="open start"),
    ],
)
def test_the_bounds_are_the_earliest_and_the_latest_day(
    question: str, first: str, last: str
) -> None:
    days = [EventDate.parse(text).earliest if text else None for text in (first, last)]
    assert ask(question).bounds() == tuple(day and day.ordinal for day in days)


def occurring(selection: Selection) -> list[tuple[str, int, str, str]]:
    return [
        (one.id, one.count, one.first.text, one.last.text)
        for one in occurrences(selection, Facet.ACTOR)
    ]


def test_actors_are_counted_with_all_who_act_for_them() -> None:
    assert occurring(ask("tag:war,control,idle")) == [
        ("ministry", 2, "2012-05-01/..", "2014-03"),
        ("union", 2, "2012-05-01/..", "2014-03"),
        ("ann-smith", 1, "2012-05-01/..", "2012-05-01/.."),
        ("embassy", 1, "2014-03", "2014-03"),
        ("lavrov", 1, "2012-05-01/..", "2012-05-01/.."),
        ("us", 1, "2014-03-18T09:00:00Z", "2014-03-18T09:00:00Z"),
    ]


QUESTIONS = ["", "2014", "2014-03-18", "tag:war", "-tag:war", "actor:union", "..2000", "zzz", "in"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_who_and_what_occurs_is_what_the_question_for_each_finds(question: str) -> None:
    selection = ask(question)
    for facet, known in ((Facet.ACTOR, ASKED.actors), (Facet.TAG, ASKED.tags)):
        found = occurrences(selection, facet)
        by_id = {one.id: (one.count, (one.first, one.last)) for one in found}
        narrower = {name: ask(f"{question} {facet}:{name}") for name in known}
        assert by_id == {name: (len(one), one.span()) for name, one in narrower.items() if one}
        called = {name: one.name if isinstance(one, Actor) else name for name, one in known.items()}
        order = sorted(by_id, key=lambda name: (-by_id[name][0], called[name].casefold()))
        assert [one.id for one in found] == order


@pytest.mark.parametrize("reverse", [False, True])
def test_who_occurs_in_the_first_found(reverse: bool) -> None:
    found = ask("tag:war", limit=1, reverse=reverse)
    names = ["us"] if reverse else ["ann-smith", "ministry", "lavrov", "union"]
    assert [(one.id, one.count) for one in occurrences(found, Facet.ACTOR)] == [
        (name, 1) for name in names
    ]


def test_who_occurs_is_told_while_events_are_read() -> None:
    selection = ask("tag:war,control,idle")
    read = [(event.id, occurring(selection), occurring(ask("2014"))) for event in selection]
    assert [name for name, _, _ in read] == ids("tag:war,control,idle")
    assert {str(both) for _, *both in read} == {
        str([occurring(ask("tag:war,control,idle")), occurring(ask("2014"))])
    }


def test_what_was_never_asked_for_is_found_while_events_are_read(
    open_text: Callable[[str], Timeline],
) -> None:
    chronology = open_text("- {date: 2001, title: A, tags: x}\n- {date: 2002, title: B}\n")
    found = [
        (event.title, len(chronology.select("tag:x"))) for event in chronology.select("2001..")
    ]
    assert found == [("A", 1), ("B", 1)]


def test_who_occurs_is_counted_in_the_bins_in_which_it_surely_began() -> None:
    found = ask("2012..2014 is:certain")
    bins = bins_of(found)
    assert bins
    counts = {one.id: (one.count, one.counts) for one in occurrences(found, Facet.ACTOR, bins)}
    # Two weeks each: a month or a season began in one of them, but not surely in which.
    assert [str(Day.from_ordinal(side)) for side in bins.days[-1]] == [
        "2014-03-17",
        "2014-03-30",
    ]
    assert counts["ministry"] == (3, (0, 0, 0, 0, 0, 0, 0, 0, 1))
    assert counts["ring-one"] == (2, (0,) * 9)


def test_the_first_and_last_of_one_day_are_told_by_the_order(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    dates = ["2014-01-01T10:00", "2014-12-31", "2014", "2014-01-01T09:00", "2014-01", "2014-01-01"]
    path.write_text("\n".join(f"- {{date: {one}, title: x{one}, tags: t}}" for one in dates))
    found = occurrences(timeline.open(path).select(), Facet.TAG)
    assert [(one.first.text, one.last.text) for one in found] == [("2014-01-01", "2014-12-31")]
    early = occurrences(timeline.open(path).select("-2014-12-31 is:certain"), Facet.TAG)
    assert [(one.first.text, one.last.text) for one in early] == [("2014-01-01", "2014")]


def test_names_are_in_the_order_of_the_registry() -> None:
    assert ask("tag:war").names(Facet.ACTOR) == ["embassy", "ann-smith", "lavrov", "us"]
    assert ask("tag:arms-control").names(Facet.TAG) == ["war", "arms-control"]


def acting(names: Iterable[str], facet: Facet) -> list[str | None]:
    """Return names, and of actors all that they act for as well; None where there are none."""
    found = list(names)
    for name in found:
        if facet is Facet.ACTOR:
            found += [one.id for one in ASKED.actors[name].member_of if one.id not in found]
    return [*found] or [None]


# Laws.

VALUES = {
    Field.YEAR: [
        "2014",
        "2014-03",
        "2013..2014",
        "..2014",
        "-0043",
        "@closed+1m",
        "201X",
        "Y12000",
    ],
    Field.SINCE: ["2014", "@bce", "last 12 years", "1580~"],
    Field.UNTIL: ["2014", "@spring-30d", "today", "2014-24"],
    Field.DURING: ["2014", "@closed", "2013..2015", "@from-2012"],
    Field.NEAR: ["2014-03", "@same-day~2m", "@bce"],
    Field.BETWEEN: ["@winter..@morning", "2013..@closed", "@bce..2014"],
    Field.ACTOR: ["union", "ministry", "ring-one", "lavrov", "Ann Lee", "U.S."],
    Field.TAG: ["war", "control", "idle"],
    Field.PLACE: ["moscow", "red square"],
    Field.SOURCE: ["times", "the times"],
    Field.KNOWN_BY: ["2014-03-01", "march 2014", "@spring", "2013", "..0120"],
    Field.ID: ["closed", "far-b"],
    Field.TEXT: ["start", "in", "murder", "that", "Hébert"],
    Field.QUESTION: ["fights", "of-lavrov", "both", "surely"],
}


@st.composite
def terms(draw: st.DrawFn) -> Term:
    field = draw(st.sampled_from(Field))
    values = draw(st.lists(st.sampled_from(VALUES[field]), min_size=1, max_size=3))
    switch = st.booleans() if field in (Field.TEXT, *ALONE_FIELDS) else st.just(False)
    return Term(
        tuple(
            Alternative(
                field, value, phrase=on and field is Field.TEXT, alone=on and field in ALONE_FIELDS
            )
            for value, on in ((value, draw(switch)) for value in values)
        ),
        draw(st.booleans()),
    )


CLAUSES = st.recursive(
    terms(),
    lambda within: st.builds(
        AnyOf,
        st.lists(st.lists(within, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3).map(
            tuple
        ),
        st.booleans(),
    ),
    max_leaves=4,
)
QUERIES = st.builds(Query, st.lists(CLAUSES, max_size=3).map(tuple), st.booleans())
laws = settings(deadline=None)


def found_by(clauses: Iterable[Clause], *, certain: bool) -> tuple[set[str], set[str]]:
    """Return what clauses find and what they exclude, from what each of their terms does alone.

    What they neither find nor exclude has no dated source.
    """
    found, excluded = set(IN_ORDER), set[str]()
    for clause in clauses:
        if isinstance(clause, Term):
            opposite = Term(clause.alternatives, not clause.negated)
            either = set(ids(Query((clause,), certain)))
            neither = set(ids(Query((opposite,), certain)))
        else:
            each = [found_by(one, certain=certain) for one in clause.branches]
            either = set[str]().union(*(one for one, _ in each))
            neither = set(IN_ORDER).intersection(*(one for _, one in each))
            if clause.negated:
                either, neither = neither, either
        found &= either
        excluded |= neither
    return found, excluded


@laws
@given(QUERIES)
def test_brackets_find_what_their_terms_find(query: Query) -> None:
    found, excluded = found_by(query.terms, certain=query.certain)
    assert set(ids(query)) == found
    assert ask(query).undated == len(IN_ORDER) - len(found) - len(excluded)


def asked_of(query: Query, *more: Term) -> Query:
    return Query((*query.terms, *more), query.certain)


@laws
@given(QUERIES, terms())
def test_a_narrower_question_finds_a_part(query: Query, term: Term) -> None:
    assert set(ids(asked_of(query, term))) <= set(ids(query))


@laws
@given(QUERIES, terms(), st.data())
def test_a_wider_term_finds_all_that_it_did(query: Query, term: Term, data: st.DataObject) -> None:
    field = term.alternatives[0].field
    more = Alternative(field, data.draw(st.sampled_from(VALUES[field])))
    wider = Term((*term.alternatives, more), term.negated)
    narrow, wide = set(ids(asked_of(query, term))), set(ids(asked_of(query, wider)))
    assert narrow >= wide if term.negated else narrow <= wide


@laws
@given(QUERIES, terms())
def test_a_term_and_its_negation_part_the_events(query: Query, term: Term) -> None:
    held = ids(asked_of(query, term))
    others = ids(asked_of(query, Term(term.alternatives, not term.negated)))
    found = [event for event in ask(query) if term_is_known(term, event)]
    assert sorted(held + others) == sorted(event.id for event in found)


def term_is_known(term: Term, event: Event) -> bool:
    """Tell whether an event either matches a term or its negation."""
    of_sources = term.alternatives[0].field is Field.KNOWN_BY
    return not of_sources or any(source.date for source in event.sources)


@laws
@given(QUERIES)
def test_certain_finds_a_part(query: Query) -> None:
    assume("not:" not in str(query))
    assert set(ids(Query(query.terms, certain=True))) <= set(ids(Query(query.terms)))


@laws
@given(QUERIES, st.integers(0, 25))
def test_what_is_found_is_in_order_and_reversed_and_limited(query: Query, limit: int) -> None:
    found = ids(query)
    assert found == [name for name in IN_ORDER if name in found]
    assert ids(query, reverse=True) == found[::-1]
    assert ids(query, limit=limit) == found[:limit]
    assert ids(query, reverse=True, limit=limit) == found[::-1][:limit]
    assert len(ask(query)) == len(found)
    assert bool(ask(query)) == bool(found)


@laws
@given(
    QUERIES,
    st.sampled_from([Facet.YEAR, Facet.MONTH, Facet.DECADE, Facet.LAG, None]),
    st.booleans(),
    st.none() | st.integers(0, 25),
)
def test_groups_hold_each_event_once(
    query: Query, grouping: Facet, reverse: bool, limit: int | None
) -> None:
    selection = ask(query, reverse=reverse, limit=limit)
    found = [event.id for event in selection]
    grouped = []
    labels = []
    for group in selection.groups(grouping):
        names = [event.id for event in group.events]
        assert names == [name for name in found if name in names]
        assert group.count == len(names)
        grouped += names
        labels.append(group.label)
    assert sorted(grouped) == sorted(found)
    assert len(set(labels)) == len(labels)


@laws
@given(QUERIES, st.sampled_from([Facet.ACTOR, Facet.TAG]))
def test_groups_hold_each_event_under_all_that_it_names(query: Query, grouping: Facet) -> None:
    expected = {
        (name, event.id) for event in ask(query) for name in acting(event.names(grouping), grouping)
    }
    groups = ask(query).groups(grouping)
    assert {(group.of, event.id) for group in groups for event in group.events} == expected


@laws
@given(QUERIES)
def test_the_printed_question_finds_the_same(query: Query) -> None:
    assert ids(str(query)) == ids(query)


FIELDS = ["year:", "since:", "actor:", "tag:", "place:", "source:", "id:", "-", "not:"]
PERIODS = ["@", "+6m", "-30d", "closed", "2014", "..", "/", "last", "99999", "years"]
SIGNS = [",", '"', "\\", "=", " ", "*", "%", "_", "(", ")", "^", "NEAR", "AND"]
CHARACTERS = ["\0", "\ud800", "\u0301", "\u202e", "Лавров", "İ", "ß", "x" * 999]
ODD = st.sampled_from([*FIELDS, *PERIODS, *SIGNS, *CHARACTERS])


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.lists(st.one_of(ODD, st.characters())).map("".join)))
@example('"NEAR(a b)"')
@example('a* OR "b"*')
@example("place:%,_")
@example("id:" + "\\" * 999)
@example("since:@" + "x" * 990 + "-30d")
@example("2014 " * 1000)
@example(",".join(["x"] * 10_000))
@example("x " * 10_000)
@example("-" * 10_000 + "x")
@example("\U0001e900")
def test_any_text_is_answered_or_refused_with_its_place(text: str) -> None:
    try:
        selection = ask(text)
    except QuestionError:
        return
    assert len(ids(text)) == len(selection)
    occurrences(selection, Facet.ACTOR)
    for group in selection.groups(Facet.YEAR):
        list(group.events)


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        pytest.param("路线", ["宪法 AI 奠定路线"], id="in the middle of a run"),
        pytest.param("AI", ["宪法 AI 奠定路线"], id="Latin among Han"),
        pytest.param("奠定路", ["宪法 AI 奠定路线"], id="three in a row"),
        pytest.param("路定", [], id="not in this order"),
        pytest.param("しま", ["ひろしま"], id="kana"),
        pytest.param("เทพ", ["กรุงเทพมหานคร"], id="Thai"),
        pytest.param("place:京", ["ひろしま"], id="a place"),
        pytest.param("京", ["ひろしま"], id="a place as a word"),
        pytest.param('"奠定路线"', ["宪法 AI 奠定路线"], id="a phrase"),
    ],
)
def test_scripts_without_spaces(
    open_text: Callable[[str], Timeline], question: str, titles: list[str]
) -> None:
    found = open_text(
        "- {date: 2001, title: 宪法 AI 奠定路线}\n"
        "- {date: 2002, title: ひろしま, places: 東京}\n"
        "- {date: 2003, title: กรุงเทพมหานคร}\n"
    ).select(question)
    assert [event.title for event in found] == titles


def test_a_publisher_alone(open_text: OpenText) -> None:
    def cites(name: str, *publishers: str) -> str:
        sources = ", ".join(f"{{title: x, publisher: {one}}}" for one in publishers)
        return f"- {{id: {name}, date: 2014, title: x, sources: [{sources}]}}\n"

    text = cites("a", "TASS") + cites("b", "TASS", "Reuters") + cites("c", "TASS", "ITAR-TASS")
    text += cites("d", "Reuters") + "- {id: e, date: 2014, title: x}\n"
    timeline = open_text(text)

    def found(question: str) -> list[str]:
        return [event.id for event in timeline.select(question)]

    assert found("source:=tass") == ["a", "c"]
    assert found("-source:=tass") == ["b", "d", "e"]
    assert found("source:=tass,=reuters") == ["a", "c", "d"]
    assert found("source:=tass 2014") == ["a", "c"]
    assert found("source:tass -source:=tass") == ["b"]
