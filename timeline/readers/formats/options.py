"""Options for reading files of other programs."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.readers.formats.choices import Dates, InputFormat


class ReadingOptions(NamedTuple):
    """How to read files.

    `format` is their format, None to detect it for each file. `columns` are pairs of a key of an
    event and the heading of the column in a table that holds it. `dates` say how the dates of a
    table are written, None if they are EDTF.
    """

    format: "InputFormat | None" = None
    columns: tuple[tuple[str, str], ...] = ()
    dates: "Dates | None" = None


AS_USUAL = ReadingOptions()
"""Every file in its own format, with dates in EDTF."""
