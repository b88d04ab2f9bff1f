"""Recognize an archive by its name, its first bytes or the files in its folder."""

import os

METADATA_FILE = "_common_metadata"
"""The file with the schema of a partitioned archive, which readers of Parquet expect there."""

_MAGIC = b"PAR1"
"""The first bytes of a file in Parquet."""


def is_archive(path: str) -> bool:
    """Return whether a path seems to be that of an archive, rather than of a file with events."""
    if "://" in path:
        return True
    if path.endswith(".parquet"):
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - any text is asked
                return file.read(len(_MAGIC)) == _MAGIC
        except (OSError, ValueError):
            return False
    # Any text is asked, which need not be a path.
    return os.path.isfile(os.path.join(path, METADATA_FILE))  # noqa: PTH113, PTH118
