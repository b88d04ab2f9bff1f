"""The cache of indexes on disk: one database for each set of files, in the user's cache folder.

It is never trusted blindly. An index tells which files it was made of and how they looked, and
holds a checksum of itself: one that is stale, damaged, unfinished or of another version of the
program counts as none.
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
"""How many seconds a process waits for another that makes the same index."""

Fill = Callable[[Index], Sequence[Look]]
"""Fills or changes an index; returns how its files looked when they were read."""


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


def index_path(files: Sequence[str], in_folders: Sequence[str] = ()) -> Path | None:
    """Return where the index of these files belongs, None where no index is kept.

    `in_folders` are those that were not named themselves, which are read in another way.
    """
    kept = folder()
    if kept is None:
        return None
    told = [os.path.realpath(path) for path in files]
    if len(files) > 1:
        # What is wrong with one may name another, as it was called.
        told += files
    if in_folders:
        told += ["", *in_folders]
    stem = Path(files[0]).stem[:40]
    key = zlib.crc32(os.fsencode("\0".join(told)))
    return kept / f"{stem}-{key:08x}.sqlite"


def fresh_index(path: Path, files: Sequence[str]) -> Index | None:
    """Return the index at `path` if it is whole and fresh for these files, else None."""
    if not is_sealed(path):
        return None
    try:
        connection = connect(path)
    except sqlite3.Error:
        return None
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            rows = connection.execute("SELECT path, size, modified, inode, digest FROM file")
            if _are_fresh([Look(*row) for row in rows], files, lambda: _settle(connection, path)):
                return Index(connection, path)
    except (sqlite3.Error, OSError):
        pass
    connection.close()
    return None


def renewed_index(path: Path, files: Sequence[str], change: Fill, fill: Fill) -> Index | None:
    """Make a fresh index for files at `path`, and return it; None where the disk refuses.

    `change` brings a copy of a stale index up to date, and returns nothing where that cannot be
    done; then `fill` fills an empty one. While one process does so, others wait for its index.
    """
    with _locked(path):
        return fresh_index(path, files) or _changed(path, files, change) or _filled(path, fill)


@contextmanager
def _locked(path: Path, wait: float = LONGEST_WAIT) -> Iterator[bool]:
    """Let one process after the other make an index; tell whether it is this one's turn.

    The lock of a process that dies is free. Who has waited too long goes on without it: all write
    beside the index and rename, so that only work is lost.
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
        known = [path for (path,) in index.rows("SELECT path FROM file")]
        if known != [os.path.realpath(file) for file in files]:
            return False
        looks = change(index)
        if looks:
            _finish(index, looks)
        return bool(looks)

    try:
        return _made_beside(path, make, path) if is_sealed(path) else None
    except (sqlite3.Error, ValueError):
        # Whatever is wrong with it, it is made anew.
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
    index.connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", looks)
    # Written last: an index without its version is not finished.
    index.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _are_fresh(known: list[Look], files: Sequence[str], settle: Callable[[], None]) -> bool:
    """Tell whether files look as they did; call `settle` where from now on their looks suffice."""
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
    """Forget the digests of files: from now on any change shows in their time stamps."""
    # It can be done another time: nobody is waited for.
    with _locked(path, wait=0) as is_locked:
        if is_locked:
            connection.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.Error, OSError):
                connection.execute("UPDATE file SET digest = NULL")
                seal(path)
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
