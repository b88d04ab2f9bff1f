"""The cache of indexes on disk: one database for each set of files, in the user's cache folder.

Every index is verified before use. It records the metadata of the files it was built from and its
own checksum. An index that is out of date, damaged, unfinished or from another
`SCHEMA_VERSION` is ignored.
"""

import os
import shutil
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from timeline.index import SCHEMA_VERSION, Index, connect
from timeline.index.cache.looks import Look, digest_of
from timeline.index.cache.seal import is_sealed, seal

LONGEST_WAIT = 300.0
"""How many seconds a process waits for another that is building the same index."""

Fill = Callable[[Index], Sequence[Look]]
"""Fills or updates an index; returns the metadata of the files as they were when read."""


def folder() -> Path | None:
    """Return the cache folder, creating it if necessary; None if indexes cannot be cached.

    This is `$TIMELINE_CACHE`, or the user's cache folder if that is not set. `off` disables the
    cache.
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


def index_path(
    files: Sequence[str], in_folders: Sequence[str] = (), options: str = ""
) -> Path | None:
    """Return the path of the cached index of these files, or None if indexes are not cached.

    `in_folders` are the files found in a folder rather than given by path; the readers treat them
    differently. `options` describes how the files are read, empty if as usual.
    """
    cache = folder()
    if cache is None:
        return None
    identity = [os.path.realpath(path) for path in files]
    if len(files) > 1:
        # Stored messages about one file may mention another by the path that the user gave.
        identity += files
    if in_folders:
        identity += ["", *in_folders]
    if options:
        identity += ["", options]
    stem = Path(files[0]).stem[:40]
    key = zlib.crc32(os.fsencode("\0".join(identity)))
    return cache / f"{stem}-{key:08x}.sqlite"


def fresh_index(path: Path, files: Sequence[str]) -> Index | None:
    """Return the index at `path` if it is intact and up to date with these files, else None."""
    if not is_sealed(path):
        return None
    try:
        connection = connect(path)
    except sqlite3.Error:
        return None
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            rows = connection.execute("SELECT path, size, modified, inode, digest FROM file")
            if _are_fresh(
                [Look(os.fsdecode(path), *rest) for path, *rest in rows],
                files,
                lambda: _settle(connection, path),
            ):
                return Index(connection, path)
    except (sqlite3.Error, OSError):
        pass
    connection.close()
    return None


def renewed_index(path: Path, files: Sequence[str], change: Fill, fill: Fill) -> Index | None:
    """Build an up-to-date index of the files at `path`; return None if it cannot be written.

    `change` updates a copy of the existing index, and returns an empty list if it cannot; then
    `fill` fills an empty one. While one process builds an index, others wait for it.
    """
    with _locked(path):
        return fresh_index(path, files) or _changed(path, files, change) or _filled(path, fill)


@contextmanager
def _locked(path: Path, wait: float = LONGEST_WAIT) -> Iterator[bool]:
    """Hold the lock that lets one process at a time build an index; yield whether it was acquired.

    The lock is released when its process dies. A process that has waited too long continues
    without it. That is safe, because each writes a temporary file and renames it: the only cost is
    duplicate work.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", timeout=wait)
    try:
        lock.acquire()
    except (Timeout, OSError, NotImplementedError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _filled(path: Path, fill: Fill) -> Index | None:
    def make(index: Index) -> bool:
        index.make_tables()
        _finish(index, fill(index))
        return True

    try:
        return _made_beside(path, make)
    except sqlite3.OperationalError:
        return None


def _changed(path: Path, files: Sequence[str], change: Fill) -> Index | None:
    def make(index: Index) -> bool:
        if index.value("PRAGMA user_version") != SCHEMA_VERSION:
            return False
        known = [os.fsdecode(path) for (path,) in index.rows("SELECT path FROM file")]
        if known != [os.path.realpath(file) for file in files]:
            return False
        looks = change(index)
        if looks:
            _finish(index, looks)
        return bool(looks)

    try:
        return _made_beside(path, make, path) if is_sealed(path) else None
    except (sqlite3.Error, ValueError):
        # Whatever is wrong with the old index, rebuild it.
        return None


def _made_beside(
    path: Path, make: Callable[[Index], bool], model: Path | None = None
) -> Index | None:
    """Build a database in a temporary file, and move it to `path`.

    It starts as a copy of `model`, or empty if that is None. Returns None if `make` returns False
    or the file cannot be written. Raises sqlite3.Error.
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
        seal(beside)
        beside.replace(path)
        return Index(connect(path), path)
    except OSError:
        return None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _finish(index: Index, looks: Sequence[Look]) -> None:
    index.connection.execute("DELETE FROM file")
    # A path need not be UTF-8.
    rows = [(os.fsencode(look.path), *look[1:]) for look in looks]
    index.connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", rows)
    # Written last, because a missing version marks an unfinished index.
    index.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _are_fresh(known: list[Look], files: Sequence[str], settle: Callable[[], None]) -> bool:
    """Return whether files are unchanged; call `settle` if digests are no longer needed."""
    if [look.path for look in known] != [os.path.realpath(path) for path in files]:
        return False
    is_racy = False
    for look in known:
        now = Look.of(look.path)
        if now != look._replace(digest=None):
            return False
        if look.digest is not None:
            with Path(look.path).open("rb") as stream:
                if digest_of(stream) != look.digest:
                    return False
            is_racy |= now.is_racy
    if not is_racy and any(look.digest is not None for look in known):
        settle()
    return True


def _settle(connection: sqlite3.Connection, path: Path) -> None:
    """Remove the digests of files, because any further change will show in their timestamps."""
    # Do not wait for the lock: this can be done another time.
    with _locked(path, wait=0) as is_locked:
        if is_locked:
            connection.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.Error, OSError):
                connection.execute("UPDATE file SET digest = NULL")
                seal(path)
            connection.execute("PRAGMA busy_timeout = 5000")


def _sweep(cache: Path) -> None:
    """Delete the temporary files of processes that were killed."""
    for temporary in cache.glob("*.tmp"):
        with suppress(OSError, ValueError):
            if not _is_running(int(temporary.name.split(".")[-3])):
                temporary.unlink()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
