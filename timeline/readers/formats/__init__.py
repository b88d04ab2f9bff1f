"""The readable formats, how a file's format is recognized, and the options for reading it."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.formats.choices import Dates as Dates
    from timeline.readers.formats.choices import InputFormat as InputFormat
    from timeline.readers.formats.foreign import kind_of_file as kind_of_file
    from timeline.readers.formats.options import AS_USUAL as AS_USUAL
    from timeline.readers.formats.options import ReadingOptions as ReadingOptions
    from timeline.readers.formats.registry import ENDINGS as ENDINGS
    from timeline.readers.formats.registry import FORMAT_NAMES as FORMAT_NAMES
    from timeline.readers.formats.registry import FORMATS as FORMATS
    from timeline.readers.formats.registry import MARKDOWN as MARKDOWN
    from timeline.readers.formats.registry import YAML as YAML
    from timeline.readers.formats.registry import format_named as format_named
    from timeline.readers.formats.registry import format_of as format_of
    from timeline.readers.formats.starts import BOM as BOM
    from timeline.readers.formats.starts import is_gedcom as is_gedcom
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "choices": ("Dates", "InputFormat"),
            "foreign": ("kind_of_file",),
            "options": ("AS_USUAL", "ReadingOptions"),
            "registry": (
                "ENDINGS",
                "FORMATS",
                "FORMAT_NAMES",
                "MARKDOWN",
                "YAML",
                "format_named",
                "format_of",
            ),
            "starts": ("BOM", "is_gedcom"),
        },
    )
