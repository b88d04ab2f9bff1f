"""The list of export formats."""

from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple


class Format(StrEnum):
    """A format to export to."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    PARQUET = "parquet"
    ICS = "ics"
    TIMELINEJS = "timelinejs"
    MERMAID = "mermaid"
    MARKWHEN = "markwhen"
    WIKITEXT = "wikitext"
    BIBTEX = "bibtex"
    CSL = "csl"


class Writer(NamedTuple):
    """How a format is written.

    `endings` are the extensions of its files. `losses` lists the parts of a chronology that the
    format cannot hold; an export reports them. `by_design` lists what a document for reading or a
    bibliography does not show, which is not reported. `module` has a function `write`, which takes
    an `Export` and yields text, or bytes if the format `is_binary`. `options` are the fields of
    `ExportOptions` that it follows.
    """

    endings: tuple[str, ...]
    losses: tuple[str, ...]
    module: str
    options: tuple[str, ...] = ()
    is_binary: bool = False
    by_design: tuple[str, ...] = ()


_HEADING = ("title", "description")
_LAYOUT = ("grouping", "style", "sources", "show", "heading_level")
_REGISTRIES = ("what the registries say about actors and tags", "saved questions")

WRITERS = {
    Format.MARKDOWN: Writer(
        (".md", ".markdown"),
        (),
        "timeline.writers.markdown",
        (*_LAYOUT, "front_matter"),
        by_design=("IDs", "places", "tags", "follows", *_REGISTRIES),
    ),
    Format.HTML: Writer(
        (".html", ".htm"), (), "timeline.writers.html", ("grouping",), by_design=_REGISTRIES
    ),
    Format.JSON: Writer((".json",), (), "timeline.writers.data.json", ("reported",)),
    Format.JSONL: Writer(
        (".jsonl", ".ndjson"),
        (*_HEADING, *_REGISTRIES),
        "timeline.writers.data.jsonl",
        ("reported",),
    ),
    Format.CSV: Writer((".csv",), (*_HEADING, *_REGISTRIES), "timeline.writers.data.csv"),
    Format.TSV: Writer((".tsv", ".tab"), (*_HEADING, *_REGISTRIES), "timeline.writers.data.tsv"),
    Format.YAML: Writer((".yaml", ".yml"), (), "timeline.writers.data.yaml"),
    Format.PARQUET: Writer(
        (".parquet",), (), "timeline.writers.parquet", ("partitioned",), is_binary=True
    ),
    Format.ICS: Writer(
        (".ics", ".ical"),
        ("doubt and precision of dates", "open ends", "events before the year 1", *_REGISTRIES),
        "timeline.writers.timelines.ics",
    ),
    Format.TIMELINEJS: Writer(
        (".timeline.json",), ("open ends", *_REGISTRIES), "timeline.writers.timelines.timelinejs"
    ),
    Format.MERMAID: Writer(
        (".mmd", ".mermaid"),
        ("everything but titles, dates and the groups", *_REGISTRIES),
        "timeline.writers.timelines.mermaid",
        ("grouping",),
    ),
    Format.MARKWHEN: Writer(
        (".mw", ".markwhen"),
        ("doubt about dates", "open starts", *_REGISTRIES),
        "timeline.writers.timelines.markwhen",
    ),
    Format.WIKITEXT: Writer(
        (".wiki", ".wikitext"),
        (),
        "timeline.writers.wikitext",
        _LAYOUT,
        by_design=(*_HEADING, "IDs", "places", "tags", "follows", *_REGISTRIES),
    ),
    Format.BIBTEX: Writer(
        (".bib",),
        ("some dates of sources",),
        "timeline.writers.bibliography.bibtex",
        by_design=("everything but the sources",),
    ),
    Format.CSL: Writer(
        (".csl.json",),
        (),
        "timeline.writers.bibliography.csl",
        by_design=("everything but the sources",),
    ),
}


FORMAT_NAMES = {
    ending[1:]: format for format, writer in WRITERS.items() for ending in writer.endings
}
"""Extensions without their point, as other names of the formats."""


def format_of(path: str) -> Format | None:
    """Return the format for the extension of a file, None if there is none.

    The longest extension decides: `.timeline.json` rather than `.json`.
    """
    name = PurePath(path).name.lower()
    fitting = [
        (len(ending), format)
        for format, writer in WRITERS.items()
        for ending in writer.endings
        if name.endswith(ending) and name != ending
    ]
    return max(fitting, default=(0, None), key=lambda one: one[0])[1]
