"""The index on disk: used while it is fresh, and never believed when it is not."""

import os
import random
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

import timeline
from tests.benchmarks.synthetic import write_events
from tests.conftest import Ran, environment
from timeline import Timeline
from timeline.index.cache import looks
from timeline.index.cache import store as cache
from timeline.index.schema import SCHEMA_VERSION

OLD = 1_000_000_000
Asks = Callable[..., Ran]

READING = {"yaml", "dateutil", "timeline.index.reading.files", "timeline.index.building.builder"}
NEEDED_TO_LIST = {
    f"timeline.{name}"
    for name in (
        *("chronology", "errors", "exports", "model", "text", "width"),
        *("analysis", "analysis.predecessors"),
        *("cli", "cli.app", "cli.commands", "cli.commands.list", "cli.opening", "cli.program"),
        *("cli.options", "cli.options.engines", "cli.options.shared"),
        *("cli.terminal", "cli.terminal.output", "cli.terminal.progress", "cli.terminal.streams"),
        *("dates", "dates.days", "dates.event_date", "dates.intervals", "dates.units"),
        *("index", "index.cache", "index.cache.looks", "index.cache.seal", "index.cache.store"),
        *("index.checksums", "index.database", "index.index", "index.neighbours", "index.schema"),
        *("query", "query.arguments", "query.parser", "query.scanner", "query.terms"),
        *("readers", "readers.files"),
        *("readers.formats", "readers.formats.options", "readers.formats.registry"),
        *("search", "search.matches", "search.selection"),
        *("search.sql", "search.sql.condition", "search.sql.parts", "search.sql.spans"),
        *("views", "views.events", "views.events.about", "views.events.chronology"),
        "views.events.rows",
        *("views.layout", "views.layout.glyphs"),
        *("views.layout.headers", "views.layout.legends", "views.layout.look"),
        *("views.layout.theme", "views.layout.wrapping"),
    )
}
"""What a question for a time needs: each module more makes every start slower."""


def titles(path: Path) -> list[str]:
    return [event.title for event in timeline.open(path).select()]


def write(path: Path, *titles: str, modified: int | None = OLD) -> None:
    path.write_text("".join(f"- {{date: 2001, title: {title}}}\n" for title in titles))
    if modified is not None:
        os.utime(path, ns=(modified * 10**9, modified * 10**9))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv("TIMELINE_CACHE", str(folder))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    write(path, "First", "Second")
    return path


def the_index(kept: Path) -> Path:
    (index,) = kept.glob("*.sqlite")
    return index


