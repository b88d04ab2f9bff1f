"""Open a chronology, from its cached index if that is up to date, otherwise from its files."""

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
from timeline.readers import AS_USUAL, ChosenFile, ReadingOptions, chosen_files
from timeline.search import Selection

if TYPE_CHECKING:
    from timeline.analysis import Chain, DayOfYear
    from timeline.links import Asked


class Timeline:
    """An open chronology, which can answer any number of questions.

    `chosen` are the files it was read from, `files` holds their names and `paths` their paths.
    """

    def __init__(self, index: Index, files: Sequence[ChosenFile]) -> None:
        self.index = index
        self.chosen = tuple(files)
        self.files = tuple(file.name for file in files)
        self.paths = tuple(file.path for file in files)

    def over_another_connection(self) -> "Timeline":
        """Return the same chronology for another thread, whose questions can be interrupted.

        A chronology in memory has one connection only.
        """
        return Timeline(self.index.another_connection(), self.chosen)

    def reload(self) -> None:
        """Read the files again if they have changed. Raises FileError and DataError."""
        self.index = _index_of([*self.chosen], None)
        _refuse_errors(self)

    @property
    def problems(self) -> list[Problem]:
        """The problems found when the files were read, in the order of the files."""
        return self.index.problems(self.files)

    def check(
        self, select: Sequence[str] = (), ignore: Sequence[str] = (), *, today: date | None = None
    ) -> list[Problem]:
        """Return the problems that `timeline check` reports, in the order of the files.

        Those are `problems`, and what rules find. `select` and `ignore` are ids of rules, `default`
        or `all`; `select` replaces the choice in the files. `today` is the day after which a date
        is in the future; None means the current day. In files with errors, no rules are checked.
        Raises NotUnderstoodError if there is no such rule.
        """
        from timeline.rules import check, chosen_rules

        rules = chosen_rules(self.index, select, ignore)
        read = [one for one in self.problems if not one.rule or one.rule in rules]
        if self.index.has_errors():
            return read
        found = check(self.index, self.chosen, rules, today or date.today())
        order = {name: number for number, name in enumerate(self.files)}
        return sorted([*read, *found], key=lambda one: (order[one.file], one.line, one.column))

    def check_links(
        self,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> "Asked":
        """Ask the web addresses of all sources, and return what rules find about them.

        This asks the network. `select` and `ignore` are as in `check`, and `progress` is called
        with the number of addresses that were asked and with their total. Raises
        NotUnderstoodError, FileError, and TimelineError if there seems to be no network.
        """
        from timeline.links import check_links
        from timeline.rules import chosen_rules

        return check_links(self.chosen, chosen_rules(self.index, select, ignore), progress)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are not errors."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    def warning_counts(self) -> dict[str, int]:
        """Return the number of warnings per file name. Files without warnings are left out."""
        return self.index.warning_counts(self.files)

    @property
    def title(self) -> str:
        """The title of the chronology, or an empty string."""
        return self.index.heading("title")

    @property
    def description(self) -> str:
        """The description of the chronology, or an empty string."""
        return self.index.heading("description")

    @property
    def actors(self) -> dict[str, Actor]:
        """All actors by id: first those in the registry, then those found only in events."""
        return self.index.actors()

    @property
    def tags(self) -> dict[str, Tag]:
        """All tags by id: first those in the registry, then those found only in events."""
        return self.index.tags()

    @property
    def questions(self) -> dict[str, str]:
        """The saved questions, by name."""
        return self.index.saved_questions()

    def actor(self, identifier: str) -> Actor:
        """Return the actor with this id, which must be in the registry or in an event."""
        return self.index.actor(identifier)

    def tag(self, identifier: str) -> Tag:
        """Return the tag with this id, which must be in the registry or in an event."""
        return self.index.tag(identifier)

    def rank(self, kind: str, identifier: str) -> int:
        """Return the position of an `actor` or a `tag` in `actors` or `tags`, counted from 0."""
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
        """Return the events that match a question; an empty question matches all events.

        `reverse` sorts the latest event first. `limit` is the maximum number of events, counted
        from the start of the sorted list. `context` is the number of neighbours to include before
        and after each event when events are grouped by time. `today` is the day from which
        `last 6 months` counts back; None means the current day.
        Raises QuestionError, which points to the part of the question that is wrong.
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
        """Return the event with this id, an id that starts with it, or these words in its title.

        Raises NoSuchName, which lists candidates, if no event matches or several do.
        """
        return self.events([name])[0]

    def events(self, names: Sequence[str]) -> list[Event]:
        """Return the events with these names: one per name, or one for all names together.

        Raises NoSuchName as `event` does.
        """
        from timeline.search import find_events

        found = [self.index.event(identifier) for identifier in find_events(self.index, names)]
        return [event for event in found if event is not None]

    def causes(self, event: Event) -> list[Event]:
        """Return the existing events that `event` follows, in chronological order."""
        return self.index.causes(event)

    def followers(self, event: Event) -> list[Event]:
        """Return the events that follow `event`, in chronological order."""
        return self.index.followers(event.id)

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return the events just before and just after `event`; None where there is none."""
        return self.index.neighbours(event.id)

    def chain(self, event: Event, depth: int | None = None) -> "Chain":
        """Return the causes and results of an event, at most `depth` steps away."""
        from timeline.analysis import Chain

        return Chain(self.index, event, depth)

    def day_of_year(self, text: str, today: date) -> "DayOfYear":
        """Parse a day of the year, such as `03-18`, `18 March` or `today`.

        Raises NotUnderstoodError if the text is not a single day.
        """
        from timeline.analysis import find_day

        return find_day(self.index, text, today)


def open(
    *paths: str | os.PathLike[str],
    progress: Callable[[int, int], None] | None = None,
    options: ReadingOptions = AS_USUAL,
) -> Timeline:
    """Open a chronology from files and folders (searched recursively), merged into one.

    Without paths, open `$TIMELINE_FILE`, else `events.yaml` if it exists, else the bundled
    chronology. `-` is standard input. When files have to be read, `progress` is called with the
    number of bytes read so far and the total. `options` say how to read files of other programs.
    Raises FileError if a file cannot be read, and
    DataError, with all errors, if a file has errors.
    """
    timeline = load([os.fspath(path) for path in paths], progress, options)
    _refuse_errors(timeline)
    return timeline


def _refuse_errors(timeline: Timeline) -> None:
    if timeline.index.has_errors():
        errors = [problem for problem in timeline.problems if problem.severity is Severity.ERROR]
        raise DataError(errors)


def load(
    paths: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
    options: ReadingOptions = AS_USUAL,
) -> Timeline:
    """Open files as `open` does, but return whatever could be read even if there are errors."""
    files = _chosen(paths)
    if options != AS_USUAL:
        files = [file._replace(options=options) for file in files]
    return Timeline(_index_of(files, progress), files)


def _chosen(paths: Sequence[str]) -> list[ChosenFile]:
    # Read a file only once, even if it is given both by its own path and by its folder.
    chosen: dict[str, ChosenFile] = {}
    for file in chosen_files(paths):
        path = os.path.realpath(file.path)
        if path not in chosen or not file.folder:
            chosen[path] = file
    return list(chosen.values())


def _place_of(files: Sequence[ChosenFile]) -> Path | None:
    in_folders = [file.path for file in files if file.folder]
    options = files[0].options
    identity = "" if options == AS_USUAL else repr(options)
    return index_path([file.path for file in files], in_folders, identity)


def at_hand(paths: Sequence[str], most: int) -> Index | None:
    """Return the index of the files if it is available without delay, otherwise None.

    An index is available if the cached one is up to date or if the files have at most `most` bytes
    in total. Returns None for files with errors and for standard input. Raises FileError or
    OSError if a file cannot be read.
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
    # Imported here because answering a question from the cache does not need it.
    from timeline.index.reading import read_changes, read_into

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
