"""Worker processes that die, that are interrupted, and programs that start them."""

import fcntl
import os
import pickle
import signal
import subprocess
import sys
import termios
import time
from array import array
from pathlib import Path
from threading import Event, Thread
from typing import IO, Any, NamedTuple, cast

import pytest

from tests.conftest import environment
from tests.index.reading.test_parts import read_by, small_parts, text_of
from timeline.index.workers import processes, results_of

__all__ = ["small_parts"]

STARTED = processes._START
KILLED_LATER = """
import os, signal
from timeline.index.reading.parts import PartJob
rows_of, seen = PartJob.do, []
def first_only(job, part):
    seen.append(part)
    return rows_of(job, part) if len(seen) == 1 else os.kill(os.getpid(), signal.SIGKILL)
PartJob.do = first_only
"""
DYING = {
    "at once": "import os; os._exit(1)",
    "with an error": "import nothing_such",
    "killed in its second part": STARTED.replace("main()", f"exec({KILLED_LATER!r}); main()"),
    "in the middle of an answer": (
        "import os, sys; sys.stdin.buffer.read(1); "
        "os.write(1, bytes([9] + 7 * [0]) + b'half'); os._exit(1)"
    ),
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("death", DYING)
def test_the_index_is_the_same_if_workers_die(
    death: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text_of())
    alone, problems = read_by(0, path, monkeypatch)
    monkeypatch.setattr(processes, "_START", DYING[death])
    helped, problems_then = read_by(2, path, monkeypatch)
    assert problems_then == problems
    assert helped.connection.serialize() == alone.connection.serialize()


@pytest.mark.usefixtures("small_parts")
def test_the_index_is_the_same_if_no_process_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text_of())
    alone, _ = read_by(0, path, monkeypatch)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    helped, _ = read_by(2, path, monkeypatch)
    assert helped.connection.serialize() == alone.connection.serialize()


@pytest.mark.usefixtures("small_parts")
def test_a_program_that_reads_a_file_keeps_its_own_switch_interval(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text_of())
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.25)
    try:
        read_by(2, path, monkeypatch)
        assert sys.getswitchinterval() == 0.25
    finally:
        sys.setswitchinterval(before)


class Written(NamedTuple):
    """A piece of work that is a text."""

    text: bytes


class Unreadable(Written):
    """A piece of work that no other process can read."""

    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise ImportError",)


class Length(NamedTuple):
    """A job that any process can do."""

    def do(self, work: Written) -> int:
        return len(work.text)


def test_what_a_worker_cannot_read_is_done_here() -> None:
    works = [Written(b"a"), Unreadable(b"bb"), Written(b"ccc"), Unreadable(b"dddd")]
    assert [result for _, result in results_of(Length(), works, 2)] == [1, 2, 3, 4]


def test_workers_end_while_their_answers_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    is_left = Event()
    received = processes._received

    def late(*given: Any) -> bytes:
        assert is_left.wait(20)
        return received(*given)

    monkeypatch.setattr(processes, "_received", late)
    here = processes.Processes[Written, int](Length(), 1)
    here.__enter__()
    tasks = [processes.Task[Written, int](Written(text)) for text in (b"a", b"bb")]
    for task in tasks:
        here.submit(task)
    answers = cast("IO[bytes]", here._processes[0].stdout)
    limit = time.monotonic() + 20
    # Both answers must be in the pipe before the process is killed.
    while time.monotonic() < limit and waiting_in(answers) < 2 * len(pickle.dumps(1, 5)) + 16:
        time.sleep(0.01)
    leaving = Thread(target=here.__exit__, daemon=True)
    leaving.start()
    here._processes[0].wait(20)
    time.sleep(0.1)
    is_left.set()
    leaving.join(20)
    assert not leaving.is_alive()
    assert [task.result() for task in tasks] == [1, 2]


def test_an_interrupt_while_workers_start_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Thread) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Thread, "start", interrupted)
    here = processes.Processes[Written, int](Length(), 2)
    with pytest.raises(KeyboardInterrupt):
        here.__enter__()
    assert [process.returncode for process in here._processes] == [-signal.SIGKILL]


