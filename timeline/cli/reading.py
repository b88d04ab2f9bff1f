"""The options of commands that read files of other programs."""

from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.model import Event
from timeline.readers import Dates, InputFormat, ReadingOptions
from timeline.text import listed

_KEYS = Event.__struct_fields__
_PANEL = "Files of other programs"
InFormat = Annotated[
    InputFormat | None,
    typer.Option(
        "--input-format",
        help="The format of the files. \\[default: told by each file]",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
ColumnNames = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="KEY=NAME",
        help="In a table, the column NAME holds the title, the date or another KEY.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DateForm = Annotated[
    Dates,
    typer.Option(
        "--dates",
        help="How the dates of a table are written. human converts those with only one reading; "
        "dmy and mdy also say whether the day or the month comes first.",
        rich_help_panel=_PANEL,
    ),
]


def reading(
    format: InputFormat | None, columns: Sequence[str] | None, dates: Dates
) -> ReadingOptions:
    """Return the options for reading files. Raises typer.BadParameter if a column is not named."""
    pairs = []
    for column in columns or ():
        key, equals, name = column.partition("=")
        if not equals or not name or key not in _KEYS:
            raise typer.BadParameter(
                f"--column takes KEY=NAME, and the keys are {listed(_KEYS, 'and')}"
            )
        pairs.append((key, name))
    return ReadingOptions(format, tuple(pairs), None if dates is Dates.EDTF else dates)
