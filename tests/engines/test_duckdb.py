"""What DuckDB writes beside its answers: temporary files, in a folder of its own."""

import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from sqlglot import exp

from tests.conftest import environment, refused
from tests.engines.conftest import needs_duckdb
from timeline.engines import EngineError, EngineName, open_with_engine

pytestmark = needs_duckdb


def test_only_the_user_may_read_its_folder_which_is_removed(
    shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened = [open_with_engine(str(shipped_file), EngineName.DUCKDB) for _ in range(2)]
    folders = sorted(tmp_path.iterdir())
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]
    setting = exp.select(exp.func("current_setting", exp.Literal.string("temp_directory")))
    used = [Path(folder) for one in opened for (folder,) in one.engine.rows(setting)]
    assert sorted(used) == folders
    opened.clear()
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_cannot_be_read_leaves_no_folder(
    shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("timeline.engines.duckdb.TABLE", "not a name")
    with pytest.raises(EngineError, match=r"\ADuckDB cannot answer: Parser Error: "):
        open_with_engine(str(shipped_file), EngineName.DUCKDB)
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_for_its_folder_it_says_so(
    shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    message = "cannot make a folder for temporary files: No such file or directory"
    with refused(EngineError, message):
        open_with_engine(str(shipped_file), EngineName.DUCKDB)


_SLOW = """
import sys, sqlglot, timeline.cli
from timeline.__main__ import main
from timeline.engines import EngineName, open_with_engine

def run(words):
    opened = open_with_engine(words[0], EngineName.DUCKDB)
    slow = sqlglot.parse_one("SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(1000000) b(i)")
    # With more threads, DuckDB may not look for signals while it waits for them.
    list(opened.engine.rows(sqlglot.parse_one("SET threads = 1", dialect="duckdb")))
    print("begun", flush=True)
    list(opened.engine.rows(slow))

timeline.cli.run = run
main()
"""


def test_interrupting_it_removes_its_folder(shipped_file: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(shipped_file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment(), "TMPDIR": str(tmp_path)},
        # A child of one that ignores a signal would ignore it too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"begun\n"
            assert len(list(tmp_path.iterdir())) == 1
            # The statement is running.
            time.sleep(1)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == []
