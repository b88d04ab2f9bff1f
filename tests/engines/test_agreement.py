"""DuckDB answers as SQLite does: the same events in the same order, and the same errors."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings

import timeline
from tests.conftest import refused
from tests.engines.conftest import export_file, export_folder, needs_duckdb, with_column
from tests.engines.questions import COUNT, random_questions
from tests.search.sql.test_condition import ANSWERS, WRONG
from tests.writers.hostile import chronologies
from timeline import Timeline
from timeline.analysis import actors_in_nearly_all, crosstab, facet_counts, occurrences
from timeline.engines import ArchiveTimeline, EngineError, EngineName, open_with_engine
from timeline.errors import TimelineError
from timeline.model import Facet
from timeline.search import Selection

pytestmark = needs_duckdb

TODAY = date(2026, 11, 23)
SOME = [
    "",
    "2014",
    "2014-03-18",
    "actor:union",
    "-tag:war",
    "2014.. moscow",
    "1700",
    "id:closed",
    "actor:union is:certain",
    "known-by:2014-03",
    "-known-by:2014-03 since:2014",
    "known-by:2014-03 is:certain",
    "not:(known-by:2014 tag:war)",
    "known-by:2013-12,@closed or moscow",
]


def groups(found: Selection, facet: Facet | None) -> list[object]:
    return [
        (group.label, group.count, list(group.events), group.of, group.continuing)
        for group in found.groups(facet)
    ]


MEASURES: dict[str, Callable[[Selection], object]] = {
    "extent": lambda found: found.extent(),
    "bounds": lambda found: found.bounds(),
    "ongoing": lambda found: found.has_ongoing(),
    "sizes": lambda found: (len(found), bool(found), found.matching, found.total),
    "undated": lambda found: found.undated,
    "tags": lambda found: found.names(Facet.TAG),
    "actors in registry order": lambda found: found.names(Facet.ACTOR),
    "actors": lambda found: occurrences(found, Facet.ACTOR),
    "places": lambda found: occurrences(found, Facet.PLACE),
    "usual": actors_in_nearly_all,
    "table": lambda found: crosstab(found, Facet.YEAR, Facet.TAG),
    "table of names": lambda found: crosstab(found, Facet.ACTOR, Facet.PLACE, 2),
    "table of times": lambda found: crosstab(found, Facet.DECADE, Facet.WEEKDAY),
    "table of lags": lambda found: crosstab(found, Facet.LAG, Facet.TAG),
    "table by lag": lambda found: crosstab(found, Facet.YEAR, Facet.LAG, 2),
    **{f"count by {one}": partial(facet_counts, facet=one) for one in Facet},
    **{
        f"groups by {one}": partial(groups, facet=one)
        for one in (Facet.YEAR, Facet.MONTH, Facet.ACTOR, Facet.TAG, Facet.LAG, None)
    },
}


def answer(one: Timeline, question: str, **options: object) -> object:
    """Return the events that a question finds and how many it leaves out, or its error."""
    try:
        found = one.select(question, today=TODAY, **options)  # type: ignore[arg-type]
        return list(found), found.undated
    except TimelineError as error:
        return str(error)


@pytest.mark.parametrize(("question", "ids"), ANSWERS)
def test_a_question_finds(asked_by_duckdb: ArchiveTimeline, question: str, ids: list[str]) -> None:
    found = asked_by_duckdb.select(question, today=TODAY)
    assert [event.id for event in found] == ids


@pytest.mark.parametrize(("question", "message"), WRONG)
def test_a_question_is_refused(
    asked_by_duckdb: ArchiveTimeline, question: str, message: str
) -> None:
    assert answer(asked_by_duckdb, question) == message


def test_neighbours_are_refused(asked_by_duckdb: ArchiveTimeline) -> None:
    with refused(EngineError, "--context cannot be used with --engine"):
        asked_by_duckdb.select("id:closed", context=1)


@pytest.mark.parametrize("text", [None, "nonsense"])
@pytest.mark.parametrize("question", ["2014", "id:griner-arrest", "during:@griner-arrest"])
def test_a_wrong_date_in_an_archive_is_an_error(
    shipped_file: Path, tmp_path: Path, text: str | None, question: str
) -> None:
    import pyarrow as pa

    archive = tmp_path / "a.parquet"
    shutil.copy(shipped_file, archive)
    with_column("date", lambda size: pa.array([text] * size, pa.string()), [archive])
    damaged = open_with_engine(str(archive), EngineName.DUCKDB)
    with pytest.raises(EngineError, match=r"has an event with a wrong date: .*: export it again"):
        list(damaged.select(question))


def test_random_questions_find_the_same_events(
    asked: Timeline, asked_by_duckdb: ArchiveTimeline
) -> None:
    asking = random_questions(asked, COUNT, 1)
    found = {question: answer(asked, question) for question in asking}
    assert {question: answer(asked_by_duckdb, question) for question in asking} == found
    # They are no trivial ones.
    answers = [one for one in found.values() if isinstance(one, tuple)]
    assert sum(bool(events) for events, _ in answers) > COUNT / 4
    # Some find what was known by a day, and leave out what has no dated source.
    known = {question: one for question, one in found.items() if "known-by:" in question}
    assert sum(isinstance(one, tuple) and all(one) for one in known.values()) > COUNT / 50


def test_random_questions_find_the_same_events_of_the_shipped_chronology(
    shipped: Timeline, shipped_by_duckdb: ArchiveTimeline
) -> None:
    for question in random_questions(shipped, 100, 2):
        assert answer(shipped_by_duckdb, question) == answer(shipped, question), question


@pytest.mark.parametrize("question", SOME)
@pytest.mark.parametrize(
    "options",
    [
        pytest.param({}, id="all"),
        pytest.param({"limit": 3}, id="first"),
        pytest.param({"reverse": True}, id="reversed"),
        pytest.param({"reverse": True, "limit": 4}, id="last"),
        pytest.param({"limit": 0}, id="none"),
    ],
)
def test_what_is_counted_is_the_same(
    asked: Timeline, asked_by_duckdb: ArchiveTimeline, question: str, options: dict[str, int]
) -> None:
    assert answer(asked_by_duckdb, question, **options) == answer(asked, question, **options)
    for name, measure in MEASURES.items():
        found, expected = (
            measure(one.select(question, today=TODAY, **options))  # type: ignore[arg-type]
            for one in (asked_by_duckdb, asked)
        )
        assert found == expected, name


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile archives")


@settings(max_examples=40)
@given(content=chronologies)
def test_hostile_text_is_found_by_its_names(folder: Path, content: dict[str, object]) -> None:
    path = folder / "events.yaml"
    path.write_text(json.dumps(content), encoding="utf-8")
    one = timeline.open(path)
    archives = [export_file(one, folder / "a.parquet"), export_folder(one, folder / "archive")]
    asking = ["", *random_questions(one, 12, 3)] if len(one.select()) else [""]
    for archive in archives:
        by_duckdb = open_with_engine(str(archive), EngineName.DUCKDB)
        assert (by_duckdb.title, by_duckdb.actors, by_duckdb.tags) == (
            one.title,
            one.actors,
            one.tags,
        )
        lags = [facet_counts(each.select(), Facet.LAG) for each in (by_duckdb, one)]
        assert lags[0] == lags[1]
        for question in asking:
            assert answer(by_duckdb, question) == answer(one, question), question
