"""Anchors: places of a document that links can lead to."""

import re
import zlib


def anchor(identifier: str) -> str:
    """Return the id of an event as an id of HTML, which has no white space.

    It has no markup either, so that it can stand in a table of Markdown or in wikitext.
    """
    if re.fullmatch(r"[\w.-]+", identifier):
        return identifier
    safe = re.sub(r"[^\w.-]+", "-", identifier).strip("-")
    return f"{safe}-{zlib.crc32(identifier.encode()):08x}"
