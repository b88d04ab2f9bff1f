"""An archive as a folder: a folder for each year, and a file with the schema and the names."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from timeline.atomic_write import signals_raised
from timeline.engines import METADATA_FILE, PARTITION, require, schema
from timeline.errors import FileError
from timeline.text import visible
from timeline.writers.parquet.file import ParquetFile
from timeline.writers.parquet.names import registries_of
from timeline.writers.parquet.rows import rows
from timeline.writers.writing import Export

_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
"""The value of a partition that Hive and all its successors read as null."""


def write_archive(export: Export, path: str, *, force: bool) -> None:
    """Write the events found as a folder with a Parquet file for each year.

    The folder is complete or not there at all. One that exists is replaced only if it is an archive
    and with `force`. Raises FileError if the folder cannot be written, and MissingLibraryError if
    pyarrow is not installed.
    """
    require("pyarrow", "parquet")
    target = Path(os.path.realpath(path))
    _refuse(target, path, force=force)
    try:
        with _replaced(target) as folder:
            _write(export, folder)
    except OSError as error:
        raise FileError(f"cannot write {visible(path)}: {error.strerror or error}") from None


def _refuse(target: Path, path: str, *, force: bool) -> None:
    if not path:
        raise FileError("the name of the folder is empty: write one after -o")
    if not target.exists():
        if not target.parent.is_dir():
            folder = visible(str(Path(path).parent))
            raise FileError(f"cannot write {visible(path)}: the folder {folder} does not exist")
        return
    if not target.is_dir():
        raise FileError(f"cannot write {visible(path)}: it is not a folder")
    if not (target / METADATA_FILE).is_file():
        raise FileError(f"cannot write {visible(path)}: it is a folder, and not an archive")
    if not force:
        raise FileError(f"{visible(path)} already exists: replace it with --force")


@contextmanager
def _replaced(target: Path) -> Iterator[Path]:
    """Provide an empty folder that takes the place of another one at the end."""
    with signals_raised():
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=".timeline-"))
        try:
            folder = beside / "new"
            folder.mkdir()
            yield folder
            if target.exists():
                target.rename(beside / "old")
            folder.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _write(export: Export, folder: Path) -> None:
    from pyarrow.parquet import write_metadata

    names = registries_of(export).to_json()
    write_metadata(schema(partitioned=True, metadata=names), str(folder / METADATA_FILE))
    with ExitStack() as files:
        parts = _Parts(folder, files)
        for batch in rows(export):
            by_year: dict[int | None, list[dict[str, Any]]] = {}
            for event in batch:
                by_year.setdefault(event[PARTITION], []).append(event)
            for year, events in by_year.items():
                parts.add(year, events)
            parts.end_all_but(batch[-1][PARTITION])
        if not parts.count:
            parts.add(None, [])
        parts.end_all_but(None)


class _Parts:
    """The files of an archive, those of a few years at a time. `count` are all there have been.

    `files` closes what is open if the archive cannot be completed.
    """

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self.count = 0
        self._files = files
        self._folder = folder
        self._open: dict[int | None, tuple[ParquetFile, BinaryIO]] = {}

    def add(self, year: int | None, events: Sequence[dict[str, Any]]) -> None:
        """Add events of a year."""
        if year not in self._open:
            inner = self._folder / f"{PARTITION}={_NO_YEAR if year is None else year}"
            inner.mkdir(exist_ok=True)
            file = (inner / f"part-{self.count}.parquet").open("wb")
            self._files.callback(file.close)
            self._open[year] = ParquetFile(schema(partitioned=True)), file
            self.count += 1
        parquet, opened = self._open[year]
        opened.write(parquet.add(events))

    def end_all_but(self, year: int | None) -> None:
        """Complete the files of all years but this one and those beside it, if there is one.

        In UTC, the events of a year may begin in the one before or after.
        """
        for other in list(self._open):
            if year is None or other is None or abs(other - year) > 1:
                parquet, file = self._open.pop(other)
                with file:
                    file.write(parquet.end())
