"""timeline export: what was found, in a format to publish or to work on."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Asked, GroupBy, Limit, Reverse, asks, facet_of
from timeline.errors import FileError
from timeline.text import visible
from timeline.writers.formats import Format, format_of
from timeline.writers.options import Citing, MarkdownOptions, Style

EXAMPLES = """Examples:

timeline export --actor lavrov -o lavrov.md

timeline export 2022 tag:arms-control --format json"""

if TYPE_CHECKING:
    from timeline.writers.markdown.markers import Marked

_PANEL = "Markdown"


@asks
def command(
    asked: Asked,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="The format; else the file's ending tells, else Markdown.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write this file, whole or not at all."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar="FILE",
            help="Replace what stands between the lines <!-- timeline --> and "
            "<!-- /timeline --> of a Markdown document.",
            rich_help_panel=_PANEL,
        ),
    ] = None,
    group_by: GroupBy = "year",
    style: Annotated[
        Style, typer.Option("--style", help="A list or tables.", rich_help_panel=_PANEL)
    ] = Style.LIST,
    sources: Annotated[
        Citing, typer.Option("--sources", help="How to cite.", rich_help_panel=_PANEL)
    ] = Citing.FOOTNOTES,
    heading_level: Annotated[
        int | None,
        typer.Option(
            "--heading-level",
            min=1,
            max=6,
            metavar="N",
            help="The level of the first heading. \\[default: 1; 2 --into a document]",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
    front_matter: Annotated[
        bool,
        typer.Option(
            "--front-matter",
            help="Begin with title, dates, actors and tags as YAML.",
            rich_help_panel=_PANEL,
        ),
    ] = False,
    reverse: Reverse = False,
    limit: Limit = None,
) -> None:
    """Write Markdown, JSON or JSON Lines"""
    from timeline.cli.atomic_write import write_file
    from timeline.cli.opening import ask
    from timeline.cli.terminal import blocks, stream
    from timeline.writers.writing import write

    chosen = _format(format, output, into)
    if into is not None and front_matter:
        raise typer.BadParameter("--front-matter begins a document: it does not go --into one")
    marked = None if into is None else _marked(into)
    timeline, found = ask(asked, reverse=reverse, limit=limit)
    markdown = MarkdownOptions(
        facet_of(group_by),
        style,
        sources,
        heading_level or (1 if into is None else 2),
        front_matter,
        marked.footnotes if marked else frozenset(),
    )
    chunks = write(timeline, found, chosen, markdown)
    if into is not None and marked is not None:
        write_file(into, [marked.with_text(chunks)], force=True)
    elif output is None or output == "-":
        stream(chunks)
    else:
        if os.path.realpath(output) in map(os.path.realpath, timeline.files):
            raise FileError(f"{visible(output)} is what the events are read from: write another")
        write_file(output, blocks(chunks), force=force)


def _format(named: Format | None, output: str | None, into: str | None) -> Format:
    """Return the format that was asked for, or that the file's ending stands for."""
    if into is not None:
        if output is not None:
            raise typer.BadParameter("--into and --output exclude each other: give one of them")
        if named not in (None, Format.MARKDOWN):
            raise typer.BadParameter(f"--into writes Markdown, not {named}")
        return Format.MARKDOWN
    if named is not None:
        return named
    if output in (None, "-"):
        return Format.MARKDOWN
    found = format_of(str(output))
    if found is None:
        raise typer.BadParameter(
            f"the ending of '{visible(str(output))}' stands for no format: "
            f"add --format {'|'.join(Format)}"
        )
    return found


def _marked(path: str) -> "Marked":
    from timeline.writers.markdown.markers import Marked, MarkerError

    try:
        if not Path(path).is_file() and Path(path).exists():
            kind = "a folder" if Path(path).is_dir() else "no file"
            raise FileError(f"cannot write into {visible(path)}: it is {kind}")
        return Marked(Path(path).read_bytes())
    except MarkerError as error:
        raise FileError(f"cannot write into {visible(path)}: {error}") from None
    except FileNotFoundError:
        raise FileError(f"cannot write into {visible(path)}: there is no such file") from None
    except OSError as error:
        raise FileError(f"cannot read {visible(path)}: {error.strerror or error}") from None
