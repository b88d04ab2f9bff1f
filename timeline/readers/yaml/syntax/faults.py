"""Explaining the errors of a YAML parser: where to correct the file, and how."""

import re
from collections.abc import Callable
from typing import Any

from yaml import YAMLError

from timeline.readers.items import Place
from timeline.readers.records import ALL_KEYS, List, Record, Text, Value, place_of
from timeline.text import name_of, visible

FIELDS = "|".join(ALL_KEYS)
NO_SPACE_AFTER_COLON = re.compile(f" *(?:- +)*((?:{FIELDS}):)(?=[^ ])")
"""The start of a line such as `date:2014`, which YAML reads as a text."""

_NO_SPACE_AFTER_DASH = re.compile(f" *(-)(?:{FIELDS}):(?: |$)")
_NOT_IN_BRACKETS = re.compile(f" *(?:- |(?:{FIELDS}):(?: |$))")
_COMMENT_IN_BRACKETS = re.compile(r"(?<=[\s,\[{])#\S.*")
_KEY_ALONE = re.compile(f" *(?:- +)*(?:{FIELDS}) *$")
_ESCAPES = re.compile(
    r"""(?:[^\\]|\\(?:[0abtn\tvfre "/\\N_LP]|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}
    |u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}
    |U00(?:0(?!0[dD][89a-fA-F])|10)[\da-fA-F]{4}))*""",
    re.VERBOSE,
)

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][\da-fA-F]{2}")

_BULLET = re.compile(
    f" *([-*\u2010-\u2015\u2022\u2043\u2212\u25aa\u25cf\u00b7])[ \u00a0]?(?:{FIELDS}):"
)
_ODD_SPACE = re.compile("[ -]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000])")
_IN_CURLY_QUOTES = re.compile("[^:]*: *([\u201c\u201d\u201e\u2018\u2019\u00ab])")

_INDENTED = "check its indentation"
_COLON = "colon in unquoted text: put quotes around the whole text"
_FOLDED_COLON = f"{_COLON}, or write '>-' after its key and start the text on the next line"
_BRACKETS = {
    "flow sequence": "this list is not closed, or a comma is missing: [one, two]",
    "flow mapping": (
        "this mapping is not closed, a comma is missing, or some text in it needs quotes: "
        "{key: value, key: value}"
    ),
}
_ALIASES = "text that begins with '*' or '&' needs quotes: YAML reads it as an alias or anchor"
_CONTEXTS = {
    "block scalar": (
        "nothing may follow '|' or '>' on its line: start the text on the next line, "
        "or put quotes around text that begins with one of them"
    ),
    "anchor": _ALIASES,
    "alias": _ALIASES,
    "tag": "text that begins with '!' needs quotes: YAML reads it as a tag",
}


_IN_QUOTES_OR_BRACKET = re.compile(r"""'[^']*'|"(?:[^"\\]|\\.)*"|[\[{]|[\]}]""")


def too_deep(
    error: YAMLError, line_at: Callable[[int], str], open_values: list[List | Record], most: int
) -> Place | None:
    """Return the bracket at which nesting exceeds `most` levels, None if there is none.

    A parser may read a whole line ahead, and fail at its own limit of nesting before it returns
    anything. The message must not depend on that limit. `open_values` are the lists and records
    around the error.
    """
    at: Any = getattr(error, "problem_mark", None)
    if at is None:
        return None
    # Brackets on the line of the error are counted below.
    above = [one for one in open_values if not one.bracketed or place_of(one).line <= at.line]
    depth = len(above)
    for found in _IN_QUOTES_OR_BRACKET.finditer(line_at(at.line + 1), 0, at.column):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > most:
            return Place(at.line + 1, found.start() + 1)
    return None


def explain(
    error: YAMLError, line_at: Callable[[int], str], before: Value, inside: List | Record | None
) -> tuple[Place, str]:
    """Return where to correct a YAML syntax error, and how.

    `line_at` returns a line of the file by its number, from 1. `before` is the last value before
    the error, and `inside` the list or mapping around it. The two parsers word their errors
    differently, so only the words they share are used.
    """
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at: Any = getattr(error, "problem_mark", None)
    opened: Any = getattr(error, "context_mark", None) or at
    if at is None:
        return Place(0, 0), f"invalid YAML: {visible(problem)}"
    here, there = Place(at.line + 1, at.column + 1), Place(opened.line + 1, opened.column + 1)
    line = line_at(here.line)
    for number in (here.line - 1, here.line):
        if found := _odd_start(number, line_at(number) if number else ""):
            return found
    character = line[at.column : at.column + 1]
    if inside and inside.bracketed and (not line.strip() or _NOT_IN_BRACKETS.match(line)):
        bracket = place_of(inside)
        if bracket.line < here.line:
            kind = "flow mapping" if isinstance(inside, Record) else "flow sequence"
            return _not_closed(bracket, line_at(bracket.line), kind)
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(here, line, line_at(here.line - 1))
    if "keys are not allowed" in problem:
        if line[at.column :].strip() == "?":
            return here, (
                "a question mark alone cannot be read: for a date, write what is known, as in 196X "
                "for the 1960s; otherwise put it in quotes"
            )
        return here, "text cannot begin with '? ': put it in quotes"
    if "tab character" in problem or ("cannot start any token" in problem and character == "\t"):
        if line[: at.column].strip():
            return here, "a tab is not allowed here: use spaces"
        return here, "tabs cannot be used for indentation: use spaces"
    if "cannot start any token" in problem or "node content" in problem:
        return here, f"text cannot begin with '{visible(character)}': put it in quotes"
    if "unexpected ':'" in problem:
        return here, "colon in brackets: put a space after it, or quotes around the text"
    if "quoted scalar" in context:
        return _faulty_quotes(problem, there, here, line)
    if "could not find expected ':'" in problem:
        return _no_colon(there, line_at(there.line))
    if "entries are not allowed" in problem:
        return here, (
            "a list cannot start on the same line as its key: put '- ' on the next line, "
            "or put quotes around text that begins with '- '"
        )
    if "<document start>" in problem:
        if line_at(here.line - 1).startswith("..."):
            return here, "the file ended at the line '...': delete that line"
        return _after_an_end(here, line, before)
    if "block collection" in context or "block mapping" in context:
        return _after_an_end(here, line, before)
    for name in _BRACKETS:
        if name in context:
            return _not_closed(there, line_at(there.line), name)
    for name, message in _CONTEXTS.items():
        if name in context or (name == "tag" and name in problem):
            return there, message
    if "directive" in context or "YAML document" in problem or "directive" in problem:
        return (
            here,
            "a line that begins with '%' is a YAML directive, which is not supported: delete it",
        )
    return here, f"invalid YAML: {visible(problem)}"


