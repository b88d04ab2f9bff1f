"""An archive: where it is, and what its schema says of the names in it."""

import os
from typing import NamedTuple

from timeline.engines.archive.layout import REGISTRIES
from timeline.engines.archive.registries import VERSION, Registries
from timeline.engines.libraries import require
from timeline.engines.named import METADATA_FILE
from timeline.errors import FileError
from timeline.text import visible


class Archive(NamedTuple):
    """An archive that can be questioned.

    `path` is that of a file, or of a folder with a folder for each year; it may be the address of
    an object in a store, such as `s3://bucket/archive`.
    """

    path: str
    is_folder: bool
    registries: Registries


def open_archive(path: str, extra: str) -> Archive:
    """Find an archive, and read its names.

    Raises FileError if there is none, and MissingLibraryError if `extra` is not installed.
    """
    require("pyarrow", extra)
    import pyarrow as pa

    shown = visible(path)
    try:
        is_folder, metadata = _metadata(path)
    except FileNotFoundError:
        raise FileError(f"cannot read {shown}: there is no such file or folder") from None
    except (OSError, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise FileError(f"cannot read {shown} as an archive: {visible(reason)}") from None
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
    return Archive(path, is_folder, registries)


def _metadata(path: str) -> tuple[bool, dict[bytes, bytes]]:
    """Return whether a path is a folder, and the metadata of the schema there."""
    from pyarrow import fs, parquet

    if "://" in path:
        files, inner = fs.FileSystem.from_uri(path)
    else:
        files, inner = fs.LocalFileSystem(), os.path.realpath(path)
    info = files.get_file_info(inner)
    if info.type is fs.FileType.NotFound:
        raise FileNotFoundError(path)
    is_folder = info.type is fs.FileType.Directory
    if is_folder:
        inner = f"{inner.rstrip('/')}/{METADATA_FILE}"
        if files.get_file_info(inner).type is fs.FileType.NotFound:
            return True, {}
    with files.open_input_file(inner) as file:
        return is_folder, parquet.read_schema(file).metadata or {}
