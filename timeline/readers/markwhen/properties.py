"""The header of a markwhen file, and the properties under its events: YAML, line by line."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.readers.markwhen.dates import Rules
from timeline.readers.markwhen.lines import NumberedLine
from timeline.readers.records import EVENT_KEYS, Record, Text, Value, place_of
from timeline.readers.report import Report
from timeline.readers.yaml import mapping_in
from timeline.text import visible

_KEY = re.compile(r"(?!-)\s*[\w.-]+:(?:\s|$)")
_HEADER_KEY = re.compile(r"[^:]+:(?:\s|$)")
_TAG_COLOR = re.compile(r"\s*#(\w*):\s*\S+\s*")
_DASHES = "---"
_ZONES = ("timezone", "tz")
_EDTF = "edtf"
_DAY_FIRST = "d/M/y"
_IN_HEADER = ("title", "description")


class Header(NamedTuple):
    """What the header says: the title and description, by key, and how dates are written."""

    texts: dict[str, str]
    rules: Rules


class Properties(NamedTuple):
    """The properties of an event, under the keys of an event.

    `edtf` is the date as exported by `timeline`. `zone` is the time zone, empty without one. They
    are not `whole` if some of them could not be read.
    """

    keys: dict[str, Text]
    entries: dict[str, Value]
    edtf: Text | None
    zone: str
    whole: bool


def header_of(lines: Iterable[NumberedLine], report: Report) -> Header:
    """Return the header of a file, and report what is ignored of it."""
    kept: list[NumberedLine] = []
    for line in lines:
        if _TAG_COLOR.fullmatch(line.text):
            report.ignored(line.place, "the color of a tag")
        elif _HEADER_KEY.match(line.text) or (kept and re.match(r"\s+\S|- ", line.text)):
            kept.append(line)
        elif line.text.strip() and not line.text.startswith(_DASHES):
            report.ignored(line.place, "text outside of events")
    record = _mapping(kept, report)
    if record is None:
        return Header({}, Rules())
    for name, key in record.keys.items():
        if name.lower() not in (*_IN_HEADER, *_ZONES, "dateformat"):
            report.ignored(place_of(key), f"'{visible(name)}' in the header")
    texts = {name.lower(): _text(value).strip() for name, value in record.entries.items()}
    zone = next((texts[name] for name in _ZONES if name in texts), "")
    rules = Rules(day_first=texts.get("dateformat") == _DAY_FIRST, zone=zone)
    return Header({key: texts[key] for key in _IN_HEADER if texts.get(key)}, rules)


def properties_of(
    body: list[NumberedLine], report: Report
) -> tuple[Properties, list[NumberedLine]]:
    """Return the properties under an event, and the lines below them.

    A key of another program is that of an event if only one such key is there.
    """
    end = 0
    if body and body[0].text.startswith(_DASHES):
        closing = (at for at, line in enumerate(body) if at and line.text.startswith(_DASHES))
        end = next(closing, len(body) - 1)
        lines, rest = body[1:end], body[end + 1 :]
    else:
        while end < len(body) and _KEY.match(body[end].text):
            end += 1
        lines, rest = body[:end], body[end:]
    record = _mapping(lines, report)
    if record is None:
        return Properties({}, {}, None, "", whole=not lines), rest
    edtf = record.entries.pop(_EDTF, None)
    record.keys.pop(_EDTF, None)
    zone = ""
    for name in _ZONES:
        record.keys.pop(name, None)
        zone = zone or _text(record.entries.pop(name, None)).strip()
    keys: dict[str, Text] = {}
    entries: dict[str, Value] = {}
    for name, key in record.keys.items():
        meant = EVENT_KEYS.called_elsewhere(name)
        if meant in (None, "date", "title") or meant in record.keys or meant in keys:
            meant = name
        if meant in ("date", "title"):
            report.ignored(place_of(key), f"property '{visible(name)}'")
            continue
        keys[meant], entries[meant] = key, record.entries.get(name)
    date = edtf if edtf is None or edtf.value is not None else None
    assert not isinstance(date, Record)
    return Properties(keys, entries, date, zone, record.whole), rest


def _mapping(lines: Sequence[NumberedLine], report: Report) -> Record | None:
    if not lines:
        return None
    number = lines[0].number
    texts: list[str] = []
    for line in lines:
        # Lines between them, such as comments, were left out.
        texts += [""] * (line.number - number - len(texts))
        texts.append(line.text)
    return mapping_in("\n".join(texts), number, report)


def _text(value: Value) -> str:
    return "" if value is None or value.value is None else value.value