def loaded_by_asking(path: Path) -> set[str]:
    """Return which modules a process has loaded that asks the chronology once."""
    code = (
        "import sys, timeline\n"
        f"timeline.open({str(path)!r}).select('first 2001').documents()\n"
        "print(*sys.modules, sep='\\n')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_a_second_question_reads_no_file(kept: Path, file: Path) -> None:
    assert loaded_by_asking(file) & READING == READING - {"dateutil"}
    assert loaded_by_asking(file) & READING == set()
    assert titles(file) == ["First", "Second"]


def test_another_thread_may_ask(kept: Path, file: Path) -> None:
    for _ in ("built", "opened again"):
        opened = timeline.open(file)
        found: list[str] = []

        def ask(chronology: Timeline = opened, found: list[str] = found) -> None:
            found += [event.title for event in chronology.select()]

        thread = Thread(target=ask)
        thread.start()
        thread.join()
        assert found == ["First", "Second"]


def test_what_is_half_read_at_exit_is_quiet(kept: Path, file: Path) -> None:
    code = f"import timeline; rows = iter(timeline.open({str(file)!r}).select()); next(rows)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == ""


@pytest.mark.parametrize("period", ["2001", "--year=2001", "--since=2001-01"])
def test_listing_from_the_index_loads_what_it_needs(kept: Path, file: Path, period: str) -> None:
    titles(file)
    code = (
        "import sys; from timeline.cli import run\n"
        f"run(['list', {period!r}, '-f', {str(file)!r}]); print(*sys.modules, sep='\\n')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert loaded & {"yaml", "dateutil", "rich.console", "hashlib", "unicodedata"} == set()
    assert {name for name in loaded if name.startswith("timeline.")} == NEEDED_TO_LIST


def test_only_the_user_may_read_it(kept: Path, file: Path) -> None:
    previous = os.umask(0)
    try:
        titles(file)
    finally:
        os.umask(previous)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert stat.S_IMODE(the_index(kept).stat().st_mode) == 0o600


def test_it_can_be_switched_off(kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", "off")
    assert titles(file) == ["First", "Second"]
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_done_without(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "a-file" / "folder"))
    assert titles(file) == ["First", "Second"]


def edit(path: Path) -> None:
    write(path, "First", "Changed")


def edit_keeping_the_time_stamp(path: Path) -> None:
    write(path, "First", "Second and longer")


def replace_by_one_of_the_same_size(path: Path) -> None:
    other = path.with_name("other.yaml")
    write(other, "First", "Secand")
    other.replace(path)


def set_the_clock_back(path: Path) -> None:
    write(path, "First", "Before", modified=OLD - 100_000)


@pytest.mark.parametrize(
    ("change", "second"),
    [
        pytest.param(edit, "Changed", id="edited"),
        pytest.param(edit_keeping_the_time_stamp, "Second and longer", id="another size"),
        pytest.param(replace_by_one_of_the_same_size, "Secand", id="another inode"),
        pytest.param(set_the_clock_back, "Before", id="clock set back"),
    ],
)
def test_a_changed_file_is_read_again(
    kept: Path, file: Path, change: Callable[[Path], None], second: str
) -> None:
    assert titles(file) == ["First", "Second"]
    change(file)
    assert titles(file) == ["First", second]


@pytest.mark.parametrize(
    "modified",
    [
        pytest.param(lambda: time.time(), id="just now"),
        pytest.param(lambda: time.time() + 3600, id="in the future"),
    ],
)
def test_within_the_racy_window_the_content_decides(
    kept: Path, file: Path, modified: Callable[[], float]
) -> None:
    stamp = int(modified() * 1e9)
    os.utime(file, ns=(stamp, stamp))
    assert titles(file) == ["First", "Second"]
    inode = file.stat().st_ino
    text = file.read_text().replace("Second", "Secand")
    with file.open("r+") as same:
        same.write(text)
    os.utime(file, ns=(stamp, stamp))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (inode, stamp)
    assert titles(file) == ["First", "Secand"]


def test_after_the_racy_window_the_content_is_not_looked_at(
    kept: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(file)
    assert titles(file) == ["First", "Second"]
    monkeypatch.setattr(looks, "RACY", 0)
    assert titles(file) == ["First", "Second"]
    with closing(sqlite3.connect(the_index(kept))) as index:
        (digest,) = index.execute("SELECT digest FROM file").fetchone()
    assert digest is None


def cut(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:-4096])


def cut_short(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:50])


def empty(index: Path) -> None:
    index.write_bytes(b"")


def garbage(index: Path) -> None:
    index.write_bytes(random.Random(1).randbytes(index.stat().st_size))


def garbage_after_the_header(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:100] + random.Random(1).randbytes(len(data) - 100))


def garbage_in_every_page_but_the_first(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def another_database(index: Path) -> None:
    index.unlink()
    with closing(sqlite3.connect(index)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        other.execute("CREATE TABLE something (x)")
        other.commit()


def another_version(index: Path) -> None:
    with closing(sqlite3.connect(index)) as other:
        other.execute("PRAGMA user_version = 999")
        other.execute("UPDATE document SET json = replace(json, 'Second', 'Wrong')")
        other.commit()


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        cut_short,
        empty,
        garbage,
        garbage_after_the_header,
        garbage_in_every_page_but_the_first,
        another_database,
        another_version,
    ],
)
def test_a_damaged_index_is_built_anew(
    kept: Path, file: Path, damage: Callable[[Path], None]
) -> None:
    expected = ask(file, kept)
    assert expected.out == "2001\tfirst\tFirst\n2001\tsecond\tSecond\n"
    damage(the_index(kept))
    assert ask(file, kept) == expected
    assert ask(file, kept) == expected


