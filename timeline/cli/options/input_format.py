"""The options of commands that read files of other programs."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated

import typer

from timeline.model import Event
from timeline.readers import FORMAT_NAMES, Dates, InputFormat, ReadingOptions
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


_USED_BY = {
    "--column": (InputFormat.CSV,),
    "--dates": (InputFormat.CSV, InputFormat.GEDCOM),
}
"""The formats that use an option. Other options apply to every format."""


def reading(
    files: Sequence[str] | None,
    format: InputFormat | None,
    columns: Sequence[str] | None,
    dates: Dates,
) -> ReadingOptions:
    """Return the options for reading files.

    Raises typer.BadParameter if a column is not named, or if no file has a use for an option.
    """
    if columns:
        _refuse_unused("--column", files, format)
    if dates is not Dates.EDTF:
        _refuse_unused("--dates", files, format)
    pairs = []
    for column in columns or ():
        key, equals, name = column.partition("=")
        if not equals or not name or key not in _KEYS:
            raise typer.BadParameter(
                f"--column takes KEY=NAME, and the keys are {listed(_KEYS, 'and')}"
            )
        pairs.append((key, name))
    return ReadingOptions(format, tuple(pairs), None if dates is Dates.EDTF else dates)


def _refuse_unused(option: str, files: Sequence[str] | None, format: InputFormat | None) -> None:
    """Refuse an option if it is certain that no file has a format that uses it."""
    if format is not None:
        formats = {str(format)}
    else:
        # The format of a folder, of standard input and of other extensions is not known yet.
        formats = {FORMAT_NAMES.get(PurePath(file).suffix[1:].lower(), "") for file in files or ()}
    used_by = _USED_BY[option]
    if formats and not formats & {"", *used_by}:
        names = listed((one.upper() for one in used_by), "and")
        raise typer.BadParameter(f"{option} is for files in {names}, and there are none")
