"""What differs between two versions, by event."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.changes.test_events import EVENTS
from timeline.dates import EventDate
from timeline.editing import Contents
from timeline.editing.comparing import Comparison, Edit, ListEdit, TextEdit, compare
from timeline.model import Actor, Event, Membership, Source, Tag


def contents(
    *events: Event, actors: tuple[Actor, ...] = (), tags: tuple[Tag, ...] = ()
) -> Contents:
    return Contents((), (), actors, tags, events)


def event(
    id: str, date: str = "2014", title: str = "Talks open in Geneva", **more: object
) -> Event:
    return Event(id, EventDate.parse(date), title, **more)  # type: ignore[arg-type]


def found(comparison: Comparison) -> list[tuple[str, str, tuple[Edit, ...]]]:
    return [(one.kind, one.record.id, one.edits) for one in comparison.events]


GAZETTE = Source("Talks open", "https://example.org/a", "Gazette")
REVIEW = Source("Talks", "https://example.org/b", "Review")


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        pytest.param(
            event("a", "2014-03"),
            event("a", "2014-03-18"),
            TextEdit("date", "2014-03", "2014-03-18", "more precise"),
            id="re-dated",
        ),
        pytest.param(
            event("a"),
            event("a", title="Talks end"),
            TextEdit("title", "Talks open in Geneva", "Talks end"),
            id="retitled",
        ),
        pytest.param(
            event("a"), event("a", summary="x"), TextEdit("summary", "", "x"), id="summary"
        ),
        pytest.param(
            event("a", actors=("un", "envoy")),
            event("a", actors=("un", "other")),
            ListEdit("actors", ("envoy",), ("other",)),
            id="actors",
        ),
        pytest.param(
            event("a", tags=("b", "c")),
            event("a", tags=("c", "b")),
            ListEdit("tags", (), ()),
            id="order of tags",
        ),
        pytest.param(
            event("a", places=()),
            event("a", places=("Geneva",)),
            ListEdit("places", (), ("Geneva",)),
            id="places",
        ),
        pytest.param(
            event("a", sources=(GAZETTE,)),
            event("a", sources=(REVIEW,)),
            ListEdit("sources", (GAZETTE,), (REVIEW,)),
            id="sources",
        ),
    ],
)
def test_a_field_that_differs(old: Event, new: Event, edit: Edit) -> None:
    assert found(compare(contents(old), contents(new))) == [("changed", "a", (edit,))]


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("2014", "2014-03", "more precise"),
        ("2014-03-18", "2014-03", "less precise"),
        ("2014-03-18", "2014-03-19", ""),
        ("201X", "2014", "more precise"),
        ("2014-21", "2014-03", "more precise"),
        ("2014-03-18", "2014-03-18T14:30", "more precise"),
        ("2014/2016", "2014/2016-05", "more precise"),
        ("2014/2016-05", "2014-02/2016", ""),
        ("2014", "2014/2015", ""),
        ("2022/..", "2022/2024", ""),
        ("2022/..", "2022-02-24/..", "more precise"),
        ("2022/", "2022/2024", "more precise"),
        ("1580~", "1580", "no longer approximate"),
        ("1580", "1580%", "now approximate, now uncertain"),
        ("2014?", "2014-03~", "more precise, now approximate, no longer uncertain"),
    ],
)
def test_how_a_date_became_more_or_less_precise(before: str, after: str, note: str) -> None:
    comparison = compare(contents(event("a", before)), contents(event("a", after)))
    assert found(comparison) == [("changed", "a", (TextEdit("date", before, after, note),))]


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        pytest.param(event("a"), event("b"), True, id="only the id"),
        pytest.param(
            event("a", summary="The talks open."),
            event("b", title="Negotiations", summary="The talks open."),
            True,
            id="date and summary",
        ),
        pytest.param(
            event("a"), event("b", title="Talks open in Vienna"), True, id="date and most words"
        ),
        pytest.param(
            event("a", sources=(GAZETTE,)),
            event("b", "2014-05", sources=(GAZETTE, REVIEW)),
            True,
            id="title and a source",
        ),
        pytest.param(event("a"), event("b", "2014-05"), True, id="title and a more precise date"),
        pytest.param(event("a"), event("b", "2015"), False, id="only the title"),
        pytest.param(event("a"), event("b", title="War begins"), False, id="only the date"),
        pytest.param(
            event("a", sources=(GAZETTE,)),
            event("b", title="War begins", sources=(GAZETTE,)),
            False,
            id="date and source",
        ),
    ],
)
def test_an_event_with_another_id_is_recognised_by_its_content(
    old: Event, new: Event, is_same: bool
) -> None:
    kinds = [kind for kind, _, _ in found(compare(contents(old), contents(new)))]
    assert sorted(kinds) == (["changed"] if is_same else ["added", "removed"])


def test_of_several_like_events_the_most_like_is_the_same() -> None:
    old = event("a", title="Talks open in Geneva on trade", summary="The talks open.")
    near = event("b", title="Talks open in Geneva on trade")
    nearer = event("c", title="Talks open in Geneva on arms", summary="The talks open.")
    comparison = compare(contents(old), contents(near, nearer))
    assert [(one.kind, one.record.id) for one in comparison.events] == [
        ("changed", "c"),
        ("added", "b"),
    ]


def test_new_ids_are_no_difference_where_they_are_referred_to() -> None:
    old = contents(
        event("first", title="A referendum", actors=("putin",), tags=("war",)),
        event("second", title="An annexation", follows=("first",)),
        actors=(
            Actor("putin", "Vladimir Putin"),
            Actor("aide", "Aide", member_of=(Membership("putin"),)),
        ),
        tags=(Tag("war", "Armed conflict"),),
    )
    new = contents(
        event("referendum", title="A referendum", actors=("vladimir",), tags=("wars",)),
        event("second", title="An annexation", follows=("referendum",)),
        actors=(
            Actor("vladimir", "Vladimir Putin"),
            Actor("aide", "Aide", member_of=(Membership("vladimir"),)),
        ),
        tags=(Tag("wars", "Armed conflict"),),
    )
    comparison = compare(old, new)
    assert found(comparison) == [
        ("changed", "referendum", (TextEdit("id", "first", "referendum"),))
    ]
    (actor,), (tag,) = comparison.actors, comparison.tags
    assert actor.edits == (TextEdit("id", "putin", "vladimir"),)
    assert tag.edits == (TextEdit("id", "war", "wars"),)


LISTS = st.lists(EVENTS, max_size=6).map(
    lambda events: contents(
        *(Event(f"e{n}", one.date, one.title, one.summary) for n, one in enumerate(events))
    )
)


@given(LISTS, st.randoms())
def test_a_version_does_not_differ_from_itself_in_another_order(
    version: Contents, random: Random
) -> None:
    events = random.sample(version.events, len(version.events))
    assert compare(version, version._replace(events=tuple(events))).is_empty


@given(LISTS, LISTS)
def test_every_event_of_both_versions_is_accounted_for_once(old: Contents, new: Contents) -> None:
    kinds = [one.kind for one in compare(old, new).events]
    grown = len(new.events) - len(old.events)
    assert kinds.count("added") - kinds.count("removed") == grown
    assert compare(old, new).is_empty == (set(old.events) == set(new.events))
