"""BibLaTeX: a `.bib` file with the sources of the events found."""

import re
from collections.abc import Iterator

from timeline.text import visible
from timeline.writers.bibliography.references import Reference, references
from timeline.writers.losses import SOURCE_DATES
from timeline.writers.writing import Export

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{character: f"\\{character}" for character in "{}$&#%_"},
}
_NOT_IN_ADDRESS = re.compile(r"[\s{}\\<>\"]")
# BibLaTeX 3.20, section 2.3.8: EDTF levels 0 and 1, without times of day.
_POINT = r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:[0-9]{2}|XX)){0,2}[?~%]?"
_DATE = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.)?)?|(?:\.\.)?/{_POINT}")


def write(export: Export) -> Iterator[str]:
    """Yield an entry of type `online` for each source with an address, and `misc` for others."""
    for reference in references(export.found):
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference, export))
        kind = "online" if reference.source.url else "misc"
        yield f"@{kind}{{{reference.key},\n{fields}}}\n\n"


def _fields(reference: Reference, export: Export) -> Iterator[tuple[str, str]]:
    source, date = reference.source, reference.date
    yield "title", _escaped(source.title or source.publisher or source.address)
    if source.publisher:
        yield ("organization" if source.url else "publisher"), _escaped(source.publisher)
    if date and _DATE.fullmatch(date.text):
        yield "date", date.text
    elif date:
        export.losses.add(SOURCE_DATES, date.describe())
    if source.url:
        yield "url", _address(source.url)
    if source.archive:
        # In a note, a percent sign would begin a comment; this field is read as it is.
        yield "eprinttype", "archived copy"
        yield "eprint", _address(source.archive)


def _address(url: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in visible(text))
