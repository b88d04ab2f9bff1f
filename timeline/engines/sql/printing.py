"""A question as a statement to print, for people who run it themselves."""

import re
from datetime import date

from sqlglot import exp

from timeline.chronology import Timeline
from timeline.engines.named import Dialect
from timeline.engines.sql.condition import Asked
from timeline.engines.sql.statements import Statements, as_sql
from timeline.errors import NotUnderstoodError
from timeline.query import Query
from timeline.text import visible


def printed(
    timeline: Timeline,
    query: Query,
    dialect: Dialect,
    table: str,
    *,
    today: date,
    reverse: bool = False,
    limit: int | None = None,
) -> str:
    """Return the statement that finds the events of a question in a table.

    The names are looked up in `timeline`. Raises QuestionError, and NotUnderstoodError if `table`
    is not the name of a table.
    """
    asked = Asked(timeline.index, query, today)
    statements = Statements(asked.expression(), reverse=reverse, limit=limit, table=_table(table))
    return as_sql(statements.events(), dialect, pretty=True)


def _table(name: str) -> exp.Table:
    parts = name.split(".")
    if len(parts) > 3 or not all(re.fullmatch(r"[\w-]+", part) for part in parts):
        message = f"'{visible(name)}' is not the name of a table"
        raise NotUnderstoodError(message, "write it as in 'news.events'")
    catalogue, schema, table = ["", "", *parts][-3:]
    return exp.table_(table, schema or None, catalogue or None)