def space_after_colon(line: int, column: int, key: str) -> tuple[Place, str]:
    """Return the problem of a key without a space after its colon: `date:2014`."""
    return Place(line, column, len(key)), f"missing space after the colon: write '{key} ...'"


def not_an_event(value: Text | List) -> tuple[Place, str]:
    """Return the problem of a text or list in place of an event."""
    line, column, _ = place = place_of(value)
    if isinstance(value, List):
        return place, "an event must have 'date: ...' and 'title: ...', and cannot be a list"
    if not value.value:
        # An empty value is placed after the dash.
        place = Place(line, max(1, column - 1))
        return place, "empty event: write its date and title, or delete the '-'"
    if found := NO_SPACE_AFTER_COLON.match(value.value):
        return space_after_colon(line, column, found[1])
    return place, "an event must have 'date: ...' and 'title: ...', and cannot be plain text"


def _odd_start(number: int, line: str) -> tuple[Place, str] | None:
    """Return the problem of a line that does not begin with plain spaces or a plain dash."""
    if found := _ODD_SPACE.match(line):
        return Place(number, found.start(1) + 1), (
            f"the space {name_of(found[1])} cannot be used for indentation: use ordinary spaces"
        )
    found = _BULLET.match(line)
    if not found or (found[1] == "-" and not _NO_SPACE_AFTER_DASH.match(line)):
        return None
    place = Place(number, found.start(1) + 1)
    if found[1] == "-":
        return place, "missing space after the dash: write '- '"
    return place, f"an event cannot begin with '{found[1]}': write '- '"


def _not_closed(bracket: Place, line: str, kind: str) -> tuple[Place, str]:
    if found := _COMMENT_IN_BRACKETS.search(line, bracket.column - 1):
        return Place(bracket.line, found.start() + 1, len(found[0].rstrip())), (
            "'#' starts a comment, so the bracket is never closed: put the text in quotes"
        )
    return bracket, _BRACKETS[kind]


def _unexpected_colon(here: Place, line: str, above: str) -> tuple[Place, str]:
    """Explain a second `: ` in a single text."""
    before = line[: here.column - 1]
    if ": " in before:
        if quote := _IN_CURLY_QUOTES.match(line):
            return Place(here.line, quote.start(1) + 1), (
                f"'{quote[1]}' does not quote text in YAML: use straight quotes, \" or '"
            )
        return here, _COLON
    if found := NO_SPACE_AFTER_COLON.match(above):
        return space_after_colon(here.line - 1, found.start(1) + 1, found[1])
    if _KEY_ALONE.match(before):
        return here, f"this key does not fit the lines above: {_INDENTED}"
    return here, _FOLDED_COLON


def _faulty_quotes(problem: str, opened: Place, here: Place, line: str) -> tuple[Place, str]:
    if "end of stream" in problem:
        return opened, "this quote is never closed: close it, or use the other kind of quote"
    if "document" in problem:
        return opened, "this quote is not closed before the next '---' or '...' line"
    first = opened.column if opened.line == here.line else 0
    end = _ESCAPES.match(line, first)
    column = (end.end() if end else here.column - 1) + 1
    if found := _SURROGATE.match(line, column - 1):
        return Place(here.line, column, len(found[0])), (
            "half of a surrogate pair: write the character itself"
        )
    return Place(here.line, column, 2), (
        "unknown escape: write a backslash as '\\\\', or use single quotes"
    )


def _no_colon(at: Place, line: str) -> tuple[Place, str]:
    if found := NO_SPACE_AFTER_COLON.match(line):
        return space_after_colon(at.line, found.start(1) + 1, found[1])
    return at, (
        "this line is not 'key: value': add the colon, "
        "or indent the line if it continues the text above"
    )


def _after_an_end(here: Place, line: str, before: Value) -> tuple[Place, str]:
    """Explain content after the end of a list, mapping or text."""
    if not line[: here.column - 1].strip():
        if line[here.column - 1 :].startswith("-"):
            return here, "this '- ' must be indented like the others in its list"
        return here, f"this line does not fit the lines above: {_INDENTED}"
    if isinstance(before, List | Record):
        if before.bracketed:
            return here, (
                "the bracket is closed before this: delete the rest, "
                "or put quotes around the whole text"
            )
    elif before is not None and before.style in ("'", '"'):
        if place_of(before).line < here.line:
            return Place(place_of(before).line, place_of(before).column), (
                f"this quote is not closed until line {here.line}: close it where the text ends"
            )
        return here, (
            "the quoted text ends before this: put quotes around the whole text, "
            "of a kind that it does not contain"
        )
    return here, f"this does not fit what comes before it: {_INDENTED}"
