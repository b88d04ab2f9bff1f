"""Writing files: whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from timeline.characters import visible
from timeline.errors import FileError

BLOCK = 1 << 15
"""About how many characters are written at once."""


def write_file(path: str, content: Iterable[bytes], *, force: bool) -> None:
    """Write a file whole or not at all; an existing one is replaced only by `force`.

    Raises FileError where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise FileError(f"cannot write {visible(path)}: it is a folder")
            with target.open("wb") as device:
                device.writelines(content)
            return
        if target.exists() and not force:
            raise FileError(f"{visible(path)} is there already: replace it with --force")
        _replace(target, content)
    except OSError as error:
        raise FileError(f"cannot write {visible(path)}: {error.strerror or error}") from None


def _replace(target: Path, content: Iterable[bytes]) -> None:
    """Write beside a file and rename: a reader sees the old file or the new, never a part."""
    descriptor, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def blocks(chunks: Iterable[str]) -> Iterable[bytes]:
    """Yield text as UTF-8, gathered so that it is written in few steps."""
    pieces: list[str] = []
    size = 0
    for chunk in chunks:
        pieces.append(chunk)
        size += len(chunk)
        if size > BLOCK:
            yield "".join(pieces).encode()
            pieces, size = [], 0
    yield "".join(pieces).encode()
