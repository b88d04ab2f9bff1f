"""timeline sql: a question as a statement for an archive."""

from typing import Annotated, Literal

import typer

from timeline.cli.options import Asked, Limit, Reverse, asks

EXAMPLES = """Examples:

timeline sql 2022 actor:lavrov

timeline sql -f archive/ tag:war --dialect bigquery --table news.events"""


@asks
def command(
    asked: Asked,
    dialect: Annotated[
        Literal["duckdb", "spark", "bigquery", "trino"],
        typer.Option("--dialect", help="The dialect of the statement."),
    ] = "duckdb",
    table: Annotated[
        str,
        typer.Option("--table", metavar="NAME", help="The table with the events of the archive."),
    ] = "events",
    reverse: Reverse = False,
    limit: Limit = None,
) -> None:
    """Print a question as SQL, for an archive in Parquet"""
    from timeline.cli.opening import open_names, refuse_files, today
    from timeline.cli.terminal import write_text
    from timeline.engines import Dialect, statement_of
    from timeline.query import question

    refuse_files(asked.words or ())
    query = question(asked.words or (), asked.options(), asked.certain)
    statement = statement_of(
        open_names(asked.file),
        query,
        Dialect(dialect),
        table,
        today=today(),
        reverse=reverse,
        limit=limit,
    )
    write_text(f"{statement}\n")
