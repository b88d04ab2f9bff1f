"""The header row of a table: which column holds which part of an event."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.readers.items import Place
from timeline.readers.records import DAY, END_KEYS, EVENT_KEYS, MONTH, START_KEYS, YEAR
from timeline.readers.report import Report
from timeline.readers.tables.cells import COLUMNS
from timeline.text import fold, listed, visible

COMPUTED = ("earliest", "latest", "approximate", "uncertain")
"""The columns of an exported table that repeat what the date says."""

_SOURCE_PARTS = {
    "source titles": "title",
    "source urls": "url",
    "source publishers": "publisher",
    "source dates": "date",
    "source archives": "archive",
    # The columns of the TimelineJS spreadsheet.
    "media": "url",
    "media credit": "publisher",
    "media caption": "title",
}
_DATE_PARTS = {
    **dict.fromkeys((*START_KEYS, "start time"), ("start", "text")),
    **dict.fromkeys(END_KEYS, ("end", "text")),
    YEAR: ("start", "year"),
    MONTH: ("start", "month"),
    DAY: ("start", "day"),
    "time": ("start", "time"),
    **{f"end {part}": ("end", part) for part in (YEAR, MONTH, DAY, "time")},
}
_ONLY_IN_TIMELINE_JS = ("display date", "media thumbnail", "background")


class Columns(NamedTuple):
    """The numbers of the columns, from 0.

    `fields` are those of the keys of an event. `date_parts` are those of the parts of a date, by
    side and part, and `source_parts` those of the parts of sources. `row` is the column with the
    kind of row in a TimelineJS spreadsheet, None in other tables.
    """

    names: Sequence[str]
    fields: dict[str, int]
    date_parts: dict[tuple[str, str], int]
    source_parts: dict[str, int]
    computed: dict[str, int]
    row: int | None = None

    @property
    def of_timeline_js(self) -> bool:
        """Whether the table is laid out as the spreadsheet of TimelineJS."""
        return self.row is not None or "headline" in map(fold, self.names)


def columns_of(names: Sequence[str], places: Sequence[Place], report: Report) -> Columns | None:
    """Return the columns with these headings; None after reporting that some are missing.

    Headings are matched regardless of case, and may be those that other programs use. A heading
    that is not understood is reported as a warning.
    """
    columns = Columns(names, {}, {}, {}, {})
    folded = [fold(name) for name in names]
    for key, name in report.options.columns:
        if fold(name) not in folded:
            shown = listed([visible(one) for one in names], "and")
            report.error(
                Place(1, 1), f"there is no column '{visible(name)}': the columns are {shown}"
            )
            return None
        columns.fields[key] = folded.index(fold(name))
    chosen = set(columns.fields.values())
    of_timeline_js = "headline" in folded and YEAR in folded
    unknown = []
    for number, name in enumerate(folded):
        if not name or number in chosen:
            continue
        if of_timeline_js and name == "type":
            columns = columns._replace(row=number)
        elif name.replace(" ", "_") in COMPUTED:
            columns.computed[name] = number
        elif not _take(columns, name, number):
            unknown.append(number)
    _settle_aliases(columns, folded, unknown)
    for number in sorted(unknown):
        shown = visible(names[number])
        report.warning(
            places[number], f"column '{shown}' is ignored: {_advice(folded[number], columns)}"
        )
    return columns if _are_enough(columns, report) else None


def _take(columns: Columns, name: str, number: int) -> bool:
    """Add a column under what its heading means; return False if that is unclear or taken."""
    if name in EVENT_KEYS.known:
        return columns.fields.setdefault(name, number) == number
    if name in _SOURCE_PARTS:
        return columns.source_parts.setdefault(_SOURCE_PARTS[name], number) == number
    if name in _DATE_PARTS:
        return columns.date_parts.setdefault(_DATE_PARTS[name], number) == number
    return False


def _settle_aliases(columns: Columns, folded: Sequence[str], unknown: list[int]) -> None:
    """Use columns that other programs call differently, where only one stands for a key."""
    names = [folded[number] for number in unknown]
    for key, name in EVENT_KEYS.settled(names).items():
        if key in columns.fields or (key == "date" and columns.date_parts):
            continue
        columns.fields[key] = number = unknown[names.index(name)]
        unknown.remove(number)
        names.remove(name)


def _advice(name: str, columns: Columns) -> str:
    if name in _ONLY_IN_TIMELINE_JS:
        return "it has no counterpart in an event"
    key = EVENT_KEYS.elsewhere.get(name)
    if key in columns.fields:
        return f"the {key} is in '{visible(columns.names[columns.fields[key]])}'"
    if key:
        return f"rename the one that holds the {key} to '{key}'"
    return f"the known columns are {listed((*EVENT_KEYS.known, *COLUMNS[-5:]), 'and')}"


def _are_enough(columns: Columns, report: Report) -> bool:
    has_date = "date" in columns.fields or any(
        ("start", part) in columns.date_parts for part in ("year", "text")
    )
    for key, found in (("date", has_date), ("title", "title" in columns.fields)):
        if not found:
            report.error(
                Place(1, 1),
                f"no column holds the {key}: name one '{key}', or choose one with "
                f"--column {key}=NAME; the columns are "
                f"{listed([visible(name) for name in columns.names], 'and')}",
            )
            return False
    return True
