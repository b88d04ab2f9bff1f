"""A file is written whole or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import environment
from timeline.atomic_write import change_file, write_file
from timeline.errors import FileError


@pytest.mark.parametrize(
    ("mask", "mode"), [pytest.param(0o022, 0o644, id="022"), pytest.param(0o077, 0o600, id="077")]
)
def test_a_new_file_respects_the_umask(tmp_path: Path, mask: int, mode: int) -> None:
    kept = os.umask(mask)
    try:
        write_file(str(tmp_path / "new"), [b"new"], force=False)
    finally:
        assert os.umask(kept) == mask
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    name = "n" * 255
    write_file(str(tmp_path / name), [b"new"], force=False)
    assert (tmp_path / name).read_bytes() == b"new"


def failing(error: BaseException) -> Iterator[bytes]:
    yield b"new" * 100_000
    raise error


@pytest.mark.parametrize("existing", [True, False], ids=["existing", "new"])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        pytest.param(ValueError(), ValueError, id="error"),
        pytest.param(KeyboardInterrupt(), KeyboardInterrupt, id="interrupted"),
        pytest.param(OSError(errno.ENOSPC, "No space left"), FileError, id="full"),
    ],
)
def test_a_failure_in_the_middle_leaves_what_was_there(
    tmp_path: Path, error: BaseException, raised: type[BaseException], existing: bool
) -> None:
    there = tmp_path / "there"
    if existing:
        there.write_bytes(b"old")
    with pytest.raises(raised):
        write_file(str(there), failing(error), force=True)
    assert {path.name for path in tmp_path.iterdir()} == ({"there"} if existing else set())
    assert not existing or there.read_bytes() == b"old"


_SLOW = """
import sys, time
from timeline.atomic_write import change_file, write_file
def chunks():
    yield b"new"
    print("begun", flush=True)
    time.sleep(30)
write_file(sys.argv[1], chunks(), force=True)
"""


_ENDS = {
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
    signal.SIGINT: signal.SIG_DFL,
}


@pytest.mark.parametrize("number", list(_ENDS))
def test_a_signal_in_the_middle_leaves_what_was_there(
    tmp_path: Path, number: signal.Signals
) -> None:
    there = tmp_path / "there"
    there.write_bytes(b"old")
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(there)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        # A child of one that ignores a signal would ignore it too.
        preexec_fn=lambda: signal.signal(number, _ENDS[number]),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        assert len({path.name for path in tmp_path.iterdir()}) == 2
        process.send_signal(number)
        assert process.wait(timeout=20) in (128 + number, -number)
    assert {path.name for path in tmp_path.iterdir()} == {"there"}
    assert there.read_bytes() == b"old"


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(b"old" * 999_999 + b"olD", id="its end"),
        pytest.param(b"old" * 999_999, id="shorter"),
        pytest.param(b"old" * 1_000_001, id="longer"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_that_has_changed_is_not_replaced(tmp_path: Path, now: bytes) -> None:
    path = tmp_path / "there"
    path.write_bytes(now)
    with pytest.raises(FileError, match="was changed by another program"):
        change_file(str(path), b"old" * 1_000_000, b"new")
    assert path.read_bytes() == now
    change_file(str(path), now, b"new")
    assert path.read_bytes() == b"new"
