"""Choosing the files of a chronology."""

import os
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from timeline.errors import FileError
from timeline.readers.formats import AS_USUAL, ENDINGS, ReadingOptions
from timeline.text import listed, visible

_HERE = "events.yaml"
BUNDLED = f"{_HERE} (bundled)"
"""The name of the bundled chronology."""
STANDARD_INPUT = "-"


class ChosenFile(NamedTuple):
    """A file to read, and its name in messages.

    `folder` is the folder in which it was found, as the user named it, and empty if the user named
    the file itself. `options` say how to read it.
    """

    path: str
    name: str
    folder: str = ""
    options: ReadingOptions = AS_USUAL


def chosen_files(paths: Sequence[str]) -> Iterable[ChosenFile]:
    """Yield the files that `paths` name, or the default file if there are none.

    A folder stands for the files in it and its subfolders with the extension of a readable format.
    Hidden files are skipped, and links to folders are not followed. Raises FileError for a folder
    without such files.
    """
    if not paths and (named := os.environ.get("TIMELINE_FILE")):
        paths = [named]
    if not paths:
        yield (
            ChosenFile(_HERE, _HERE)
            if os.path.lexists(_HERE)
            else ChosenFile(str(bundled()), BUNDLED)
        )
    for path in paths:
        if not path:
            raise FileError("the name of the file is empty: write one after -f")
        if path == STANDARD_INPUT:
            yield ChosenFile(path, "standard input")
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for too long a name
            yield from _files_in(path)
        else:
            yield ChosenFile(path, path)


def is_chosen(path: str) -> bool:
    """Return whether a file is one of those for which a folder stands.

    `path` is its path in the folder, with `/` between its parts.
    """
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return path.lower().endswith(ENDINGS) and not is_hidden


def _files_in(folder: str) -> Iterable[ChosenFile]:
    found = []
    for inner, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = [Path(inner, name) for name in names if is_chosen(name)]
        # Skip pipes: opening one would block.
        found += [str(path) for path in paths if path.is_file() or path.is_symlink()]
    if not found:
        names_end = f"their names end in {listed(ENDINGS)}"
        raise FileError(f"no files to read in the folder {visible(folder)}: {names_end}")
    for path in sorted(found):
        yield ChosenFile(path, path, folder)


def refuse_empty_folders(files: Iterable[ChosenFile], held: Container[str]) -> None:
    """Raise FileError for a folder of `files` in which nothing was read; `held` are the others.

    Only notes without a date are skipped without a warning.
    """
    for file in files:
        if file.folder and file.folder not in held:
            raise FileError(
                f"no events in the folder {visible(file.folder)}: none of its Markdown files has "
                "front matter with a date: begin one with '---', 'date: 2014-03-18' and '---'"
            )


def _raise(error: OSError) -> NoReturn:
    raise cannot_read(error.filename, error) from None


def bundled() -> Path:
    """Return the path of the bundled chronology."""
    package = Path(__file__).parent.parent
    installed = package / _HERE
    # In a checkout, the file is next to the package.
    return installed if installed.exists() else package.parent / _HERE


def cannot_read(name: str, error: OSError) -> FileError:
    """Return the error for a file that cannot be read."""
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason = "it is a broken link" if Path(name).is_symlink() else "no such file"
    return FileError(f"cannot read {visible(name)}: {reason}")
