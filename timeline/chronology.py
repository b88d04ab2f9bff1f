"""Opening a chronology: from its index where there is a fresh one, else from its files."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import DataError, Problem, Severity
from timeline.index import Index
from timeline.index.cache import fresh_index, index_path, renewed_index
from timeline.model import Actor, Event, Tag
from timeline.query import Query
from timeline.readers import ChosenFile, chosen_files
from timeline.search import Selection

if TYPE_CHECKING:
    from timeline.analysis import Chain, DayOfYear


class Timeline:
    """An opened chronology, which can be asked any number of questions.

    `files` are the names of the files it was read from.
    """

    def __init__(self, index: Index, files: Sequence[str]) -> None:
        self.index = index
        self.files = tuple(files)

    @property
    def problems(self) -> list[Problem]:
        """What `timeline check` says of the files, in their order."""
        return self.index.problems(self.files)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not refuse a file."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)

    def warning_counts(self) -> dict[str, int]:
        """Return how many warnings each file has that has any, by the file's name."""
        return self.index.warning_counts(self.files)

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

    def actor(self, identifier: str) -> Actor:
        """Return the actor with this id, which is listed or named in an event."""
        return self.index.actor(identifier)

    def tag(self, identifier: str) -> Tag:
        """Return the tag with this id, which is listed or stands at an event."""
        return self.index.tag(identifier)

    def rank(self, kind: str, identifier: str) -> int:
        """Return the place of an `actor` or a `tag` among all, from 0: the registry comes first."""
        return self.index.rank(kind, identifier)

    def select(
        self,
        question: str | Query = "",
        *,
        reverse: bool = False,
        limit: int | None = None,
        context: int = 0,
        today: date | None = None,
    ) -> Selection:
        """Return the events that a question finds; all of them where it asks nothing.

        `reverse` puts the latest first; `limit` keeps the first so many, as sorted; `context` shows
        so many neighbours of each event on either side, under headings by time; `today` is the day
        that `last 6 months` counts from, the present one where it is None.
        Raises QuestionError, which shows the place that is wrong.
        """
        query = Query.parse(question) if isinstance(question, str) else question
        return Selection(
            self.index,
            query,
            today or date.today(),
            reverse=reverse,
            limit=limit,
            context=context,
        )

    def event(self, name: str) -> Event:
        """Return the event with this id, an id that begins so, or a title with these words.

        Raises NoSuchName, which lists the candidates, where there is none or there are several.
        """
        return self.events([name])[0]

    def events(self, names: Sequence[str]) -> list[Event]:
        """Return the events that some names name: each of them, or all together as one title.

        Raises NoSuchName as `event` does.
        """
        from timeline.search import find_events

        found = [self.index.event(identifier) for identifier in find_events(self.index, names)]
        return [event for event in found if event is not None]

    def causes(self, event: Event) -> list[Event]:
        """Return the events that one follows, as far as they exist, in chronological order."""
        return self.index.causes(event)

    def followers(self, event: Event) -> list[Event]:
        """Return the events that follow one, in chronological order."""
        return self.index.followers(event.id)

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return the events just before and just after one."""
        return self.index.neighbours(event.id)

    def chain(self, event: Event, depth: int | None = None) -> "Chain":
        """Return what led to an event and what followed from it, at most `depth` steps away."""
        from timeline.analysis import Chain

        return Chain(self.index, event, depth)

    def day_of_year(self, text: str, today: date) -> "DayOfYear":
        """Return the day of the year that a text names: `03-18`, `18 March`, `today`.

        Raises NotUnderstoodError where it names no single day.
        """
        from timeline.analysis import find_day

        return find_day(self.index, text, today)


def open(
    *paths: str | os.PathLike[str], progress: Callable[[int, int], None] | None = None
) -> Timeline:
    """Open a chronology from files, or folders of them and their subfolders, merged into one.

    Without paths it is `$TIMELINE_FILE`, else `events.yaml` where one stands, else the bundled
    one. `-` is standard input. `progress` is told how many bytes have been read, and of how many,
    where files have to be read. Raises FileError where a file cannot be read, and DataError, with
    every error, where one has errors.
    """
    timeline = load([os.fspath(path) for path in paths], progress)
    if timeline.index.has_errors():
        raise DataError([one for one in timeline.problems if one.severity is Severity.ERROR])
    return timeline


def load(paths: Sequence[str], progress: Callable[[int, int], None] | None = None) -> Timeline:
    """Open files as `open` does, and return what could be read of them, even with errors."""
    files = _chosen(paths)
    return Timeline(_index_of(files, progress), [file.name for file in files])


def _chosen(paths: Sequence[str]) -> list[ChosenFile]:
    # A file that is named twice, by itself and by its folder, is read once.
    chosen: dict[str, ChosenFile] = {}
    for one in chosen_files(paths):
        path = os.path.realpath(one.path)
        if path not in chosen or not one.in_folder:
            chosen[path] = one
    return list(chosen.values())


def _place_of(files: Sequence[ChosenFile]) -> Path | None:
    in_folders = [file.path for file in files if file.in_folder]
    return index_path([file.path for file in files], in_folders)


def at_hand(paths: Sequence[str], most: int) -> Index | None:
    """Return the index of files that can be asked at once, None where there is none.

    It is fresh, or is made of files of `most` bytes together. Files with errors have none, nor has
    standard input. Raises FileError and OSError where a file cannot be read.
    """
    chosen = _chosen(paths)
    files = [file.path for file in chosen]
    sizes = [os.stat(file).st_size for file in files if os.path.isfile(file)]  # noqa: PTH113, PTH116
    if len(sizes) < len(files):
        return None
    place = _place_of(chosen)
    index = None if place is None else fresh_index(place, files)
    if index is None and sum(sizes) <= most:
        index = load(paths).index
    return None if index is None or index.has_errors() else index


def _index_of(files: list[ChosenFile], progress: Callable[[int, int], None] | None) -> Index:
    paths = [file.path for file in files]
    on_disk = all(os.path.isfile(path) for path in paths)  # noqa: PTH113 - as in chosen_files
    place = _place_of(files) if on_disk else None
    if place is not None and (index := fresh_index(place, paths)):
        return index
    # Reading needs much that a question does not.
    from timeline.index.building import read_changes, read_into

    if place is not None and (
        index := renewed_index(
            place,
            paths,
            lambda index: read_changes(index, files, progress),
            lambda index: read_into(index, files, progress),
        )
    ):
        return index
    index = Index.in_memory()
    read_into(index, files, progress)
    return index
