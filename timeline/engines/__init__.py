"""Archives in Parquet, and the engines that answer questions about them."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.engines.archive.layout import PARTITION as PARTITION
    from timeline.engines.archive.layout import REGISTRIES as REGISTRIES
    from timeline.engines.archive.layout import Actors as Actors
    from timeline.engines.archive.layout import Folded as Folded
    from timeline.engines.archive.layout import row as row
    from timeline.engines.archive.layout import schema as schema
    from timeline.engines.archive.layout import searched as searched
    from timeline.engines.archive.recognition import METADATA_FILE as METADATA_FILE
    from timeline.engines.archive.recognition import is_archive as is_archive
    from timeline.engines.archive.registries import Registries as Registries
    from timeline.engines.archive.registries import add_event as add_event
    from timeline.engines.engine import EngineError as EngineError
    from timeline.engines.libraries import MissingLibraryError as MissingLibraryError
    from timeline.engines.libraries import require as require
    from timeline.engines.named import Dialect as Dialect
    from timeline.engines.named import EngineName as EngineName
    from timeline.engines.opening import ArchiveTimeline as ArchiveTimeline
    from timeline.engines.opening import open_with_engine as open_with_engine
    from timeline.engines.opening import statement_of as statement_of
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "archive.layout": (
                "PARTITION",
                "REGISTRIES",
                "Actors",
                "Folded",
                "row",
                "schema",
                "searched",
            ),
            "archive.recognition": ("METADATA_FILE", "is_archive"),
            "archive.registries": ("Registries", "add_event"),
            "engine": ("EngineError",),
            "libraries": ("MissingLibraryError", "require"),
            "named": ("Dialect", "EngineName"),
            "opening": ("ArchiveTimeline", "open_with_engine", "statement_of"),
        },
    )
