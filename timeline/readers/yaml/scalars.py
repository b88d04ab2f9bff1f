"""Writing texts and sources in YAML, so that any YAML program reads them back unchanged."""

import json
import re
from collections.abc import Iterable, Iterator

from timeline.model import Membership, Role, Source

_WIDTH = 96
# Texts that need no quotes, in any YAML program: the first characters rule out signs, numbers and
# dates, and no comment or value can begin within.
_PLAIN = re.compile(r"[^\W\d_](?:[\w/.()'\u2019&+%;~=$@,-]|:(?=[\w/])| (?=[^ #]))*")
_PLAIN_IN_LIST = re.compile(r"[^\W\d_](?:[\w/.()'\u2019&+%;~=$@-]| (?=[^ #]))*")
_PLAIN_DATE = re.compile(r"[0-9][0-9XYTZ:.~?%+/-]*")
_NOT_TEXT = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
# What PyYAML and the reader refuse, even though JSON allows it.
_UNSAFE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def flow_list(texts: Iterable[str]) -> str:
    """Return a list in brackets."""
    return f"[{', '.join(map(inline_in_list, texts))}]"


def dated_list(items: Iterable[str | Membership | Role]) -> str:
    """Return a list in brackets of texts, and of memberships or roles with dates."""
    texts = (inline_in_list(one) if isinstance(one, str) else _dated(one) for one in items)
    return f"[{', '.join(texts)}]"


def _dated(item: Membership | Role) -> str:
    name = "id" if isinstance(item, Membership) else "title"
    dates = {"since": item.since, "until": item.until}
    parts = [f"{key}: {date_text(text)}" for key, text in dates.items() if text]
    return f"{{{', '.join([f'{name}: {inline_in_list(getattr(item, name))}', *parts])}}}"


def source_lines(sources: Iterable[Source], column: int) -> Iterator[str]:
    """Yield the lines of a list of sources, whose dashes have `column` spaces before them."""
    margin = " " * column
    for source in sources:
        lead = f"{margin}- "
        for key in ("title", "url", "publisher"):
            if text := getattr(source, key):
                yield f"{lead}{key}: {inline(text)}\n"
                lead = f"{margin}  "
        if source.date:
            yield f"{lead}date: {date_text(source.date)}\n"
            lead = f"{margin}  "
        if source.archive:
            yield f"{lead}archive: {inline(source.archive)}\n"


def date_text(text: str) -> str:
    """Return a date in EDTF, in quotes if needed."""
    # The reader warns of a date such as 1939-41 without quotes.
    return text if _PLAIN_DATE.fullmatch(text) and text[5:7] <= "20" else quoted(text)


def inline(text: str) -> str:
    """Return a text in one line, in double quotes if needed."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT else quoted(text)


def inline_in_list(text: str) -> str:
    """Return a text as an item in brackets."""
    return (
        text if _PLAIN_IN_LIST.fullmatch(text) and text.lower() not in _NOT_TEXT else quoted(text)
    )


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"


def long_text(text: str, indent: int) -> str:
    """Return what follows a key and its colon: a block with this indent, or a text in one line.

    A long text or one of several lines is a block, unless it needs quotes.
    """
    margin = " " * indent
    if "\n" in text:
        lines = text.split("\n")
        if all(line.isprintable() and line == line.strip() for line in lines) and lines[0]:
            return " |-" + "".join(f"\n{margin}{line}" if line else "\n" for line in lines)
    elif len(text) > _WIDTH - indent and text.isprintable() and "  " not in text:
        # As many words as there is room for, or a longer word.
        lines = re.findall(rf"(.{{1,{_WIDTH - indent}}}|\S+)(?: |$)", text)
        return " >-" + "".join(f"\n{margin}{line}" for line in lines)
    return f" {inline(text)}"
