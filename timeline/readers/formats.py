"""The list of readable formats."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple


class Format(NamedTuple):
    """A readable format.

    `endings` are the extensions of its files. `looks_like` recognizes it by the first bytes of a
    file with another extension. `module` has a function `read`, which takes a seekable stream of
    bytes and a `Report`, and yields items.
    """

    name: str
    endings: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    module: str


FORMATS = (
    # YAML comes last: any text may be meant as YAML, and JSON is YAML.
    Format("YAML", (".yaml", ".yml"), lambda start: True, "timeline.readers.yaml"),
)
ENDINGS = tuple(ending for one in FORMATS for ending in one.endings)
"""The extensions of all readable files."""


def format_of(path: str, start: bytes) -> Format:
    """Return the format of a file, by its extension or else by its first bytes."""
    ending = PurePath(path).suffix.lower()
    for one in FORMATS:
        if ending in one.endings:
            return one
    return next(one for one in FORMATS if one.looks_like(start))