def waiting_in(pipe: IO[bytes]) -> int:
    """Return the number of bytes that can be read from a pipe."""
    count = array("i", [0])
    fcntl.ioctl(pipe.fileno(), termios.FIONREAD, count)
    return count[0]


def test_a_frozen_program_starts_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert processes.number_of_workers() == 0


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the cores cannot be chosen")
def test_one_core_is_left_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "process_cpu_count", raising=False)
    for cores, expected in ((1, 0), (2, 1), (4, 3), (64, processes.MOST_WORKERS)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)))
        assert processes.number_of_workers() == expected


@pytest.fixture(scope="module", params=["one file", "many files"])
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file or a folder that is large enough for workers."""
    folder = tmp_path_factory.mktemp("large")
    filler = "word " * 150
    events = [f"- date: 2014\n  title: Event {at}\n  summary: {filler}\n" for at in range(16_000)]
    if request.param == "many files":
        for first in range(0, len(events), 100):
            (folder / f"{first}.yaml").write_text("".join(events[first : first + 100]))
        return folder
    path = folder / "events.yaml"
    path.write_text("".join(events))
    return path


def children_of(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(child) for child in found]


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


# Two workers, whatever the number of cores.
WITH_WORKERS = (
    "import timeline.index.workers as workers; workers.number_of_workers = lambda: 2; "
    "import sys; from timeline.__main__ import main; sys.argv[0] = 'timeline'; main()"
)


def started(file: Path, cache: Path) -> "subprocess.Popen[str]":
    """Start the program on a file, and return once it has workers."""
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_WORKERS, "list", "--oneline", "-f", str(file)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=environment() | {"TIMELINE_CACHE": str(cache)},
        start_new_session=True,
    )
    limit = time.monotonic() + 60
    while len(children_of(process.pid)) < 2:
        assert process.poll() is None
        assert time.monotonic() < limit
        time.sleep(0.005)
    return process


linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are in /proc")


@linux
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_program_leaves_no_process_and_no_index(
    sent: signal.Signals, large: Path, tmp_path: Path
) -> None:
    process = started(large, tmp_path)
    workers = children_of(process.pid)
    if sent is signal.SIGINT:
        # As Ctrl-C does, which reaches all processes of the terminal.
        os.killpg(process.pid, sent)
    else:
        process.send_signal(sent)
    _, shown = process.communicate(timeout=60)
    assert process.returncode == (130 if sent is signal.SIGINT else -sent)
    assert "Traceback" not in shown
    limit = time.monotonic() + 20
    while any(map(is_running, workers)) and time.monotonic() < limit:
        time.sleep(0.02)
    assert not any(map(is_running, workers))
    assert list(tmp_path.glob("*.sqlite")) == []


@linux
def test_work_goes_on_without_a_worker_that_is_killed(large: Path, tmp_path: Path) -> None:
    process = started(large, tmp_path)
    for worker in children_of(process.pid):
        os.kill(worker, signal.SIGKILL)
    _, shown = process.communicate(timeout=120)
    assert (process.returncode, shown) == (0, "")


SCRIPT = """
import timeline, timeline.index.workers as workers
workers.number_of_workers = lambda: 2
print("begins")
print(len(timeline.open({path!r}).select("event")))
"""


def test_a_script_of_a_user_runs_once(large: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(path=str(large)))
    # Modules beside the script or in the current folder are not those of the workers.
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "yaml.py").write_text("raise SystemExit('imported')")
    ran = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        cwd=tmp_path / "here",
        env=environment() | {"TIMELINE_CACHE": "off"},
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "begins\n16000\n", "")


def test_a_small_file_needs_none_of_this(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2014, title: A}\n" * 2)
    code = (
        f"import sys, timeline; timeline.open({str(path)!r}); print(*(name for name in sys.modules "
        "if name in ('subprocess', 'multiprocessing') or 'workers' in name))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment() | {"TIMELINE_CACHE": "off"},
        check=True,
    )
    assert ran.stdout == "\n"
