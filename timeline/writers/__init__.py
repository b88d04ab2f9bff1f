"""The export formats: each writer yields a selection as text or bytes."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.writers.differences import corrections as corrections
    from timeline.writers.differences import differences_as_json as differences_as_json
    from timeline.writers.differences import history_as_json as history_as_json
    from timeline.writers.formats import FORMAT_NAMES as FORMAT_NAMES
    from timeline.writers.formats import WRITERS as WRITERS
    from timeline.writers.formats import Format as Format
    from timeline.writers.formats import format_of as format_of
    from timeline.writers.losses import LossError as LossError
    from timeline.writers.losses import Losses as Losses
    from timeline.writers.options import Citing as Citing
    from timeline.writers.options import ExportOptions as ExportOptions
    from timeline.writers.options import Part as Part
    from timeline.writers.options import Style as Style
    from timeline.writers.problems.formats import ProblemFormat as ProblemFormat
    from timeline.writers.problems.formats import write_problems as write_problems
    from timeline.writers.sources import citation as citation
    from timeline.writers.writing import Export as Export
    from timeline.writers.writing import write as write
    from timeline.writers.writing import write_bytes as write_bytes
    from timeline.writers.writing import write_folder as write_folder
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "differences": ("corrections", "differences_as_json", "history_as_json"),
            "formats": ("FORMAT_NAMES", "WRITERS", "Format", "format_of"),
            "losses": ("LossError", "Losses"),
            "options": ("Citing", "ExportOptions", "Part", "Style"),
            "problems.formats": ("ProblemFormat", "write_problems"),
            "sources": ("citation",),
            "writing": ("Export", "write", "write_bytes", "write_folder"),
        },
    )
