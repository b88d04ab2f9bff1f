"""Memberships with dates: what a question finds, and what is counted, against each single day."""

from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from timeline import Timeline
from timeline.analysis import Held, crosstab, facet_counts, who_acted
from timeline.dates import NO_END, NO_START, EventDate
from timeline.index import Index
from timeline.index.building.builder import fill
from timeline.index.building.checking.membership_cycles import membership_cycles
from timeline.model import Facet
from timeline.readers import ChosenFile, read

NAMES = "abcdef"
BOUNDS = ["", "-0044", "-0043-03-15", "0001", "2004", "2004-03", "2004-03-29", "2004-03-30",
          "2005", "201X", "2010-05", "[2004, 2010]", "[2006..]", "[..2006]", "2004?", "2014~",
          "2004-12-31", "2005-01-01", "2014-24"]  # fmt: skip
DATES = ["-0043", "-0043-03-15", "-0010/0001", "2003", "2004-03-29", "2004-03-30", "2004-03-28",
         "2004-12/2005-01", "2004-03-30T01:00:00+03:00", "2004-03-28T23:00:00-05:00", "2005-01-01",
         "2000/2012", "2010-05-01", "2010-05-31", "2010-06-01", "200X", "2006/..", "../2004",
         "/2010", "2005/", "[2003, 2011]", "{2003, 2011}", "20XX", "2014-12"]  # fmt: skip


class Member(NamedTuple):
    actor: str
    organisation: str
    since: str
    until: str

    def first(self, *, certain: bool) -> int:
        if not self.since:
            return NO_START
        date = EventDate.parse(self.since)
        day = date.latest if certain else date.earliest
        return day.ordinal if day else NO_END if certain else NO_START

    def last(self, *, certain: bool) -> int:
        if not self.until:
            return NO_END
        date = EventDate.parse(self.until)
        day = date.earliest if certain else date.latest
        return day.ordinal if day else NO_START if certain else NO_END

    def holds(self, day: int, *, certain: bool) -> bool:
        return self.first(certain=certain) <= day <= self.last(certain=certain)


class Told(NamedTuple):
    date: str
    actors: tuple[str, ...]


def is_possible(member: Member) -> bool:
    return member.first(certain=False) <= member.last(certain=False)


names = st.sampled_from(NAMES)
dates = st.sampled_from(BOUNDS)
members = st.builds(Member, names, names, dates, dates).filter(is_possible)
memberships = st.lists(members, max_size=9)
events = st.lists(
    st.builds(Told, st.sampled_from(DATES), st.lists(names, max_size=2, unique=True).map(tuple)),
    min_size=1,
    max_size=8,
)


def text_of(members: Iterable[Member], told: Iterable[Told]) -> str:
    lines = ["actors:"]
    for name in NAMES:
        own = [
            f"{{id: {one.organisation}, since: '{one.since}', until: '{one.until}'}}"
            for one in members
            if one.actor == name
        ]
        lines.append(f"  {name}: {{member_of: [{', '.join(own)}]}}")
    lines.append("events:")
    for number, one in enumerate(told):
        actors = ", ".join(one.actors)
        lines.append(f"- {{id: e{number}, date: '{one.date}', title: x, actors: [{actors}]}}")
    return "\n".join(lines) + "\n"


def opened(text: str) -> Timeline:
    index = Index.in_memory()
    file = ChosenFile("events.yaml", "events.yaml")
    fill(index, [(file.name, lambda problems, _: read(BytesIO(text.encode()), file, problems), [])])
    return Timeline(index, [file])


def acts(actor: str, organisation: str, day: int, members: Iterable[Member], certain: bool) -> bool:
    """Return whether an actor may act for an organisation on a day or, if certain, surely does."""
    reached, waiting = set[str](), [actor]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += [
                member.organisation
                for member in members
                if member.actor == one and member.holds(day, certain=certain)
            ]
    return organisation in reached


def days_of(told: Told, members: Iterable[Member]) -> set[int]:
    """Return the days of an event between which nothing changes."""
    low, high = EventDate.parse(told.date).span
    changes = {
        side + off
        for one in members
        for certain in (False, True)
        for side in (one.first(certain=certain), one.last(certain=certain))
        for off in (-1, 0, 1)
    }
    return {low, high} | {day for day in changes if low <= day <= high}


def expected(name: str, told: list[Told], members: list[Member], *, certain: bool) -> set[str]:
    found = set()
    for number, one in enumerate(told):
        days, every = days_of(one, members), all if certain else any
        if any(
            every(acts(actor, name, day, members, certain) for day in days) for actor in one.actors
        ):
            found.add(f"e{number}")
    return found


def found_by(chronology: Timeline, question: str) -> set[str]:
    return {event.id for event in chronology.select(question)}


LONG = Told("1990/2020", ("a",))
NEVER_AT_ONCE = [Member("a", "b", "", "2004"), Member("b", "c", "2005", "")]
ONE_AFTER_ANOTHER = [Member("a", "c", "", "2004-12-31"), Member("b", "c", "2005-01-01", "")]
BY_TWO_WAYS = [
    *(Member("a", "b", "", "2004"), Member("a", "c", "2004-12-31", "")),
    *(Member("b", "d", "", ""), Member("c", "d", "", ""), Member("d", "a", "", "2005")),
]
IN_TURN = [Member("a", "c", "", "2004-12-31"), Member("a", "c", "2005-01-01", "")]


