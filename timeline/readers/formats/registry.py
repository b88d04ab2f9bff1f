"""The list of readable formats."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple


class Format(NamedTuple):
    """A readable format.

    `option` names it on the command line. `endings` are the extensions of its files. `looks_like`
    names the function of `starts` that recognizes it by the first bytes of a file without one of
    these extensions; it is empty for YAML, which any text may be. `module` has a function `read`,
    which takes a seekable stream of bytes and a `Report`, and yields items. If the format is
    `divisible`, that function also takes `read_parts`.
    """

    name: str
    option: str
    endings: tuple[str, ...]
    looks_like: str
    module: str
    divisible: bool = False


TIMELINE_JS = Format(
    "TimelineJS", "timelinejs", (), "is_timeline_js", "timeline.readers.json.timelinejs"
)
MARKDOWN = Format(
    "Markdown note", "markdown", (".md", ".markdown"), "is_note", "timeline.readers.notes"
)
JSON = Format("JSON", "json", (".json",), "is_exported_json", "timeline.readers.json")
YAML = Format("YAML", "yaml", (".yaml", ".yml"), "", "timeline.readers.yaml", divisible=True)
FORMATS = (
    Format(
        "CSV",
        "csv",
        (".csv", ".tsv", ".tab"),
        "is_table",
        "timeline.readers.tables",
        divisible=True,
    ),
    Format("iCalendar", "ics", (".ics", ".ical"), "is_calendar", "timeline.readers.ics"),
    Format("GEDCOM", "gedcom", (".ged", ".gedcom"), "is_gedcom", "timeline.readers.gedcom"),
    TIMELINE_JS,
    JSON,
    Format(
        "JSON Lines",
        "jsonl",
        (".jsonl", ".ndjson"),
        "is_json_lines",
        "timeline.readers.json.lines",
        divisible=True,
    ),
    Format(
        "markwhen", "markwhen", (".mw", ".markwhen"), "is_markwhen", "timeline.readers.markwhen"
    ),
    MARKDOWN,
    YAML,
)
ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
"""The extensions of all readable files."""
FORMAT_NAMES = {ending[1:]: one.option for one in FORMATS for ending in one.endings}
"""Extensions without their point, as other names of the options."""


def format_named(option: str) -> Format:
    """Return the format that an option names."""
    return next(one for one in FORMATS if one.option == option)


def format_of(path: str, start: bytes) -> Format:
    """Return the format of a file, by its extension or else by its first bytes.

    A file that is called YAML may be something else, and JSON can be that of TimelineJS.
    """
    ending = PurePath(path).suffix.lower()
    for one in FORMATS:
        if one not in (JSON, YAML) and ending in one.endings:
            return one
    if ending in JSON.endings:
        return TIMELINE_JS if _looks_like(TIMELINE_JS, start) else JSON
    return next((one for one in FORMATS if one.looks_like and _looks_like(one, start)), YAML)


def _looks_like(one: Format, start: bytes) -> bool:
    from timeline.readers.formats import starts

    recognize: Callable[[bytes], bool] = getattr(starts, one.looks_like)
    return recognize(start)
