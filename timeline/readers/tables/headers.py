"""The header row of a table: which column holds which part of an event."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from timeline.readers.items import Place
from timeline.readers.records import COMPUTED, DAY, END_KEYS, EVENT_KEYS, MONTH, START_KEYS, YEAR
from timeline.readers.report import Report
from timeline.readers.tables.cells import COLUMNS
from timeline.readers.tables.rows import Row
from timeline.text import fold, listed, visible

_Part = TypeVar("_Part")

JOINED = ("summary", "actors", "places", "tags", "follows", "sources")
"""The keys that several columns may hold together."""

_SOURCE_PARTS = {
    **{
        f"source {part}{s}": part
        for part in ("title", "url", "publisher", "date", "archive")
        for s in ("s", "")
    },
    # The columns of the TimelineJS spreadsheet.
    "media": "url",
    "media credit": "publisher",
    "media caption": "title",
}
_DATE_PARTS = {
    **dict.fromkeys(START_KEYS, ("start", "text")),
    **dict.fromkeys(END_KEYS, ("end", "text")),
    YEAR: ("start", "year"),
    MONTH: ("start", "month"),
    DAY: ("start", "day"),
    "time": ("start", "time"),
    "start time": ("start", "time"),
    **{f"end {part}": ("end", part) for part in (YEAR, MONTH, DAY, "time")},
}
_DAY_PARTS = (YEAR, MONTH, DAY)
_SHOWN = ("title", "summary", "actors", "places", "tags")
_ONLY_IN_TIMELINE_JS = ("display date", "media thumbnail", "background")


class Columns(NamedTuple):
    """The numbers of the columns, from 0.

    `fields` are those of the keys of an event; the columns of one key are joined. `date_parts` are
    those of the parts of a date, by side and part, and `source_parts` those of the parts of
    sources. `row` is the column with the kind of row in a TimelineJS spreadsheet, None in other
    tables. `with_html` are those with text that is HTML, as in that spreadsheet.
    """

    names: Sequence[str]
    fields: dict[str, tuple[int, ...]]
    date_parts: dict[tuple[str, str], int]
    source_parts: dict[str, int]
    computed: dict[str, int]
    row: int | None = None
    with_html: Sequence[int] = ()

    @property
    def of_timeline_js(self) -> bool:
        """Whether the table is laid out as the spreadsheet of TimelineJS."""
        return self.row is not None or "headline" in map(fold, self.names)

    def shown(self) -> Sequence[int]:
        """Return the columns with text that the spreadsheet of TimelineJS has as HTML."""
        fields = (self.fields.get(key, ()) for key in _SHOWN)
        parts = (self.source_parts.get(part) for part in ("title", "publisher"))
        return [*chain.from_iterable(fields), *(number for number in parts if number is not None)]


def columns_of(head: Row, report: Report) -> Columns | None:
    """Return the columns under a header row; None after reporting that some are missing.

    Headings are matched regardless of case, and may be those that other programs use. A heading
    that is not understood is reported as a warning.
    """
    names = [name.strip() for name in head.cells]
    folded = [fold(name) for name in names]
    columns = Columns(names, {}, {}, {}, {})
    for key, name in report.options.columns:
        if fold(name) not in folded:
            shown = f"the columns are {_shown(names)}"
            report.error(Place(head.line, 1), f"there is no column '{visible(name)}': {shown}")
            return None
        columns.fields[key] = (folded.index(fold(name)),)
    chosen = {number for numbers in columns.fields.values() for number in numbers}
    of_timeline_js = "headline" in folded and YEAR in folded
    meant: dict[str, list[int]] = {}
    ignored: list[int] = []
    for number, name in enumerate(folded):
        if not name or number in chosen:
            continue
        if of_timeline_js and name == "type":
            columns = columns._replace(row=number)
        elif name.replace(" ", "_") in COMPUTED:
            columns.computed[name] = number
        elif name in _SOURCE_PARTS:
            ignored += _take(columns.source_parts, _SOURCE_PARTS[name], number)
        elif name in _DATE_PARTS:
            ignored += _take(columns.date_parts, _DATE_PARTS[name], number)
        elif field := EVENT_KEYS.called_elsewhere(name):
            meant.setdefault(field, []).append(number)
        else:
            ignored.append(number)
    for key, numbers in meant.items():
        ignored += _settle(columns, key, numbers, folded)
    ignored += _settle_date(columns)
    if "title" not in columns.fields:
        # An error names them.
        ignored = [number for number in ignored if number not in meant.get("title", ())]
    for number in sorted(ignored):
        advice = _advice(folded[number], columns)
        report.warning(
            head.place(number), f"column '{visible(names[number])}' is ignored: {advice}"
        )
    _tell_of_joined(columns, head, report)
    if of_timeline_js:
        columns = columns._replace(with_html=columns.shown())
    return columns if _are_enough(columns, meant, head, report) else None


def is_header(cells: Sequence[str], report: Report) -> bool:
    """Return whether the cells of a row name a column for the date and one for the title."""
    folded = {fold(cell) for cell in cells}
    keys = {key for key, name in report.options.columns if fold(name) in folded}
    return {"date", "title"} <= keys | {EVENT_KEYS.called_elsewhere(name) for name in folded}


def _take(parts: dict[_Part, int], part: _Part, number: int) -> list[int]:
    """Add the column of a part of a date or of sources; return it instead if there is one."""
    return [] if parts.setdefault(part, number) == number else [number]


def _settle(
    columns: Columns, key: str, numbers: Sequence[int], folded: Sequence[str]
) -> Sequence[int]:
    """Decide which of the columns that may hold a key are read; return those that are not."""
    if key in columns.fields:
        return numbers
    if key in JOINED or len(numbers) == 1:
        columns.fields[key] = tuple(numbers)
        return ()
    own = [number for number in numbers if folded[number] == key]
    if own:
        columns.fields[key] = (own[0],)
    return [number for number in numbers if number not in own[:1]]


def _settle_date(columns: Columns) -> list[int]:
    """Decide which columns make up the date; return those that are not needed for it."""
    parts, fields = columns.date_parts, columns.fields
    ignored = []
    has_start = any(side == "start" and part != "time" for side, part in parts)
    if "date" in fields:
        # An end belongs to the start, and to the date only if there is no start.
        for part in [part for part in parts if has_start and part != ("start", "time")]:
            ignored.append(parts.pop(part))
        if parts:
            parts["start", "text"] = fields.pop("date")[0]
    elif not has_start and ("start", "time") in parts:
        fields["date"] = (parts.pop(("start", "time")),)
    for side in ("start", "end"):
        if (side, "text") in parts:
            ignored += [parts.pop((side, part)) for part in _DAY_PARTS if (side, part) in parts]
    return ignored


def _tell_of_joined(columns: Columns, head: Row, report: Report) -> None:
    for key, numbers in columns.fields.items():
        if len(numbers) > 1:
            shown = listed([f"'{visible(columns.names[number])}'" for number in numbers], "and")
            report.warning(
                head.place(numbers[1]),
                f"{shown} are read together as the {key}: to read one of them, "
                f"use --column {key}=NAME",
            )


def _advice(name: str, columns: Columns) -> str:
    """Return what to do about a column that is ignored."""
    if name in _ONLY_IN_TIMELINE_JS:
        return "it has no counterpart in an event"
    key = EVENT_KEYS.called_elsewhere(name)
    holder = columns.fields.get(key or "", (None,))[0]
    if holder is None and name in _DATE_PARTS:
        key, part = _DATE_PARTS[name]
        holder = columns.date_parts.get((key, "text"), columns.date_parts.get((key, part)))
    if holder is None and name in _SOURCE_PARTS:
        key = f"{_SOURCE_PARTS[name]} of sources"
        holder = columns.source_parts[_SOURCE_PARTS[name]]
    if holder is not None:
        return f"the {key} is in '{visible(columns.names[holder])}'"
    if key:
        return f"rename the one that holds the {key} to '{key}'"
    return f"the known columns are {listed((*EVENT_KEYS.known, *COLUMNS[-5:]), 'and')}"


def _are_enough(
    columns: Columns, meant: Mapping[str, Sequence[int]], head: Row, report: Report
) -> bool:
    """Return whether there are a date and a title; report the first that is missing."""
    parts = columns.date_parts
    has_date = "date" in columns.fields or ("start", "text") in parts or ("start", YEAR) in parts
    for key, found in (("date", has_date), ("title", "title" in columns.fields)):
        if found:
            continue
        if numbers := meant.get(key):
            shown = [f"'{visible(columns.names[number])}'" for number in numbers]
            report.error(
                head.place(numbers[0]),
                f"the {key} may be in {listed(shown)}: choose one with --column {key}=NAME",
            )
        else:
            report.error(
                Place(head.line, 1),
                f"no column holds the {key}: name one '{key}', or choose one with "
                f"--column {key}=NAME; the columns are {_shown(columns.names)}",
            )
        return False
    return True


def _shown(names: Sequence[str]) -> str:
    """Return the headings that are not empty, as a list in words."""
    shown = [visible(name) for name in names if name]
    return listed(shown, "and") if shown else "without names"
