"""Spark answers as SQLite does. All tests share one session, whose start takes most of the time."""

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlglot import exp

from tests.conftest import ROOT, refused
from tests.engines.conftest import (
    as_older_release,
    ignores_open_sockets,
    needs_spark,
    without_columns,
)
from tests.engines.questions import COUNT, random_questions
from tests.writers.hard import MARKUP
from timeline import Query, Timeline
from timeline.analysis import crosstab, facet_counts, occurrences
from timeline.cli import run as run_here
from timeline.engines import ArchiveTimeline, EngineError, EngineName, open_with_engine
from timeline.engines.sql.condition import Asked
from timeline.errors import QuestionError
from timeline.model import Facet
from timeline.search import Selection

pytestmark = [needs_spark, ignores_open_sockets]

TODAY = date(2026, 11, 23)
SPARK = ["--engine", "spark", "--master", "local[2]"]
WAR = ["from-2012", "of-month", "morning"]
"""The events that `tag:war` finds."""

_AT_ONCE = 100


def test_random_questions_find_the_same_events(
    asked: Timeline, asked_by_spark: ArchiveTimeline
) -> None:
    asking = {}
    for question in random_questions(asked, COUNT, 1):
        try:
            asking[question] = Asked(asked.index, Query.parse(question), TODAY).expression()
        except QuestionError:
            continue
    assert len(asking) > COUNT / 2
    questions = list(asking)
    for start in range(0, len(questions), _AT_ONCE):
        some = questions[start : start + _AT_ONCE]
        columns = [asking[question].as_(f"q{number}") for number, question in enumerate(some)]
        rows = list(asked_by_spark.engine.rows(exp.select("id", *columns).from_("events")))
        for number, question in enumerate(some):
            expected = asked.select(question, today=TODAY)
            found = sorted(row[0] for row in rows if row[number + 1])
            assert found == sorted(event.id for event in expected), question
            assert sum(row[number + 1] is None for row in rows) == expected.undated, question


MEASURES: dict[str, Callable[[Selection], object]] = {
    "events": list,
    "extent": lambda found: found.extent(),
    "years": lambda found: facet_counts(found, Facet.YEAR),
    "actors": lambda found: occurrences(found, Facet.ACTOR),
    "table": lambda found: crosstab(found, Facet.YEAR, Facet.TAG),
    "undated": lambda found: found.undated,
    "lags": lambda found: facet_counts(found, Facet.LAG),
    "table of lags": lambda found: crosstab(found, Facet.LAG, Facet.TAG),
}


@pytest.mark.parametrize(
    ("question", "options"),
    [
        pytest.param("", {}, id="everything"),
        pytest.param("2014 -tag:war", {"reverse": True, "limit": 4}, id="last of a year"),
        pytest.param("year:@same-day actor:union", {}, id="by an event and an actor"),
        pytest.param("-known-by:2014-01 2014", {}, id="not known by then"),
        pytest.param("known-by:2014-03 is:certain", {}, id="certainly known by then"),
    ],
)
def test_what_is_found_and_counted_is_the_same(
    asked: Timeline, asked_by_spark: ArchiveTimeline, question: str, options: dict[str, int]
) -> None:
    for name, measure in MEASURES.items():
        by_spark, expected = (
            measure(one.select(question, today=TODAY, **options))  # type: ignore[arg-type]
            for one in (asked_by_spark, asked)
        )
        assert by_spark == expected, name


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["list", "2014", "-n", "3"], id="list"),
        pytest.param(["count", "--by", "tag,place"], id="table"),
        pytest.param(["count", "--by", "lag"], id="lags"),
        pytest.param(["list", "-tag:war", "--reported", "-n", "5"], id="reported"),
        pytest.param(["tags", "-tag:idle"], id="tags"),
        pytest.param(["export", "tag:war", "--format", "yaml"], id="export"),
    ],
)
def test_a_command_prints_the_same(
    asked_by_spark: ArchiveTimeline,
    asked_folder: Path,
    words: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run_here([*words, "-f", str(asked_folder), *SPARK]) == 0
    printed = capfd.readouterr()
    file = str(ROOT / "tests" / "asked.yaml")
    assert run_here([*words, "-f", file]) == 0
    expected = capfd.readouterr()
    assert printed.out.replace(str(asked_folder), file) == expected.out
    assert printed.err == ""


def test_text_is_quoted(asked_by_spark: ArchiveTimeline) -> None:
    chance = random.Random(1)
    texts = [
        "".join(chance.choices([*MARKUP, "\\", "'", '"', "\n", "\t", "é", "😀", "%", "${x}"], k=6))
        for _ in range(100)
    ]
    texts += ["${env:HOME}", "\\u0041", "\\101", "\\x41", "\r\n", "\u2028"]
    statement = exp.select(*(exp.Literal.string(text) for text in texts))
    assert [*map(tuple, asked_by_spark.engine.rows(statement))] == [tuple(texts)]


def test_a_folder_with_a_name_like_a_pattern(asked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a[b]*{c,d}?"
    folder.symlink_to(asked_folder)
    one = open_with_engine(str(folder), EngineName.SPARK, "local[2]")
    assert [event.id for event in one.select("tag:war")] == WAR


def test_what_cannot_be_read_is_an_error_and_no_trace(asked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(asked_folder, folder)
    one = open_with_engine(str(folder), EngineName.SPARK, "local[2]")
    (damaged,) = folder.glob("year=2014/*.parquet")
    damaged.write_bytes(b"PAR1 not really PAR1")
    message = f"{damaged} is damaged or not in Parquet: export the archive again"
    with refused(EngineError, message):
        list(one.select("tag:war"))
    with refused(EngineError, message):
        open_with_engine(str(folder), EngineName.SPARK, "local[2]")


@pytest.mark.parametrize("column", ["places", "known_from"])
def test_a_column_that_one_file_lacks_is_not_read_as_null(
    asked_folder: Path, tmp_path: Path, column: str
) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(asked_folder, folder)
    (part,) = folder.glob("year=2013/*.parquet")
    without_columns(column, files=[part])
    with refused(EngineError, f"{part} has no column '{column}': export the archive again"):
        open_with_engine(str(folder), EngineName.SPARK, "local[2]")


def test_an_archive_of_an_older_release(asked_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(asked_folder, folder)
    as_older_release(folder)
    older = open_with_engine(str(folder), EngineName.SPARK, "local[2]")
    assert [event.id for event in older.select("tag:war")] == WAR
    message = (
        f"{folder} lacks the columns 'known_from', 'known_by', 'by_lag', which this question "
        "needs: export the archive again"
    )
    with refused(EngineError, message):
        len(older.select("known-by:2014"))


def test_without_java_it_says_what_to_install(
    asked_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with refused(EngineError, "Spark needs Java, which is not installed: install Java 17 or later"):
        open_with_engine(str(asked_folder), EngineName.SPARK)
