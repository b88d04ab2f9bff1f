"""Writing files completely or not at all."""

import os
import signal
import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from timeline.errors import FileError
from timeline.text import visible

_PREFIX = ".timeline-"
_CHUNK = 1 << 20
# Windows has no SIGHUP.
_ENDING = {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}


def write_file(path: str, content: Iterable[bytes], *, force: bool) -> None:
    """Write a file completely or not at all; an existing one is replaced only with `force`.

    A symbolic link is followed: its target is replaced, and its permissions are preserved. A device
    or pipe is written to directly. Raises FileError if the file cannot be written.
    """
    try:
        if not path:
            raise FileError("the name of the file is empty: write one after -o")
        # The target of /dev/stdout in a pipe has no path of its own.
        target = Path(path if _is_device(path) else os.path.realpath(path))
        if target.is_dir():
            raise FileError(f"cannot write {visible(path)}: it is a folder")
        if _is_device(path):
            with target.open("wb") as device:
                device.writelines(content)
            return
        if target.exists() and not force:
            raise FileError(f"{visible(path)} already exists: replace it with --force")
        if not target.parent.exists():
            folder = visible(str(target.parent if Path(path).is_symlink() else Path(path).parent))
            raise FileError(f"cannot write {visible(path)}: the folder {folder} does not exist")
        _replace(target, content)
    except OSError as error:
        raise FileError(f"cannot write {visible(path)}: {error.strerror or error}") from None


def change_file(path: str, before: bytes, after: bytes) -> None:
    """Replace the content of a file that still is `before`, completely or not at all.

    A symbolic link is followed, and permissions and owner are preserved. Raises FileError if the
    file cannot be written, or if its content is no longer `before`.
    """
    try:
        refuse_if_changed(path, before)
        _replace(Path(os.path.realpath(path)), [after])
    except OSError as error:
        raise FileError(f"cannot write {visible(path)}: {error.strerror or error}") from None


def refuse_if_changed(path: str, before: bytes) -> None:
    """Raise FileError if the content of a file is no longer `before`, and OSError as usual."""
    with Path(path).open("rb") as file:
        at = 0
        while (chunk := file.read(_CHUNK)) and chunk == before[at : at + len(chunk)]:
            at += len(chunk)
    if chunk or at != len(before):
        raise FileError(
            f"{visible(path)} was changed by another program in the meantime, and was not "
            "replaced: try again"
        )


def left_beside(path: str) -> list[str]:
    """Return the temporary files beside a file, which remain if a process is killed as it writes.

    One that is being written at this moment is among them.
    """
    target = Path(os.path.realpath(path))
    try:
        return sorted(str(one) for one in target.parent.glob(f"{_PREFIX}*"))
    except OSError:
        return []


def _is_device(path: str) -> bool:
    """Return whether a path leads to a device or a pipe."""
    return Path(path).exists() and not Path(path).is_file()


def _replace(target: Path, content: Iterable[bytes]) -> None:
    """Write a temporary file and rename it: readers see the old or the new file, never a part."""
    import tempfile

    with signals_raised():
        descriptor, beside = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(content)
                file.flush()
                os.fsync(file.fileno())
            _take_over(target, beside)
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise


def _take_over(target: Path, beside: str) -> None:
    """Give a new file the permissions and the owner of the one that it replaces."""
    if not target.exists():
        Path(beside).chmod(0o666 & ~_umask())
        return
    known = target.stat()
    # Only the superuser may give a file away.
    with suppress(OSError, AttributeError):
        os.chown(beside, known.st_uid, known.st_gid)
    Path(beside).chmod(stat.S_IMODE(known.st_mode))


@contextmanager
def signals_raised() -> Iterator[None]:
    """Raise signals that end the process as exceptions, so that no partial file is left."""
    previous = {}
    # Only the main thread may set signal handlers.
    if threading.current_thread() is threading.main_thread():
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                previous[number] = signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
