"""Indexes kept on disk between runs: found again while they are fresh, else built anew.

One SQLite database per set of files lies in the user's cache folder. It is never trusted blindly:
it tells which files it was made of and how they looked, and one that is damaged, unfinished or of
another version of the program counts as none.
"""

import os
import shutil
import sqlite3
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from timeline.index.database import Index, connect
from timeline.index.schema import SCHEMA_VERSION

RACY = 2_000_000_000
"""Nanoseconds within which a file's time stamp may not tell two versions of it apart."""

_HEADER = b"SQLite format 3\x00"


class Look(NamedTuple):
    """How a file looks from outside: what changes when it is edited or replaced.

    `modified` is in nanoseconds since 1970. `digest` is of the content where the file had just
    been touched when it was read, so that its time stamp alone proves nothing; else None.
    """

    path: str
    size: int
    modified: int
    inode: int
    digest: bytes | None = None

    @classmethod
    def of(cls, path: str, stream: BinaryIO | None = None) -> "Look":
        """Return how the file at a path, or the stream opened from it, looks now.

        Its digest is left out. Raises OSError.
        """
        found = Path(path).stat() if stream is None else os.fstat(stream.fileno())
        return cls(os.path.realpath(path), found.st_size, found.st_mtime_ns, found.st_ino)

    @property
    def is_racy(self) -> bool:
        """Whether the file may change once more without looking different."""
        return time.time_ns() - self.modified < RACY


def folder() -> Path | None:
    """Return the folder for indexes, made where it is missing; None where there is to be none.

    `$TIMELINE_CACHE` names it, or says `off`; else it is the user's cache folder.
    """
    named = os.environ.get("TIMELINE_CACHE")
    if named == "off":
        return None
    if named:
        chosen = Path(named)
    else:
        from platformdirs import user_cache_path

        chosen = user_cache_path("timeline", appauthor=False)
    try:
        chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return chosen if os.access(chosen, os.W_OK | os.X_OK) else None


def place(files: Sequence[str]) -> Path | None:
    """Return where the index of these files belongs, None where no index is kept."""
    kept = folder()
    if kept is None:
        return None
    told = [os.path.realpath(path) for path in files]
    if len(files) > 1:
        # What is wrong with one may name another, as it was called.
        told += files
    stem = Path(files[0]).stem[:40]
    key = zlib.crc32(os.fsencode("\0".join(told)))
    return kept / f"{stem}-{key:08x}.sqlite"


def reopen(path: Path, files: Sequence[str]) -> Index | None:
    """Return the index at `path` if it is whole and fresh for these files, else None."""
    if not _is_whole(path):
        return None
    try:
        connection = connect(path)
    except sqlite3.Error:
        return None
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            rows = connection.execute("SELECT path, size, modified, inode, digest FROM file")
            if _are_fresh(connection, [Look(*row) for row in rows], files):
                return Index(connection, path)
    except (sqlite3.Error, OSError):
        pass
    connection.close()
    return None


def build(path: Path, fill: Callable[[Index], Sequence[Look]]) -> Index | None:
    """Build an index beside `path` and move it there; None where the disk refuses.

    `fill` fills it and returns how the files looked when they were read.
    """

    def make(index: Index) -> bool:
        index.make_tables()
        _finish(index, fill(index))
        return True

    try:
        return _made_beside(path, make)
    except sqlite3.OperationalError:
        return None


def update(
    path: Path, files: Sequence[str], patch: Callable[[Index], Sequence[Look]]
) -> Index | None:
    """Change a copy of the index at `path`, made of these files before they changed, and move it.

    `patch` changes it and returns how the files look now, none where that cannot be done. Returns
    None where there is no such index, or nothing came of it.
    """

    def make(index: Index) -> bool:
        if index.value("PRAGMA user_version") != SCHEMA_VERSION:
            return False
        known = [path for (path,) in index.rows("SELECT path FROM file")]
        if known != [os.path.realpath(file) for file in files]:
            return False
        looks = patch(index)
        if looks:
            _finish(index, looks)
        return bool(looks)

    try:
        return _made_beside(path, make, path) if _is_whole(path) else None
    except (sqlite3.Error, ValueError):
        # Whatever is damaged in it, it is built anew.
        return None


def _made_beside(
    path: Path, make: Callable[[Index], bool], model: Path | None = None
) -> Index | None:
    """Make a database, at first a copy of the model if there is one, and move it to `path`.

    Returns None where `make` returns False, or the disk refuses. Raises sqlite3.Error.
    """
    _sweep(path.parent)
    beside = path.with_name(f"{path.name}.{os.getpid()}.{time.time_ns():x}.tmp")
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        if model is not None:
            shutil.copyfile(model, beside)
        index = Index.unfinished(connect(beside))
        with closing(index.connection):
            if not make(index):
                return None
        beside.replace(path)
        return Index(connect(path), path)
    except OSError:
        return None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _finish(index: Index, looks: Sequence[Look]) -> None:
    index.connection.execute("DELETE FROM file")
    index.connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", looks)
    # Written last: an index without its version is not finished.
    index.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def digest_of(stream: BinaryIO) -> bytes:
    """Return the digest of what a stream gives, read from its start. Raises OSError."""
    import hashlib

    stream.seek(0)
    digest = hashlib.blake2b()
    while chunk := stream.read(1 << 18):
        digest.update(chunk)
    return digest.digest()


def _is_whole(path: Path) -> bool:
    """Tell whether a file is as long as its own header says, which a cut one is not."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return False
    if len(header) < 100 or not header.startswith(_HEADER):
        return False
    page = int.from_bytes(header[16:18], "big")
    return size == (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")


def _are_fresh(connection: sqlite3.Connection, known: list[Look], files: Sequence[str]) -> bool:
    if [look.path for look in known] != [os.path.realpath(path) for path in files]:
        return False
    for look in known:
        now = Look.of(look.path)
        if now != look._replace(digest=None):
            return False
        if look.digest is not None:
            with Path(look.path).open("rb") as stream:
                if digest_of(stream) != look.digest:
                    return False
            if not now.is_racy:
                # From now on any change shows in the time stamp.
                _forget_digest(connection, look.path)
    return True


def _forget_digest(connection: sqlite3.Connection, path: str) -> None:
    # It can be done another time: somebody who is reading is not waited for.
    connection.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.Error):
        connection.execute("UPDATE file SET digest = NULL WHERE path = ?", (path,))
    connection.execute("PRAGMA busy_timeout = 5000")


def _sweep(kept: Path) -> None:
    """Remove what killed runs have left unfinished."""
    for left in kept.glob("*.tmp"):
        with suppress(OSError, ValueError):
            if not _is_running(int(left.name.split(".")[-3])):
                left.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