@given(memberships, events)
@example(NEVER_AT_ONCE, [LONG, Told("2004", ("a",)), Told("2005", ("a",))])
@example(IN_TURN, [LONG, Told("2004-12/2005-01", ("a",))])
@example(ONE_AFTER_ANOTHER, [Told("2004-12/2005-01", ("a", "b"))])
@example(BY_TWO_WAYS, [LONG, Told("2004-12/2005-01", ("a",)), Told("2005-01-01", ("c", "b"))])
def test_an_event_is_found_if_all_memberships_may_hold_on_one_of_its_days(
    members: list[Member], told: list[Told]
) -> None:
    chronology = opened(text_of(members, told))
    every = found_by(chronology, "")
    for name in NAMES:
        if not any(name in (one.actor, one.organisation) for one in members) and not any(
            name in one.actors for one in told
        ):
            continue
        for certain, words in ((False, ""), (True, " is:certain")):
            own = expected(name, told, members, certain=certain)
            assert found_by(chronology, f"actor:{name}{words}") == own
            assert found_by(chronology, f"-actor:{name}{words}") == every - own
            within = found_by(chronology, f"2004..2005{words}")
            assert found_by(chronology, f"actor:{name} 2004..2005{words}") == own & within
        assert found_by(chronology, f"actor:={name}") == {
            f"e{number}" for number, one in enumerate(told) if name in one.actors
        }


@given(memberships, events)
@example(NEVER_AT_ONCE, [LONG, Told("2004", ("a",))])
@example(IN_TURN, [LONG, Told("2004-12/2005-01", ("a",))])
@example(BY_TWO_WAYS, [LONG, Told("2004-12/2005-01", ("a",)), Told("2005-01-01", ("c", "b"))])
def test_what_is_counted_for_an_actor_is_what_a_question_finds(
    members: list[Member], told: list[Told]
) -> None:
    chronology = opened(text_of(members, told))
    for words in ("", "is:certain", "2004..2010", "2004..2010 is:certain"):
        selection = chronology.select(words)
        found = {
            name: {event.id for event in chronology.select(f"actor:{name} {words}")}
            for name in chronology.actors
        }
        sizes = {name: len(own) for name, own in found.items() if own}
        counts = {count.value: count.events for count in facet_counts(selection, Facet.ACTOR)}
        counts.pop(None, None)
        assert counts == sizes
        groups = {group.of: {event.id for event in group.events}
                  for group in selection.groups(Facet.ACTOR)}  # fmt: skip
        groups.pop(None, None)
        assert groups == {name: own for name, own in found.items() if own}
        table = crosstab(selection, Facet.ACTOR, Facet.ACTOR)
        assert {(one, other): len(found[one] & found[other]) for one in sizes for other in sizes
                if found[one] & found[other]} == {
            (one, other): count
            for (one, other), count in table.counts.items()
            if one is not None and other is not None
        }  # fmt: skip


@given(memberships)
@example([Member("a", "b", "", "2004"), Member("b", "a", "2005", "")])
@example([Member("a", "b", "", "2004"), Member("b", "a", "2004-12", ""), Member("b", "c", "", "")])
@example([Member("a", "a", "2004", "2005")])
def test_a_cycle_is_one_whose_memberships_may_hold_on_one_day(members: list[Member]) -> None:
    chronology = opened(text_of(members, [Told("2004", ())]))
    days = {NO_START, *(one.first(certain=False) for one in members)}
    on_cycles = {
        name
        for name in NAMES
        for day in days
        for one in members
        if one.actor == name
        and one.holds(day, certain=False)
        and acts(one.organisation, name, day, members, certain=False)
    }
    found = [one.names for one in membership_cycles(chronology.index)]
    for cycle in found:
        edges = list(pairwise(cycle))
        assert any(
            all(
                any((one.actor, one.organisation) == edge and one.holds(day, certain=False)
                    for one in members)
                for edge in edges
            )
            for day in days
        )  # fmt: skip
    assert bool(found) == bool(on_cycles)


@given(memberships, st.sampled_from(["2004-03-29", "2004-03-30", "2003", "2010-05-31", "-0043"]))
def test_a_tree_has_who_acts_on_a_day(members: list[Member], date: str) -> None:
    chronology = opened(text_of(members, [Told("2004", ())]))
    span = EventDate.parse(date).span
    days = days_of(Told(date, ()), members)
    for name in NAMES:
        tree = list(who_acted(chronology.index, span, [name]))
        assert {line.actor for line in tree} == {
            one for one in NAMES if any(acts(one, name, day, members, False) for day in days)
        }
        for line in tree[1:]:
            (organisation,) = {one.id for one in line.memberships}
            assert (line.held is Held.CERTAIN) == all(
                any(
                    (one.actor, one.organisation) == (line.actor, organisation)
                    and one.holds(day, certain=True)
                    for one in members
                )
                for day in days
            )
    everyone = [line for line in who_acted(chronology.index, span) if line.level]
    assert {line.actor for line in everyone} == {
        one.actor for one in members for day in days if one.holds(day, certain=False)
    }
