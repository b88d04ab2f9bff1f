"""Which files a chronology is read from, and opening them."""

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, NamedTuple, cast

from timeline.characters import visible
from timeline.errors import DataError, FileError, Problem, Severity
from timeline.index import Index
from timeline.indexing import fill
from timeline.model import Actor, Event, Tag
from timeline.names import find_id
from timeline.query import Query
from timeline.readers import yaml
from timeline.readers.text import with_excerpts
from timeline.selection import Selection

HELD_IN_MEMORY = 16 * 1024 * 1024
"""How many bytes of what can be read only once are kept in memory, the rest in a temporary file."""

MOST_KEPT = 256 * 1024 * 1024
"""How many bytes of it are read at all: what comes out of a pipe can be without end."""

_HERE = "events.yaml"
_STANDARD_INPUT = "-"
_ENDINGS = (".yaml", ".yml")


class ChosenFile(NamedTuple):
    """A file to be read, and what it is called to the person who chose it."""

    path: str
    name: str


class Timeline:
    """An opened chronology, which can be asked any number of questions.

    `files` are the names of the files it was read from. `warnings` are what `timeline check` says
    of them.
    """

    def __init__(self, index: Index, files: Sequence[str], warnings: Sequence[Problem]) -> None:
        self.index = index
        self.files = tuple(files)
        self.warnings = tuple(warnings)

    @property
    def title(self) -> str:
        """The title of the chronology, empty where it has none."""
        return self.index.heading("title")

    @property
    def description(self) -> str:
        """What the chronology is about, empty where it does not say."""
        return self.index.heading("description")

    @property
    def actors(self) -> dict[str, Actor]:
        """Every actor by id: those of the registry, then those only named in events."""
        return self.index.actors()

    @property
    def tags(self) -> dict[str, Tag]:
        """Every tag by id: those of the registry, then those only named in events."""
        return self.index.tags()

    def select(
        self,
        question: str | Query = "",
        *,
        reverse: bool = False,
        limit: int | None = None,
        today: date | None = None,
    ) -> Selection:
        """Return the events that a question finds; all of them where it asks nothing.

        `reverse` puts the latest first; `limit` keeps the first so many, as sorted; `today` is the
        day that `last 6 months` counts from, the present one where it is None.
        Raises QuestionError, which shows the place that is wrong.
        """
        query = Query.parse(question) if isinstance(question, str) else question
        return Selection(self.index, query, today or date.today(), reverse=reverse, limit=limit)

    def event(self, identifier: str) -> Event:
        """Return the event with an id, which may be shortened while only one begins with it.

        Raises NoSuchName, which lists the candidates.
        """
        event = self.index.event(find_id(self.index, identifier))
        assert event is not None
        return event


def open(*paths: str | os.PathLike[str]) -> Timeline:
    """Open a chronology from files, or folders of YAML files, merged into one.

    Without paths it is `$TIMELINE_FILE`, else `events.yaml` where one stands, else the bundled
    one. `-` is standard input. Raises FileError where a file cannot be read, and DataError, with
    every problem, where one has errors.
    """
    timeline, problems = load([os.fspath(path) for path in paths])
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise DataError([one for one in problems if one.severity is Severity.ERROR])
    return timeline


def load(paths: Sequence[str]) -> tuple[Timeline, list[Problem]]:
    """Read files as `open` does, and return what could be read with every problem found."""
    files = list(chosen_files(paths))
    index = Index.in_memory()
    found: list[list[Problem]] = [[] for _ in files]
    with ExitStack() as opened:
        streams = [opened.enter_context(_open(file)) for file in files]
        fill(
            index,
            [
                (file.name, yaml.read(stream, file.name, problems), problems)
                for file, stream, problems in zip(files, streams, found, strict=True)
            ],
        )
        problems = [
            problem
            for stream, of_file in zip(streams, found, strict=True)
            for problem in with_excerpts(of_file, stream)
        ]
    return Timeline(index, [file.name for file in files], problems), problems


def chosen_files(paths: Sequence[str]) -> Iterable[ChosenFile]:
    """Yield the files that `paths` name; without any, the ones read by default.

    Raises FileError for a folder without YAML files.
    """
    if not paths and (named := os.environ.get("TIMELINE_FILE")):
        paths = [named]
    if not paths:
        here = Path(_HERE)
        yield (
            ChosenFile(_HERE, _HERE)
            if here.exists() or here.is_symlink()
            else ChosenFile(str(bundled()), f"{_HERE} (bundled)")
        )
    for path in paths:
        if path == _STANDARD_INPUT:
            yield ChosenFile(path, "standard input")
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for too long a name
            yield from _files_in(path)
        else:
            yield ChosenFile(path, path)


def _files_in(folder: str) -> Iterable[ChosenFile]:
    try:
        names = sorted(
            str(path)
            for path in Path(folder).iterdir()
            if path.suffix in _ENDINGS and not path.name.startswith(".") and not path.is_dir()
        )
    except OSError as error:
        raise _cannot_read(folder, error) from None
    if not names:
        raise FileError(f"there are no YAML files in the folder {visible(folder)}")
    for name in names:
        yield ChosenFile(name, name)


def bundled() -> Path:
    """Return the chronology that comes with the program."""
    package = Path(__file__).parent
    installed = package / _HERE
    # From a checkout, the one copy stands beside the package.
    return installed if installed.exists() else package.parent / _HERE


def _open(file: ChosenFile) -> BinaryIO:
    try:
        if file.path == _STANDARD_INPUT:
            if sys.stdin is None:
                raise FileError("cannot read standard input: it is closed")
            return _kept(sys.stdin.buffer, file.name)
        kind = Path(file.path).stat().st_mode
        if stat.S_ISREG(kind):
            return Path(file.path).open("rb")
        if stat.S_ISFIFO(kind):
            with Path(file.path).open("rb") as pipe:
                return _kept(pipe, file.name)
    except OSError as error:
        raise _cannot_read(file.name, error) from None
    raise FileError(f"cannot read {visible(file.name)}: it is no file but a device or a socket")


def _kept(stream: BinaryIO, name: str) -> BinaryIO:
    """Return what a stream gives as a stream that can be read again.

    Raises FileError where it is more than `MOST_KEPT` bytes.
    """
    kept = SpooledTemporaryFile(max_size=HELD_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    while chunk := stream.read(1 << 16):
        kept.write(chunk)
        if kept.tell() > MOST_KEPT:
            kept.close()
            raise FileError(
                f"cannot read {visible(name)}: more than {MOST_KEPT >> 20} MB came from it, "
                "save them as a file first"
            )
    return cast(BinaryIO, kept)


def _cannot_read(name: str, error: OSError) -> FileError:
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason = "the link leads nowhere" if Path(name).is_symlink() else "there is no such file"
    return FileError(f"cannot read {visible(name)}: {reason}")
