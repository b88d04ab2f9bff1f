"""The list of readable formats."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple


class Format(NamedTuple):
    """A readable format.

    `option` names it on the command line. `endings` are the extensions of its files. `looks_like`
    recognizes it by the first bytes of a file without one of these extensions. `module` has a
    function `read`, which takes a seekable stream of bytes and a `Report`, and yields items. If the
    format is `divisible`, that function also takes `read_parts`.
    """

    name: str
    option: str
    endings: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    module: str
    divisible: bool = False


def _is_table(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_table

    return is_table(start)


def _is_json_lines(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_json_lines

    return is_json_lines(start)


def _is_calendar(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_calendar

    return is_calendar(start)


def _is_markwhen(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_markwhen

    return is_markwhen(start)


def _is_gedcom(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_gedcom

    return is_gedcom(start)


def _is_timeline_js(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_timeline_js

    return is_timeline_js(start)


def _is_exported_json(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_exported_json

    return is_exported_json(start)


def _is_note(start: bytes) -> bool:
    from timeline.readers.formats.starts import is_note

    return is_note(start)


TIMELINE_JS = Format(
    "TimelineJS", "timelinejs", (), _is_timeline_js, "timeline.readers.json.timelinejs"
)
MARKDOWN = Format(
    "Markdown note", "markdown", (".md", ".markdown"), _is_note, "timeline.readers.notes"
)
JSON = Format("JSON", "json", (".json",), _is_exported_json, "timeline.readers.json")
YAML = Format(
    "YAML", "yaml", (".yaml", ".yml"), lambda start: True, "timeline.readers.yaml", divisible=True
)
FORMATS = (
    Format(
        "CSV", "csv", (".csv", ".tsv", ".tab"), _is_table, "timeline.readers.tables", divisible=True
    ),
    Format("iCalendar", "ics", (".ics", ".ical"), _is_calendar, "timeline.readers.ics"),
    Format("GEDCOM", "gedcom", (".ged", ".gedcom"), _is_gedcom, "timeline.readers.gedcom"),
    TIMELINE_JS,
    JSON,
    Format(
        "JSON Lines",
        "jsonl",
        (".jsonl", ".ndjson"),
        _is_json_lines,
        "timeline.readers.json.lines",
        divisible=True,
    ),
    Format("markwhen", "markwhen", (".mw", ".markwhen"), _is_markwhen, "timeline.readers.markwhen"),
    MARKDOWN,
    # YAML comes last: any text may be meant as YAML, and JSON is YAML.
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
        return next(one for one in (TIMELINE_JS, JSON) if one is JSON or one.looks_like(start))
    return next(one for one in FORMATS if one.looks_like(start))
