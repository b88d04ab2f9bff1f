"""`timeline sql` prints what finds the same events, quoted as each dialect quotes."""

from datetime import date

import pytest
import sqlglot
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp

from tests.conftest import Expect, OpenText, refused
from tests.engines.conftest import needs_duckdb
from tests.engines.questions import random_questions
from tests.writers.hostile import texts
from timeline import Query, Timeline
from timeline.engines import ArchiveTimeline, Dialect, statement_of
from timeline.errors import NotUnderstoodError, QuestionError
from timeline.text import visible

TODAY = date(2026, 11, 23)


def printed(
    one: Timeline, question: str, dialect: Dialect, table: str = "events", limit: int | None = None
) -> str:
    return statement_of(one, Query.parse(question), dialect, table, today=TODAY, limit=limit)


QUESTION = (
    '2022 actor:lavrov,=biden -tag:war source:=tass,"the hill" place:geneva "new start",peac '
    "-known-by:2022-02"
)


@pytest.mark.parametrize("dialect", Dialect)
def test_a_statement_is(shipped: Timeline, dialect: Dialect, expect: Expect) -> None:
    statement = printed(shipped, QUESTION, dialect, "news.events", 10)
    expect(f"sql/{dialect}.sql", f"{statement}\n")


@pytest.mark.parametrize("dialect", Dialect)
def test_a_statement_can_be_read_again(asked: Timeline, dialect: Dialect) -> None:
    for question in random_questions(asked, 100, 4):
        try:
            statement = printed(asked, question, dialect)
        except QuestionError:
            continue
        (read,) = sqlglot.parse(statement, dialect=dialect)
        assert isinstance(read, exp.Select)


@given(texts=st.lists(texts, min_size=1))
@pytest.mark.parametrize("dialect", Dialect)
def test_a_text_is_quoted(dialect: Dialect, texts: list[str]) -> None:
    statement = exp.select(*map(exp.Literal.string, texts)).sql(dialect, pretty=True)
    (read,) = sqlglot.parse(statement, dialect=dialect)
    assert isinstance(read, exp.Select)
    assert [one.this for one in read.selects] == texts


def test_spark_has_no_variable_to_replace(open_text: OpenText) -> None:
    one = open_text('- {date: 2014, title: x, tags: "${env:HOME}", places: "a${x}"}')
    statement = printed(one, "tag:home place:x", Dialect.SPARK)
    assert "'\\u0024{env:HOME}'" in statement
    assert "${" not in statement


@needs_duckdb
def test_duckdb_finds_the_same_by_a_statement(
    asked: Timeline, asked_by_duckdb: ArchiveTimeline
) -> None:
    for question in random_questions(asked, 100, 5):
        try:
            expected = [event.id for event in asked.select(question, today=TODAY)]
        except QuestionError:
            continue
        (read,) = sqlglot.parse(printed(asked, question, Dialect.DUCKDB), dialect="duckdb")
        assert isinstance(read, exp.Select)
        assert [row[0] for row in asked_by_duckdb.engine.rows(read)] == expected


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("news.events", '"news"."events"', id="of a schema"),
        pytest.param("lake.news.events", '"lake"."news"."events"', id="of a catalogue"),
        pytest.param("my-project.news.events", '"my-project"."news"."events"', id="with a dash"),
    ],
)
def test_a_table_is(shipped: Timeline, name: str, shown: str) -> None:
    assert f"FROM {shown}\n" in printed(shipped, "", Dialect.TRINO, name)


@pytest.mark.parametrize(
    "name", ["", "a b", "a\nb", "f(x)", "x; DROP TABLE y", "a.b.c.d", "a..b", '"a"']
)
def test_what_is_no_table_is_refused(shipped: Timeline, name: str) -> None:
    message = f"'{visible(name)}' is not the name of a table"
    with refused(NotUnderstoodError, f"{message}\nwrite it as in 'news.events'"):
        printed(shipped, "", Dialect.TRINO, name)
