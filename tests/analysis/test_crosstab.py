"""Events counted by two facets at once: a row is what the narrower question counts."""

from collections.abc import Callable

import pytest

from tests.analysis.test_facets import QUESTIONS, ask
from timeline import Timeline
from timeline.analysis.facets import crosstab, facet_counts
from timeline.model import Facet

OpenText = Callable[[str], Timeline]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("second", list(Facet))
@pytest.mark.parametrize("first", ["actor", "tag"])
def test_a_row_of_a_table_is_what_the_narrower_question_counts(
    question: str, first: str, second: Facet
) -> None:
    found = crosstab(ask(question), Facet(first), second)
    assert [one for one in facet_counts(ask(question), second) if one.events] == found.columns
    names = ",".join(str(row.value) for row in found.rows if row.value is not None)
    for row in found.rows:
        # What has none is what has none of all that there are.
        that = (
            f"{first}:{row.value}" if row.value is not None else f"-{first}:{names}" * bool(names)
        )
        narrower = facet_counts(ask(f"{question} {that}"), second)
        shown = {key: count for (name, key), count in found.counts.items() if name == row.value}
        assert shown == {one.value: one.events for one in narrower if one.events}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("first", list(Facet))
@pytest.mark.parametrize("second", list(Facet))
def test_a_table_may_be_turned(question: str, first: Facet, second: Facet) -> None:
    found = crosstab(ask(question), first, second)
    turned = crosstab(ask(question), second, first)
    assert {(column, row): count for (row, column), count in turned.counts.items()} == found.counts


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("first", list(Facet))
@pytest.mark.parametrize("second", list(Facet))
@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_fuller_columns_of_a_table_are_counted_as_in_the_whole(
    question: str, first: Facet, second: Facet, most: int
) -> None:
    part = crosstab(ask(question), first, second, most)
    whole = crosstab(ask(question), first, second)
    assert part.rows == whole.rows
    assert part.left_out == max(len(whole.columns) - most, 0)
    fullest = sorted(whole.columns, key=lambda one: -one.events)[:most]
    assert part.columns == [one for one in whole.columns if one in fullest]
    shown = {one.value for one in fullest}
    counted = {pair: count for pair, count in whole.counts.items() if pair[1] in shown}
    assert part.counts == counted


def test_what_lies_on_the_first_day_of_a_year_is_not_counted_for_the_year(
    open_text: OpenText,
) -> None:
    found = open_text(
        "- {date: 2014, title: One, tags: a}\n"
        "- {date: 2014, title: Two, tags: a}\n"
        "- {date: 2014-01-01, title: Three, tags: a}\n"
    ).select()
    part = crosstab(found, Facet.TAG, Facet.MONTH, 1)
    assert [one.label for one in part.columns] == ["2014"]
    assert list(part.counts.values()) == [2]


@pytest.mark.parametrize("first", list(Facet))
@pytest.mark.parametrize("second", [facet for facet in Facet if facet.is_time])
def test_each_event_of_a_row_is_in_one_column_of_time(first: Facet, second: Facet) -> None:
    found = crosstab(ask(""), first, second)
    for row in found.rows:
        assert (
            sum(found.counts.get((row.value, one.value), 0) for one in found.columns) == row.events
        )
