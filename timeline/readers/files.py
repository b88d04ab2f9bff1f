"""Which files a chronology is read from."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.errors import FileError
from timeline.readers.formats import ENDINGS
from timeline.text import visible

_HERE = "events.yaml"
STANDARD_INPUT = "-"


class ChosenFile(NamedTuple):
    """A file to be read, and what it is called to the person who chose it."""

    path: str
    name: str


def chosen_files(paths: Sequence[str]) -> Iterable[ChosenFile]:
    """Yield the files that `paths` name; without any, the ones read by default.

    Raises FileError for a folder without YAML files.
    """
    if not paths and (named := os.environ.get("TIMELINE_FILE")):
        paths = [named]
    if not paths:
        yield (
            ChosenFile(_HERE, _HERE)
            if os.path.lexists(_HERE)
            else ChosenFile(str(bundled()), f"{_HERE} (bundled)")
        )
    for path in paths:
        if not path:
            raise FileError("a file has a name: write one after -f")
        if path == STANDARD_INPUT:
            yield ChosenFile(path, "standard input")
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for too long a name
            yield from _files_in(path)
        else:
            yield ChosenFile(path, path)


def _files_in(folder: str) -> Iterable[ChosenFile]:
    try:
        names = sorted(
            str(path)
            for path in Path(folder).iterdir()
            if path.suffix in ENDINGS and not path.name.startswith(".") and not path.is_dir()
        )
    except OSError as error:
        raise cannot_read(folder, error) from None
    if not names:
        raise FileError(f"there are no YAML files in the folder {visible(folder)}")
    for name in names:
        yield ChosenFile(name, name)


def bundled() -> Path:
    """Return the chronology that comes with the program."""
    package = Path(__file__).parent.parent
    installed = package / _HERE
    # From a checkout, the one copy stands beside the package.
    return installed if installed.exists() else package.parent / _HERE


def cannot_read(name: str, error: OSError) -> FileError:
    """Return the error that says why a file cannot be read."""
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason = "the link leads nowhere" if Path(name).is_symlink() else "there is no such file"
    return FileError(f"cannot read {visible(name)}: {reason}")
