"""The options for an archive that an engine reads, and opening it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

if TYPE_CHECKING:
    from timeline.engines import ArchiveTimeline

_PANEL = "Archives"

Engine = Annotated[
    Literal["duckdb", "spark"] | None,
    typer.Option(
        "--engine",
        help="Answer with this engine from the archive in FILE, which 'export --format parquet' "
        "writes.",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]
Master = Annotated[
    str | None,
    typer.Option(
        "--master",
        metavar="URL",
        help="The address of a Spark cluster. \\[default: the cores of this machine]",
        rich_help_panel=_PANEL,
        show_default=False,
    ),
]


class Chosen(NamedTuple):
    """The engine that was asked for on the command line, if any."""

    engine: Engine = None
    master: Master = None

    def check(self, **refused: object) -> None:
        """Raise typer.BadParameter if options do not fit together.

        `refused` are the options that no engine supports, by their parameters.
        """
        if self.master is not None and self.engine != "spark":
            raise typer.BadParameter("--master is for --engine spark")
        if self.engine is None:
            return
        for name, value in refused.items():
            if value:
                raise typer.BadParameter(f"--{name.replace('_', '-')} cannot be used with --engine")

    def open(self, files: Sequence[str] | None) -> "ArchiveTimeline":
        """Open the archive. Raises typer.BadParameter unless one is named."""
        from timeline.engines import EngineName, open_with_engine

        if not files or len(files) > 1:
            raise typer.BadParameter("an engine reads one archive: name it after -f")
        return open_with_engine(files[0], EngineName(str(self.engine)), self.master or "")
