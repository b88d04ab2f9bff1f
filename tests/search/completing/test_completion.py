"""Which names begin with what is typed so far."""

from collections.abc import Callable

import pytest

from timeline import Timeline
from timeline.query import Field
from timeline.search import candidates
from timeline.search.completing import MOST

OpenText = Callable[[str], Timeline]

NAMES = """
tags:
  war: {description: Armed conflict}
  arms-control: {description: Treaties}
actors:
  sergei-lavrov:
    {name: Sergei Lavrov, role: Foreign minister, aliases: [Sergey Lavrov, Лавров]}
  john-sullivan: {name: John Sullivan}
  jake-sullivan: {name: Jake Sullivan}
  two: {name: The Same}
  other-two: {name: The Same}
  "with, comma": {name: Comma}
  usa: {name: United States of America, aliases: [U.S.]}
  francois-mitterrand: {name: François Mitterrand}
events:
  - date: -0043-03-15
    title: The Ides
    id: ides
    places: [New York, Newcastle, Zürich, 北京]
    actors: [sergei-lavrov, nobody-listed]
    sources: [{publisher: "Review, monthly"}, {publisher: 'The "Paper"'}, {publisher: The Sun}]
  - {date: 201X, title: Some time, id: some-time, tags: [war, arms-control]}
  - {date: 2014-03~, title: March, id: march}
  - {date: 2014/.., title: Goes on, id: march-goes-on}
  - {date: ../1999, title: Until}
  - {date: Y12000, title: Far}
"""


@pytest.mark.parametrize(
    ("field", "typed", "values"),
    [
        pytest.param(Field.ID, "ma", ["march", "march-goes-on"], id="ids"),
        pytest.param(Field.ID, "march", ["march", "march-goes-on"], id="a whole id"),
        pytest.param(Field.ID, "xy", [], id="no id"),
        pytest.param(Field.ID, "%", [], id="no pattern"),
        pytest.param(Field.SINCE, "@m", ["@march", "@march-goes-on"], id="dates of events"),
        pytest.param(Field.YEAR, "", ["-0043", "2010", "2014"], id="years"),
        pytest.param(Field.YEAR, "20", ["2010", "2014"], id="years of a century"),
        pytest.param(Field.UNTIL, "-", ["-0043"], id="years before our era"),
        pytest.param(Field.YEAR, "2014", ["2014"], id="a whole year"),
        pytest.param(Field.YEAR, "1999", [], id="an end is no beginning"),
        pytest.param(Field.TAG, "a", ["arms-control"], id="tags"),
        pytest.param(Field.TAG, "arms c", ["arms control"], id="a tag as it is typed"),
        pytest.param(Field.TAG, "con", ["control"], id="a word of a tag"),
        pytest.param(
            Field.ACTOR,
            "",
            [
                *("francois-mitterrand", "jake-sullivan", "john-sullivan", "nobody-listed"),
                *("other-two", "sergei-lavrov", "two", "usa"),
            ],
            id="all actors",
        ),
        pytest.param(Field.ACTOR, "serge", ["sergei-lavrov", "sergey-lavrov"], id="id and alias"),
        pytest.param(Field.ACTOR, "la", ["lavrov"], id="a word of a name"),
        pytest.param(Field.ACTOR, "LA", ["LAvrov"], id="as it is typed"),
        pytest.param(Field.ACTOR, "Ла", ["Лавров"], id="another script"),
        pytest.param(Field.ACTOR, "Franç", ["François-mitterrand"], id="with its accent"),
        pytest.param(Field.ACTOR, "sul", [], id="a word of several names"),
        pytest.param(Field.ACTOR, "same", [], id="a name of two"),
        pytest.param(Field.ACTOR, "the", [], id="a whole name of two"),
        pytest.param(Field.ACTOR, "with", ["with-comma"], id="an id with a comma"),
        pytest.param(Field.ACTOR, "jake-s", ["jake-sullivan"], id="a part of an id"),
        pytest.param(Field.ACTOR, "united-", ["united-states-of-america"], id="a dash at the end"),
        pytest.param(Field.ACTOR, "of", ["of-america"], id="the end of a name"),
        pytest.param(Field.ACTOR, "us", ["usa", "us"], id="id before alias"),
        pytest.param(Field.PLACE, "new", ["new York", "newcastle"], id="places"),
        pytest.param(Field.PLACE, "New ", ["New York"], id="a space at the end"),
        pytest.param(Field.PLACE, "Zur", ["Zurich"], id="without its accent"),
        pytest.param(Field.PLACE, "北", ["北京"], id="Chinese"),
        pytest.param(Field.SOURCE, "Rev", ["Review monthly"], id="a comma is no part of it"),
        pytest.param(Field.SOURCE, "the", ["the Paper", "the Sun"], id="a quote is none"),
    ],
)
def test_what_begins_so(open_text: OpenText, field: Field, typed: str, values: list[str]) -> None:
    index = open_text(NAMES).index
    assert sorted(one.value for one in candidates(index, field, typed)) == sorted(values)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (field, typed)
        for field in Field
        if field is not Field.TEXT
        for typed in ("", "s", "S", "la", "u", "new ", "u.", "--", "the", "2", "ar", "北", "-")
    ],
)
def test_what_is_suggested_is_understood(open_text: OpenText, field: Field, typed: str) -> None:
    chronology = open_text(NAMES)
    for one in candidates(chronology.index, field, typed):
        assert one.value.startswith(typed)
        value = f'"{one.value}"' if " " in one.value else one.value
        written = {Field.QUESTION: f"?{value}", Field.BETWEEN: f"between:{value}..{value}"}
        chronology.select(written.get(field, f"{field}:{value}"))


@pytest.mark.parametrize(
    ("field", "typed", "about"),
    [
        pytest.param(Field.ID, "march-", "2014 to now, Goes on", id="event"),
        pytest.param(Field.ACTOR, "la", "Sergei Lavrov, Foreign minister", id="actor"),
        pytest.param(Field.ACTOR, "usa", "United States of America", id="actor without role"),
        pytest.param(Field.TAG, "war", "Armed conflict", id="tag"),
    ],
)
def test_what_is_said_of_it(open_text: OpenText, field: Field, typed: str, about: str) -> None:
    (candidate,) = candidates(open_text(NAMES).index, field, typed)
    assert candidate.about == about


def test_of_very_many_the_first_and_the_last_are_offered(open_text: OpenText) -> None:
    text = "".join(f"- {{id: e{one}, date: 2001, title: E}}\n" for one in range(1000, 2500))
    offered = [one.value for one in candidates(open_text(text).index, Field.ID, "e")]
    assert offered == [*(f"e{one}" for one in range(1000, 1000 + MOST - 1)), "e2499"]
