"""The faults of an archive: no files, damaged files, and missing or wrong columns."""

from collections.abc import Container, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from timeline.engines.archive.layout import COLUMNS, OF_EVERY_SOURCE, PARTITION, Kind
from timeline.errors import FileError
from timeline.model import Source
from timeline.text import visible

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import fs

_KINDS = {
    Kind.TEXT: "text",
    Kind.NUMBER: "integers",
    Kind.FLAG: "true or false",
    Kind.TEXTS: "lists of text",
    Kind.SOURCES: "lists of structs",
}

_AT_ONCE = 16
"""The number of files to look at a time, because an object store takes long to answer."""

_RETRYING = "retry_limit_seconds"
_SECONDS = 10
"""For how long to ask a store of Google, which would be a quarter of an hour otherwise."""

AGAIN = "export the archive again"


def damage_in(
    path: str, *, is_folder: bool, lacking: Container[str], most: int | None = None
) -> str:
    """Return what is wrong with an archive or its first damaged file, empty if nothing is.

    `lacking` are the columns that need not be there. If there are more files than `most`, the
    others are not read.
    """
    from concurrent.futures import ThreadPoolExecutor

    from pyarrow import ArrowException, parquet

    def wrong(one: str) -> str:
        try:
            with files.open_input_file(one) as file:
                schema = parquet.read_schema(file)
        except (OSError, ArrowException):
            return "is damaged or not in Parquet"
        return _wrong_column(schema, lacking, partitioned=is_folder)

    try:
        files, inner = filesystem(path)
        every = list(islice(_event_files(files, inner), most)) if is_folder else [inner]
    except (OSError, ArrowException):
        # The store does not answer; the engine reports that itself.
        return ""
    if not every:
        return f"{visible(path)} has no files with events, {PARTITION}=*/*.parquet: {AGAIN}"
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for one, found in zip(every, pool.map(wrong, every), strict=True):
            if found:
                pool.shutdown(wait=False, cancel_futures=True)
                name = path + one.removeprefix(inner.rstrip("/")) if is_folder else path
                return f"{visible(name)} {found}: {AGAIN}"
    return ""


def _wrong_column(schema: "pa.Schema", lacking: Container[str], *, partitioned: bool) -> str:
    """Return which column a file lacks, or has with other values; empty if there is none.

    The columns in `lacking` need not be there. The fields of sources are checked as well.
    """
    for name, kind in COLUMNS.items():
        if partitioned and name == PARTITION:
            continue
        if name not in schema.names:
            if name in lacking:
                continue
            return f"has no column '{name}'"
        if not _is_of(schema.field(name).type, kind):
            return f"has a column '{name}' that does not hold {_KINDS[kind]}"
        if kind is Kind.SOURCES and (wrong := _wrong_field(schema.field(name).type.value_type)):
            return f"{wrong} in the column '{name}'"
    return ""


def _wrong_field(parts: "pa.StructType") -> str:
    """Return which field of sources is missing, or has other values; empty if there is none."""
    found = {part.name: part.type for part in parts}
    for name in Source.__struct_fields__:
        if name not in found:
            if name in OF_EVERY_SOURCE:
                return f"has no field '{name}'"
        elif not _is_of(found[name], Kind.TEXT):
            return f"has a field '{name}' that does not hold {_KINDS[Kind.TEXT]}"
    return ""


def filesystem(path: str) -> "tuple[fs.FileSystem, str]":
    """Return the file system of a path or of an address, and the path in it.

    Raises FileError if the address has no known form, and OSError if the store cannot be used.
    """
    import os

    from pyarrow import ArrowInvalid, fs

    if "://" in path:
        address = path
        if path.startswith(("gs://", "gcs://")) and _RETRYING not in path:
            address += f"{'&' if '?' in path else '?'}{_RETRYING}={_SECONDS}"
        try:
            files, inner = fs.FileSystem.from_uri(address)
        except ArrowInvalid:
            inner = ""
        if not inner:
            raise FileError(
                f"{visible(path)} is not the address of an archive: write one such as "
                "s3://bucket/archive"
            )
        return files, inner
    return fs.LocalFileSystem(), os.path.realpath(path)


def _event_files(files: "fs.FileSystem", folder: str) -> Iterator[str]:
    """Yield the paths of the files with events in the folder of an archive, in order."""
    from pyarrow import fs

    for year in _within(files, folder):
        if year.type is fs.FileType.Directory and year.base_name.startswith(f"{PARTITION}="):
            for one in _within(files, year.path):
                if one.base_name.endswith(".parquet"):
                    yield one.path


def _within(files: "fs.FileSystem", folder: str) -> "list[fs.FileInfo]":
    from pyarrow import fs

    found: list[fs.FileInfo] = files.get_file_info(fs.FileSelector(folder))
    return sorted(found, key=lambda one: str(one.path))


def _is_of(found: "pa.DataType", kind: Kind) -> bool:
    from pyarrow import types

    match kind:
        case Kind.TEXT:
            if types.is_dictionary(found):
                found = found.value_type
            return bool(types.is_string(found) or types.is_large_string(found))
        case Kind.NUMBER:
            return bool(types.is_integer(found))
        case Kind.FLAG:
            return bool(types.is_boolean(found))
        case Kind.TEXTS:
            return _is_list(found) and _is_of(found.value_type, Kind.TEXT)
        case Kind.SOURCES:
            return _is_list(found) and bool(types.is_struct(found.value_type))


def _is_list(found: "pa.DataType") -> bool:
    from pyarrow import types

    return bool(types.is_list(found) or types.is_large_list(found))
