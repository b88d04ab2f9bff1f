"""Many small files give the same however many processes read them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index.reading.test_parts import event, facts
from timeline.errors import Problem
from timeline.index import Index, workers
from timeline.index.reading import parts as parts_of_files
from timeline.index.reading import read_into, small
from timeline.index.workers import processes
from timeline.readers.files import chosen_files

REGISTRY = "actors:\n  anna: {name: Anna, member_of: union}\n  union: {name: Union}\n"
TAGS = "tags:\n  peace: {description: Without war}\n"

Files = dict[str, str]


def plain(at: int) -> str:
    """Return a file of a few events, of which some have the same title as in other files."""
    return "events:\n" + "".join(event(at + step) for step in range(7))


def folder(**other: str) -> Files:
    """Return the texts of twelve files, of which some are replaced."""
    return {f"f{at:02}.yaml": plain(3 * at) for at in range(12)} | {
        f"{name}.yaml": text for name, text in other.items()
    }


FOLDERS: dict[str, Callable[[], Files]] = {
    "no registry": folder,
    "a registry in the first file": lambda: folder(a=REGISTRY + TAGS + plain(0)),
    "a registry in the fourth file": lambda: folder(f03=REGISTRY + plain(1)),
    "two registries, one after the other": lambda: folder(f03=REGISTRY, f06=TAGS + plain(2)),
    "registries in the first two files": lambda: folder(a=TAGS, b=REGISTRY),
    "an actor listed in the second file": lambda: (
        {"a.yaml": REGISTRY.replace("union", "league"), "b.yaml": REGISTRY}
        | {
            f"f{at}.yaml": "events:\n" + "".join(event(step, actors="union") for step in range(30))
            for at in range(10, 40)
        }
    ),
    "a registry in the last file": lambda: folder(z=REGISTRY + TAGS),
    "a registry below the events": lambda: folder(f04=plain(3) + REGISTRY),
    "a part of the registry in each file": lambda: {
        name: f"actors:\n  bea{at}: {{name: Bea}}\n  anna: {{name: Anna}}\n{text}"
        for at, (name, text) in enumerate(folder().items())
    },
    "an actor described in two ways": lambda: folder(
        f02=REGISTRY, f05=REGISTRY.replace("Union", "League")
    ),
    "an id twice": lambda: folder(
        f02="- {id: a, date: 2014, title: A}\n", f09="- {id: a, date: 2015, title: B}\n"
    ),
    "a title in two files": lambda: folder(f02="title: A\n", f03="title: B\n"),
    "faults in several files": lambda: folder(
        f01=plain(0).replace("date: 1990", "date: 1990-02-30,"),
        f05="events: [",
        f07=plain(2).replace("Riga", "\x07"),
    ),
    "files that are no chronology": lambda: folder(f02="version: 3\njobs: {}\n", f05="", f06="[]"),
    "too many faults": lambda: folder(f04="- {title: A, colour: red}\n" * 2000),
    "other formats": lambda: (
        folder()
        | {"f02.csv": "date,title,actors\n2014,A,anna\n2015,B,\n"}
        | {"f03.jsonl": '{"date": "2014", "title": "C"}\n' * 2}
        | {"f04.md": "# 2014\n\n- **2014-03-18** D\n"}
    ),
    "files that are read in parts": lambda: (
        {f"f{at}.yaml": (REGISTRY if at % 3 == 2 else "") + plain(at) * 6 for at in range(9)}
        | {"f7.yaml": (plain(7) + plain(8).removeprefix("events:\n") * 9).replace("Riga", "[Riga")}
    ),
    "a large file among them": lambda: folder(
        f03=plain(0) + "".join(event(at) for at in range(90)), f08=REGISTRY
    ),
    "saved questions, memberships and rules": lambda: folder(
        f00="questions: {a: 'tag:peace'}\n" + plain(0),
        f03="questions: {a: 'tag:war'}\n" + REGISTRY,
        f06="check: {ignore: [duplicate-event]}\n" + plain(3),
        f09=plain(3).replace("places:", "ignore: duplicate-event\n    places:"),
    ),
}


@pytest.fixture(autouse=True)
def small_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small, "LEAST_WITH_WORKERS", 5000)
    monkeypatch.setattr(parts_of_files, "LEAST_WITH_WORKERS", 5000)
    monkeypatch.setattr(parts_of_files, "LEAST_IN_PARTS", 3000)


def read_by(count: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Index, list[Problem]]:
    """Read a folder with so many workers."""
    monkeypatch.setattr(workers, "number_of_workers", lambda: count)
    index = Index.in_memory()
    files = list(chosen_files([str(path)]))
    read_into(index, files)
    return index, index.problems([file.name for file in files])


def written(files: Files, path: Path) -> Path:
    for name, text in files.items():
        (path / name).write_text(text)
    return path


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_index_is_the_same_byte_for_byte(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(FOLDERS[kind](), tmp_path)
    alone, *others = (read_by(count, path, monkeypatch) for count in (0, 1, 3))
    for index, problems in others:
        assert list(map(str, problems)) == list(map(str, alone[1]))
        assert facts(index) == facts(alone[0])
        assert index.connection.serialize() == alone[0].connection.serialize()


def test_workers_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder(), tmp_path)
    given: list[str] = []
    send = processes.Processes.submit

    def noted(
        here: "processes.Processes[small.SmallFile, object]",
        task: "processes.Task[small.SmallFile, object]",
    ) -> None:
        given.append(Path(task.work.file.name).name)
        send(here, task)

    monkeypatch.setattr(processes.Processes, "submit", noted)
    read_by(2, path, monkeypatch)
    assert given == [f"f{at:02}.yaml" for at in range(1, 12)]
    given.clear()
    monkeypatch.setattr(small, "LEAST_WITH_WORKERS", 1 << 40)
    read_by(2, path, monkeypatch)
    assert given == []


@pytest.mark.parametrize("code", ["import os; os._exit(1)", "import nothing_such"])
def test_the_index_is_the_same_if_workers_die(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(folder(f03=REGISTRY), tmp_path)
    alone, problems = read_by(0, path, monkeypatch)
    monkeypatch.setattr(processes, "_START", code)
    helped, problems_then = read_by(2, path, monkeypatch)
    assert problems_then == problems
    assert helped.connection.serialize() == alone.connection.serialize()
