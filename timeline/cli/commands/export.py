"""timeline export: events in a format for publishing or processing."""

import os
import sys
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.options import (
    Asked,
    Chosen,
    ColumnNames,
    DateForm,
    Engine,
    GroupBy,
    InFormat,
    Limit,
    Master,
    Reverse,
    asks,
    facet_of,
    reading,
)
from timeline.errors import FileError
from timeline.readers import Dates
from timeline.text import listed, visible
from timeline.writers import WRITERS, Citing, ExportOptions, Format, Part, Style, format_of

EXAMPLES = """Examples:

timeline export --actor lavrov -o lavrov.md

timeline export 2022 tag:arms-control --format json"""

if TYPE_CHECKING:
    from timeline.writers.markdown import Marked

_MOST_ON_A_PAGE = 5_000
"""The number of events up to which a page opens and filters without delay."""
_WITHOUT_ENGINE = (Format.HTML, Format.PARQUET)
"""The formats that need the positions of events in an index."""

_SOURCES = (Format.BIBTEX, Format.CSL)
"""The formats that hold sources rather than events."""

_PANEL = "Markdown and wikitext"
_WRITING = {
    "group_by": "grouping",
    "style": "style",
    "sources": "sources",
    "show": "show",
    "heading_level": "heading_level",
    "front_matter": "front_matter",
    "partition": "partitioned",
    "reported": "reported",
}
"""The options for some formats, each with its name in `ExportOptions`."""


