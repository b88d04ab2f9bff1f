"""Options: those that commands share, and what is done to their words before they are parsed."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.options.engines import Chosen as Chosen
    from timeline.cli.options.engines import Engine as Engine
    from timeline.cli.options.engines import Master as Master
    from timeline.cli.options.format_names import with_format_names as with_format_names
    from timeline.cli.options.input_format import ColumnNames as ColumnNames
    from timeline.cli.options.input_format import DateForm as DateForm
    from timeline.cli.options.input_format import InFormat as InFormat
    from timeline.cli.options.input_format import reading as reading
    from timeline.cli.options.shared import FILE_OPTIONS as FILE_OPTIONS
    from timeline.cli.options.shared import Asked as Asked
    from timeline.cli.options.shared import Color as Color
    from timeline.cli.options.shared import Colors as Colors
    from timeline.cli.options.shared import EventWords as EventWords
    from timeline.cli.options.shared import Files as Files
    from timeline.cli.options.shared import GroupBy as GroupBy
    from timeline.cli.options.shared import Limit as Limit
    from timeline.cli.options.shared import NameLimit as NameLimit
    from timeline.cli.options.shared import NoPager as NoPager
    from timeline.cli.options.shared import Reverse as Reverse
    from timeline.cli.options.shared import asks as asks
    from timeline.cli.options.shared import facet_of as facet_of
    from timeline.cli.options.shared import leading_files as leading_files
    from timeline.cli.options.side_by_side import with_each_beside as with_each_beside
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "engines": ("Chosen", "Engine", "Master"),
            "format_names": ("with_format_names",),
            "input_format": ("ColumnNames", "DateForm", "InFormat", "reading"),
            "shared": (
                "FILE_OPTIONS",
                "Asked",
                "Color",
                "Colors",
                "EventWords",
                "Files",
                "GroupBy",
                "Limit",
                "NameLimit",
                "NoPager",
                "Reverse",
                "asks",
                "facet_of",
                "leading_files",
            ),
            "side_by_side": ("with_each_beside",),
        },
    )
