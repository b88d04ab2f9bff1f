"""The YAML parser, libyaml's or PyYAML's own, and what its complaints mean."""

from collections.abc import Callable
from typing import Any

import yaml

from timeline.characters import visible
from timeline.readers import Place

try:
    from yaml import cyaml

    _libyaml_parser: Any = cyaml.CParser  # type: ignore[attr-defined]
except ImportError:
    _libyaml_parser = None


class _PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    def __init__(self, text: Any) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def make_parser(text: Any) -> Any:
    """Return a parser of YAML events from anything with a `read(size)` that gives text."""
    return (_libyaml_parser or _PureParser)(text)


def explain(error: yaml.YAMLError, line_at: Callable[[int], str]) -> tuple[Place, str]:
    """Return where a YAML syntax error is to be mended, and how.

    `line_at` gives a line of the file by its number from 1. The two parsers word their complaints
    differently, so only what both say is looked at.
    """
    said = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at: Any = getattr(error, "problem_mark", None)
    opened: Any = getattr(error, "context_mark", None) or at
    if at is None:
        return Place(0, 0), f"YAML cannot be read: {visible(said)}"
    here = Place(at.line + 1, at.column + 1)
    there = Place(opened.line + 1, opened.column + 1)
    line = line_at(here.line)
    if "mapping values are not allowed" in said:
        if ": " in line[: at.column]:
            return here, "a colon in a text without quotes: put quotes around the whole text"
        return here, "this key does not belong to the lines above: check how far it is indented"
    if "cannot start any token" in said:
        character = line[at.column : at.column + 1]
        if character == "\t":
            return here, "a tab cannot indent a line: use spaces"
        return here, f"a text cannot begin with '{visible(character)}': put it in quotes"
    if "quoted scalar" in context:
        if "end of stream" in said:
            return there, "this quote is never closed: close it, or quote with the other kind"
        if "document" in said:
            return there, "this quote is not closed before a line of '---' or '...'"
        return here, "no such escape: write a backslash as '\\\\', or use single quotes"
    if "could not find expected ':'" in said:
        return there, (
            "this line is no 'key: value': add the colon, "
            "or indent the line if it continues the text above"
        )
    if "flow sequence" in context:
        return there, "this list is not closed, or misses a comma: [one, two]"
    if "flow mapping" in context:
        return there, "this mapping is not closed, or misses a comma: {key: value, key: value}"
    if "block collection" in context:
        return (
            here,
            "each item of this list must begin with '- ', as far to the right as the others",
        )
    if "entries are not allowed" in said:
        return here, "a list cannot begin on the line of its key: put '- ' on a line of its own"
    if "block mapping" in context:
        if line[: at.column].strip():
            return here, (
                "the text ended before this: put quotes around the whole text, "
                "of the kind that does not stand in it"
            )
        return here, "this line does not belong to the lines above: check how far it is indented"
    if "block scalar" in context:
        return here, "nothing may follow '|' or '>' in its line: begin the text in the next one"
    if "scanning an alias" in context or "scanning an anchor" in context:
        return there, "'*' and '&' name parts of a file: a text that begins with one needs quotes"
    if "tag" in said or "tag" in context:
        return there, "'!' begins a tag, which is not supported: a text with it needs quotes"
    if "node content" in said:
        return here, "a text cannot begin with this: put it in quotes"
    return here, f"YAML cannot be read here: {visible(said)}"
