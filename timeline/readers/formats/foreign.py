"""Recognizing unsupported file formats by their first bytes, with advice for each."""

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline.readers.formats.starts import BOM

_REWRITE = "write each event as '- date: 2014-03-18' with a line 'title: ...' under it"
_AS_CSV = "save the table as CSV, and read that file"
_ENGINE = "use list, count, actors, tags or export with --engine"
_UNPACK = "unpack it first"
# The format of the first version of TimelineJS.
_OLD_TIMELINE_JS = re.compile(rb'(?=.*"startDate"\s*:)(?=.*"headline"\s*:)', re.DOTALL)


class Kind(NamedTuple):
    """A kind of file: its name, advice, and a test for it.

    `shows` is called with the first bytes of a file.
    """

    name: str
    advice: str
    shows: Callable[[bytes], object]


def kind_of_file(start: bytes) -> Kind | None:
    """Return the kind of a file with this start, None if it may be a chronology."""
    return next((kind for kind in _KINDS if kind.shows(start)), None)


def _begins(*signs: bytes) -> Callable[[bytes], object]:
    return lambda start: start.startswith(signs)


def _text_begins(pattern: bytes) -> Callable[[bytes], object]:
    begins = re.compile(rb"\s*(?:" + pattern + rb")", re.IGNORECASE)
    return lambda start: begins.match(start.removeprefix(BOM))


def _zip_with(sign: bytes) -> Callable[[bytes], object]:
    return lambda start: start.startswith(b"PK\x03\x04") and sign in start


def _riff_or_heif(start: bytes) -> bool:
    return (start[:4] == b"RIFF" and start[8:12] == b"WEBP") or (
        start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"mif1", b"avif")
    )


def _is_old_timeline_js(start: bytes) -> bool:
    opens = start.removeprefix(BOM).lstrip().startswith(b"{")
    return opens and _OLD_TIMELINE_JS.search(start) is not None


_KINDS = (
    Kind(
        "a picture",
        _REWRITE,
        _begins(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    ),
    Kind("a picture", _REWRITE, _riff_or_heif),
    Kind("a PDF document", _REWRITE, _begins(b"%PDF-")),
    Kind("a Word document", _REWRITE, _zip_with(b"word/")),
    Kind("an Excel workbook", _AS_CSV, _zip_with(b"xl/")),
    Kind("an Excel workbook or a Word document", _AS_CSV, _zip_with(b"[Content_Types].xml")),
    Kind("an OpenDocument file", _REWRITE, _zip_with(b"mimetypeapplication/vnd.oasis")),
    Kind("a Word or Excel file", _REWRITE, _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Kind("an RTF document", _REWRITE, _begins(b"{\\rtf")),
    Kind("an SQLite database", _REWRITE, _begins(b"SQLite format 3\0")),
    Kind("an archive in Parquet", _ENGINE, _begins(b"PAR1")),
    Kind(
        "a compressed file",
        _UNPACK,
        _begins(b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ", b"7z\xbc\xaf", b"(\xb5/\xfd"),
    ),
    Kind("an HTML page", _REWRITE, _text_begins(rb"<!doctype html|<html")),
    Kind("XML", _REWRITE, _text_begins(rb"<\?xml|<[a-z]+[ >]")),
    Kind("JSON for the first TimelineJS", _REWRITE, _is_old_timeline_js),
)
