"""Recognizing readable formats by the first bytes of a file."""

import codecs
import re
from itertools import pairwise

BOM = b"\xef\xbb\xbf"
_LINES = 20
_TIMELINE_JS = re.compile(
    rb'"start_date"\s*:\s*\{|"text"\s*:\s*\{[^{}]*"headline"\s*:|\A\s*\{\s*"scale"\s*:', re.DOTALL
)
_A_JSON_OBJECT = re.compile(r"\{.*\}\s*")
_JSON_EXPORT = b'{\n"title": "'
_JSON_LINES_EXPORT = '{"id":"'
_DAY = (
    r"(?:[0-9]{4}(?:-[0-9]{1,2}){0,2}(?:T[0-9:.]+Z)?|(?:[0-9]{1,2}/){0,2}[0-9]{4}"
    r"|(?:[0-9]{1,2} )?[A-Za-z]{3,9}(?: [0-9]{1,2},?)? [0-9]{4}|[0-9]{1,5} (?:BC|BCE|CE|AD))"
)
# The header of an export, which no YAML file has.
_MARKWHEN_HEADER = re.compile(r'\s*(?:(?:title|description): ".*"\s*)*timezone: ')
# A line of YAML with a block or a section below it.
_SECTION = re.compile(r"\w+:\s*[>|][-+0-9]*\s*|(?:check|questions|tags|actors|events):\s*")
# `2014: text` and `2014-03 - 2015: text`, not followed by a list or mapping.
_MARKWHEN = re.compile(
    rf"[ \t]*{_DAY}(?: ?[-/\u2013] ?(?:{_DAY}|now))?[ \t]*:[ \t]+[^\s\[{{\"'>|&*!]"
)
_NOTE = re.compile(
    r"---[ \t]*\n(?P<front>.*?)^(?P<fence>---|\.\.\.)[ \t]*$(?P<body>.*)", re.DOTALL | re.MULTILINE
)
# The first line that Excel writes, to name the delimiter.
_SEPARATOR = re.compile('"?sep=[^"\\w]"?[\r\n]', re.IGNORECASE)
_PAIR = re.compile(r"^[^\s#:'\"\[{-][^:\n]*:(?:[ \t]|$)", re.MULTILINE)
# The first columns of an exported table, which may have no rows.
_COLUMNS = ["id", "date", "earliest", "latest", "approximate", "uncertain", "title"]
# The start of most lines of YAML, but of no row of a table.
_YAML = r"[-\[{?&*!%|>]|[^,;\t]*:"


def lines_in(start: bytes) -> list[str]:
    """Return the first lines of a text, without empty lines and comments."""
    lines = start.decode("utf-8-sig", "replace").splitlines(keepends=True)
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")][:_LINES]


def is_table(start: bytes) -> bool:
    """Return whether a text is a table: rows as long as the heading, which contains a known key.

    Above a heading with a date and a title there may be other rows, or a line `sep=;`.
    """
    lines = lines_in(start)
    first = lines[0] if lines else ""
    if _SEPARATOR.match(first) or re.split("[,\t]", first.strip())[: len(_COLUMNS)] == _COLUMNS:
        return True
    if len(lines) < 2 or any(line.startswith("- ") for line in lines):
        return False
    if lines[0].startswith("{"):
        # YAML in brackets, whose texts can have as many commas in each line.
        return False
    import csv

    from timeline.readers.records import EVENT_KEYS

    is_yaml = re.match(_YAML, lines[0])
    for delimiter in ",;\t":
        table = list(csv.reader(lines, delimiter=delimiter))
        for above, (head, row) in enumerate(pairwise(table)):
            meant = set(map(EVENT_KEYS.called_elsewhere, head))
            is_head = {"date", "title"} <= meant if above or is_yaml else meant != {None}
            if is_head and len(head) == len(row) > 1:
                return True
    return False


def is_json_lines(start: bytes) -> bool:
    """Return whether the first lines of a text are JSON objects."""
    lines = lines_in(start)
    if lines and lines[0].startswith(_JSON_LINES_EXPORT):
        # There may be one event only, or the first one may be longer than this start.
        return lines[0].endswith("}\n") or not lines[0].endswith("\n")
    return len(lines) > 1 and all(map(_A_JSON_OBJECT.fullmatch, lines[:2]))


def is_exported_json(start: bytes) -> bool:
    """Return whether a text begins like an exported JSON document. Other JSON is read as YAML."""
    return start.removeprefix(BOM).startswith(_JSON_EXPORT)


def is_calendar(start: bytes) -> bool:
    """Return whether a text begins like an iCalendar file."""
    return re.match(rb"\s*BEGIN:VCALENDAR", start.removeprefix(BOM), re.IGNORECASE) is not None


def is_gedcom(start: bytes) -> bool:
    """Return whether a text in UTF-8, UTF-16 or a set with ASCII begins like a GEDCOM file."""
    plain = start[:256].lstrip(BOM + codecs.BOM_UTF16_LE).replace(b"\0", b"")
    return re.match(rb"\s*0[ \t]+HEAD\s", plain, re.IGNORECASE) is not None


def is_timeline_js(start: bytes) -> bool:
    """Return whether a text begins like the JSON of TimelineJS3."""
    opens = start.removeprefix(BOM).lstrip().startswith(b"{")
    return opens and _TIMELINE_JS.search(start) is not None


def is_markwhen(start: bytes) -> bool:
    """Return whether a text begins like an exported one, or like an event of markwhen.

    Lists before the first event and sections are those of YAML.
    """
    text = start.decode("utf-8-sig", "replace")
    if _MARKWHEN_HEADER.match(text):
        return True
    lines = lines_in(start)
    events = [number for number, line in enumerate(lines) if _MARKWHEN.match(line)]
    if not events or any(map(_SECTION.fullmatch, lines)):
        return False
    return not any(line.lstrip().startswith(("- ", "events:")) for line in lines[: events[0]])


def is_note(start: bytes) -> bool:
    """Return whether a text begins with front matter: lines `key: value` between two lines `---`.

    A YAML document may begin in the same way. It is followed by nothing, or by another document.
    """
    if not start.removeprefix(BOM).startswith(b"---"):
        return False
    text = start.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    found = _NOTE.match(text)
    if not found or not _PAIR.search(found["front"]):
        return False
    from timeline.readers.records import ALL_KEYS, look_like_an_event

    keys = {line.partition(":")[0] for line in found["front"].splitlines() if _PAIR.match(line)}
    if "events" in keys:
        return False
    body = next((line for line in found["body"].splitlines() if line.strip()), "")
    if not body:
        # One event in YAML may end with `...`.
        return found["fence"] == "---" and look_like_an_event(keys)
    return not re.match(rf"(?:(?:- )?(?:{'|'.join(ALL_KEYS)}):(?:\s|$)|- {{|---)", body)