def ask(file: Path, kept: Path, *arguments: str) -> Ran:
    ran = subprocess.run(
        [sys.executable, "-m", "timeline", "list", "--oneline", "-f", str(file), *arguments],
        capture_output=True,
        text=True,
        env=environment() | {"TIMELINE_CACHE": str(kept)},
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_a_file_with_errors_is_refused_from_the_index(kept: Path, file: Path) -> None:
    write(file, "First")
    file.write_text(file.read_text() + "- {date: 2001-13, title: Wrong}\n")
    os.utime(file, ns=(OLD, OLD))
    first = ask(file, kept)
    assert (first.code, first.out) == (2, "")
    assert "there is no month 13" in first.err
    os.utime(file, ns=(OLD, OLD))
    assert ask(file, kept) == first
    assert the_index(kept).exists()


def test_warnings_are_kept_with_it(kept: Path, file: Path) -> None:
    write(file, "First")
    file.write_text(file.read_text() + "- {date: 2001, titel: x, title: Other}\n")
    os.utime(file, ns=(OLD, OLD))
    first = [str(problem) for problem in timeline.open(file).warnings]
    assert len(first) == 1
    assert [str(problem) for problem in timeline.open(file).warnings] == first


def test_two_files_are_another_chronology_than_each(kept: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    write(other, "Third")
    assert [event.title for event in timeline.open(file, other).select()] == [
        "First",
        "Second",
        "Third",
    ]
    assert titles(file) == ["First", "Second"]
    write(other, "Fourth", modified=OLD + 1)
    assert [event.title for event in timeline.open(file, other).select()][-1] == "Fourth"


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    write_events(path, 2000)
    os.utime(path, ns=(OLD, OLD))
    return path


def start(file: Path, kept: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", "list", "--oneline", "-f", str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment() | {"TIMELINE_CACHE": str(kept)},
    )


def test_two_builders_at_once_both_answer(kept: Path, large: Path) -> None:
    builders = [start(large, kept) for _ in range(3)]
    answers = {builder.communicate(timeout=60) for builder in builders}
    expected = ask(large, kept)
    assert answers == {(expected.out.encode(), b"")}
    assert [path.suffix for path in kept.iterdir() if path.suffix != ".lock"] == [".sqlite"]


def test_killing_a_builder_leaves_a_usable_index_or_none(kept: Path, large: Path) -> None:
    expected = ask(large, kept)
    for path in kept.iterdir():
        path.unlink()
    chance = random.Random(1)
    took = time.monotonic()
    start(large, kept).communicate()
    took = time.monotonic() - took
    for _ in range(100):
        for path in kept.glob("*.sqlite"):
            path.unlink()
        builder = start(large, kept)
        time.sleep(chance.uniform(0.1, took))
        builder.send_signal(signal.SIGKILL)
        builder.communicate()
        found = cache.index_path([str(large)])
        assert found is not None
        index = cache.fresh_index(found, [str(large)])
        if index is not None:
            assert index.value("SELECT count(*) FROM event") == 2000
            assert index.value("PRAGMA integrity_check") == "ok"
    assert ask(large, kept) == expected
    assert {path.suffix for path in kept.iterdir()} == {".sqlite", ".lock"}


def no_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))


def test_without_room_on_the_disk_the_answer_is_the_same(kept: Path, large: Path) -> None:
    expected = ask(large, kept)
    the_index(kept).unlink()
    ran = subprocess.run(
        [sys.executable, "-m", "timeline", "list", "--oneline", "-f", str(large)],
        capture_output=True,
        text=True,
        env=environment() | {"TIMELINE_CACHE": str(kept)},
        preexec_fn=no_room,
        check=False,
    )
    assert Ran(ran.returncode, ran.stdout, ran.stderr) == expected
    assert [path for path in kept.iterdir() if path.suffix != ".lock"] == []


def test_a_full_file_system_gives_the_same_answer(tmp_path: Path, large: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a file system")
    try:
        ran = ask(large, small)
        assert [path for path in small.iterdir() if path.suffix != ".lock"] == []
    finally:
        subprocess.run(["umount", str(small)], check=True)
    assert ran == ask(large, tmp_path / "kept")
