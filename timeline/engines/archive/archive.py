"""An archive: its location, and the names stored in its schema."""

from typing import TYPE_CHECKING, NamedTuple

from timeline.engines.archive.damage import AGAIN, damage_in, filesystem
from timeline.engines.archive.layout import NEWER_COLUMNS, REGISTRIES
from timeline.engines.archive.recognition import METADATA_FILE, is_archive
from timeline.engines.archive.registries import VERSION, Registries
from timeline.engines.libraries import require
from timeline.errors import FileError
from timeline.text import visible

if TYPE_CHECKING:
    import pyarrow as pa


class Archive(NamedTuple):
    """An archive that can be questioned.

    `path` is that of a file, or of a folder with a folder for each year; it may be the address of
    an object in a store, such as `s3://bucket/archive`. `lacking` are the columns that it lacks
    because an older release wrote it.
    """

    path: str
    is_folder: bool
    registries: Registries
    lacking: tuple[str, ...] = ()

    def damage(self, most: int | None = None) -> str:
        """Return what is wrong with the first damaged file of `most` or all; empty if none is."""
        return damage_in(self.path, is_folder=self.is_folder, lacking=self.lacking, most=most)


def open_archive(path: str, extra: str) -> Archive:
    """Find an archive, and read its names.

    Raises FileError if there is none, or its first file is damaged, and MissingLibraryError if
    `extra` is not installed.
    """
    require("pyarrow", extra)
    import pyarrow as pa

    if not path:
        raise FileError("the name of the archive is empty: write one after -f")
    shown = visible(path)
    try:
        is_folder, schema = _schema(path)
    except FileNotFoundError:
        raise FileError(f"cannot read {shown}: there is no such file or folder") from None
    except pa.ArrowInvalid:
        raise FileError(_unreadable(path)) from None
    except (OSError, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise FileError(f"cannot read {shown} as an archive: {visible(reason)}") from None
    metadata = (schema.metadata if schema else None) or {}
    written = metadata.get(REGISTRIES)
    if written is None:
        raise FileError(
            f"{shown} is not an archive of events: 'timeline export --format parquet' writes one"
        )
    try:
        registries = Registries.from_json(written)
    except ValueError:
        raise FileError(f"the names in {shown} are damaged: export the archive again") from None
    if registries.version > VERSION:
        raise FileError(f"{shown} was written by a newer release: install that release")
    lacking = tuple(name for name in NEWER_COLUMNS if schema and name not in schema.names)
    archive = Archive(path, is_folder, registries, lacking)
    # Engines read the types of all columns from the first file.
    if wrong := archive.damage(most=1):
        raise FileError(wrong)
    return archive


def _unreadable(path: str) -> str:
    """Return what is wrong with a file that is not in Parquet, or is damaged."""
    shown = visible(path)
    if "://" in path or is_archive(path):
        return f"{shown} is damaged: {AGAIN}"
    return f"{shown} is not an archive in Parquet: leave out --engine to read another file"


def _schema(path: str) -> "tuple[bool, pa.Schema | None]":
    """Return whether a path is a folder, and the schema there; None if a folder has none."""
    from pyarrow import fs, parquet

    files, inner = filesystem(path)
    info = files.get_file_info(inner)
    if info.type is fs.FileType.NotFound:
        raise FileNotFoundError(path)
    is_folder = info.type is fs.FileType.Directory
    if is_folder:
        inner = f"{inner.rstrip('/')}/{METADATA_FILE}"
        if files.get_file_info(inner).type is fs.FileType.NotFound:
            return True, None
    with files.open_input_file(inner) as file:
        return is_folder, parquet.read_schema(file)