@asks
def command(
    asked: Asked,
    context: typer.Context,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="The output format. \\[default: by the extension of FILE, else markdown]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")] = False,
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar="FILE",
            help="Replace the text between the lines <!-- timeline --> and <!-- /timeline --> "
            "of a Markdown document.",
            rich_help_panel=_PANEL,
        ),
    ] = None,
    group_by: GroupBy = "year",
    style: Annotated[
        Style, typer.Option("--style", help="Write lists or tables.", rich_help_panel=_PANEL)
    ] = Style.LIST,
    sources: Annotated[
        Citing, typer.Option("--sources", help="How to cite sources.", rich_help_panel=_PANEL)
    ] = Citing.FOOTNOTES,
    show: Annotated[
        str,
        typer.Option(
            "--show",
            metavar="PARTS",
            help="Show these parts of events too: tags, places, follows, anchors, separated by "
            "commas.",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = "",
    heading_level: Annotated[
        int | None,
        typer.Option(
            "--heading-level",
            min=1,
            max=6,
            metavar="N",
            help="The level of the first heading. \\[default: 1, or 2 in wikitext and with --into]",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
    front_matter: Annotated[
        bool,
        typer.Option(
            "--front-matter",
            help="Start with title, dates, actors and tags as YAML front matter.",
            rich_help_panel=_PANEL,
        ),
    ] = False,
    partition: Annotated[
        Literal["year"] | None,
        typer.Option(
            "--partition",
            help="Write a folder with a folder for each year.",
            rich_help_panel="Parquet",
            show_default=False,
        ),
    ] = None,
    reported: Annotated[
        bool,
        typer.Option(
            "--reported",
            help="Give each event the date of its first source, and how many days later that is.",
            rich_help_panel="JSON",
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Write nothing if something would be reported as not included, and exit with 1.",
        ),
    ] = False,
    reverse: Reverse = False,
    limit: Limit = None,
    input_format: InFormat = None,
    column: ColumnNames = None,
    dates: DateForm = Dates.EDTF,
    engine: Engine = None,
    master: Master = None,
) -> None:
    """Export events to a format for publishing or processing"""
    from timeline.atomic_write import write_file
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal import blocks, note, stream_bytes
    from timeline.dates import Day
    from timeline.writers import LossError, Losses, write, write_bytes, write_folder

    chosen = _format(Format.PARQUET if partition and not format else format, output, into)
    _refuse_unused(context, chosen)
    if into is not None and front_matter:
        raise typer.BadParameter("--front-matter cannot be used with --into")
    marked = None if into is None else _marked(into)
    read_as = reading(asked.file, input_format, column, dates)
    asked_of = Chosen(engine, master)
    asked_of.check(input_format=input_format, column=column)
    if engine and chosen in _WITHOUT_ENGINE:
        raise typer.BadParameter(f"{chosen} cannot be written with --engine")
    timeline, found = ask(asked, reverse=reverse, limit=limit, options=read_as, engine=asked_of)
    options = ExportOptions(
        facet_of(group_by),
        style,
        sources,
        heading_level or (None if into is None else 2),
        front_matter,
        _parts(show),
        marked.footnotes if marked else frozenset(),
        Day.of(today()),
        partition is not None,
        reported,
    )
    if chosen is Format.HTML and len(found) > _MOST_ON_A_PAGE:
        note(
            f"a page of {len(found):,} events is large, and browsers open it slowly: "
            "narrow the question, as in 'timeline export 2014 -o 2014.html'"
        )
    losses = Losses()

    def contents() -> Iterable[bytes]:
        if WRITERS[chosen].is_binary:
            return write_bytes(timeline, found, chosen, options, losses)
        return blocks(write(timeline, found, chosen, options, losses))

    if strict:
        deque(contents(), maxlen=0)
        if losses:
            raise LossError(f"nothing was written: {chosen} cannot include {losses}")
        if by_design := WRITERS[chosen].by_design:
            note(f"left out of {chosen} by design: {', '.join(by_design)}")
    if into is not None and marked is not None:
        chunks = write(timeline, found, chosen, options, losses)
        write_file(into, [marked.with_text(chunks)], force=True)
        _report(len(found), chosen, into)
    elif output is None or output == "-":
        if partition or (WRITERS[chosen].is_binary and sys.stdout.isatty()):
            raise typer.BadParameter(f"{chosen} is not text: name a file after -o")
        stream_bytes(contents())
    else:
        if os.path.realpath(output) in map(os.path.realpath, timeline.files):
            raise FileError(f"events are read from {visible(output)}: write to another file")
        if partition:
            write_folder(timeline, found, output, options, losses, force=force)
        else:
            write_file(output, contents(), force=force)
        _report(len(found) - losses.events, chosen, output)
    if losses:
        note(f"not included in {chosen}: {losses}; --strict makes this an error")


def _refuse_unused(context: typer.Context, chosen: Format) -> None:
    """Raise typer.BadParameter if an option was given that the format does not follow."""
    for name, field in _WRITING.items():
        source = context.get_parameter_source(name)
        if source and source.name == "COMMANDLINE" and field not in WRITERS[chosen].options:
            formats = [one for one, writer in WRITERS.items() if field in writer.options]
            option = f"--{name.replace('_', '-')}"
            raise typer.BadParameter(
                f"{option} cannot be used with {chosen}, only with {listed(formats, 'and')}"
            )


def _report(count: int, chosen: Format, path: str) -> None:
    from timeline.cli.terminal import note

    what = "the sources of " if chosen in _SOURCES else ""
    note(f"wrote {what}{count:,} event{'s' if count != 1 else ''} to {visible(path)}")


def _parts(show: str) -> frozenset[Part]:
    """Return the parts of events to show."""
    names = [name.strip() for name in show.split(",") if name.strip()]
    for name in names:
        if name not in list(Part):
            raise typer.BadParameter(f"--show takes {listed(Part, 'and')}, not '{visible(name)}'")
    return frozenset(map(Part, names))


def _format(named: Format | None, output: str | None, into: str | None) -> Format:
    """Return the chosen format, or the one for the extension of the file."""
    if into is not None:
        if output is not None:
            raise typer.BadParameter("use either --into or --output")
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
            f"cannot tell the format from the name '{visible(str(output))}': "
            f"add --format {'|'.join(Format)}"
        )
    return found


def _marked(path: str) -> "Marked":
    from timeline.writers.markdown import Marked, MarkerError

    try:
        if not Path(path).is_file() and Path(path).exists():
            kind = "a folder" if Path(path).is_dir() else "not a file"
            raise FileError(f"cannot write into {visible(path)}: it is {kind}")
        return Marked(Path(path).read_bytes())
    except MarkerError as error:
        raise FileError(f"cannot write into {visible(path)}: {error}") from None
    except FileNotFoundError:
        raise FileError(f"cannot write into {visible(path)}: there is no such file") from None
    except OSError as error:
        raise FileError(f"cannot read {visible(path)}: {error.strerror or error}") from None
