"""The history of the events of a file: what each commit changed."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.editing.comparing.commits import Commit
from timeline.editing.comparing.differences import Comparison, Difference, compare
from timeline.editing.comparing.git import SHALLOW, GitError, Repository
from timeline.editing.comparing.reading import VersionReader
from timeline.editing.comparing.versions import EMPTY, refuse_bundled
from timeline.editing.contents import Contents
from timeline.errors import DataError, FileError
from timeline.model import Event
from timeline.readers import chosen_files
from timeline.text import visible


class Revision(NamedTuple):
    """A commit and what it changed."""

    commit: Commit
    comparison: Comparison


def history_of(paths: Sequence[str], warn: Callable[[str], None]) -> list[Revision]:
    """Return the commits that changed something in files, the latest first.

    Earlier names of the files are followed. A merge counts only for what differs from all its
    parents. A version that cannot be read is skipped, with a message to `warn`; what it changed is
    part of the revision that follows it. Raises GitError and FileError.
    """
    files = list(chosen_files(paths)) if not paths or all(map(os.path.lexists, paths)) else []
    refuse_bundled(files, "log -f")
    found = []
    shallow = set()
    for path in [file.path for file in files] or paths:
        if path == "-":
            raise GitError("standard input has no history: name a file in git")
        repository = Repository(path)
        inner = repository.inner(path)
        if repository.is_shallow and repository.top not in shallow:
            shallow.add(repository.top)
            warn(f"the history is not complete: {SHALLOW}")
        revisions = list(_revisions(repository, inner, warn))
        if not revisions and not os.path.lexists(path):
            raise FileError(f"no commit has a file {visible(path)}")
        found += revisions
    if len(files) > 1:
        found.sort(key=lambda revision: -revision.commit.seconds)
    return found


def _revisions(
    repository: Repository, path: str, warn: Callable[[str], None]
) -> Iterator[Revision]:
    commits = repository.commits(path)
    earlier = {commit.blob: commit.parents for commit in commits}
    reader = VersionReader(path)

    @lru_cache(maxsize=16)
    def contents(blob: str) -> Contents | None:
        if not blob:
            return EMPTY
        try:
            return reader.contents(repository.version(blob, path))
        except DataError:
            return None

    def readable(blob: str) -> Contents:
        """Return the contents of a version, or those of the last one before it that is readable."""
        seen = set()
        while (found := contents(blob)) is None and blob not in seen:
            seen.add(blob)
            blob = next(iter(earlier.get(blob, ())), "")
        return found or EMPTY

    for commit in commits:
        new = contents(commit.blob)
        if new is None:
            warn(f"{commit.short} is skipped: its {visible(commit.path)} has an error")
            continue
        first, *others = (compare(readable(blob), new) for blob in commit.parents)
        comparison = _in_all(first, others)
        if not comparison.is_empty:
            yield Revision(commit, comparison)


def revisions_of_event(revisions: Sequence[Revision], identifier: str) -> Iterator[Revision]:
    """Yield the revisions of one event, and only that event; its other ids are followed."""
    differences = [one for revision in revisions for one in revision.comparison.events]
    names, count = {identifier}, 0
    while len(names) > count:
        count = len(names)
        for ids in map(_ids, differences):
            if ids & names:
                names |= ids
    for revision in revisions:
        events = tuple(one for one in revision.comparison.events if _ids(one) & names)
        if events:
            only = revision.comparison._replace(headings=(), actors=(), tags=(), events=events)
            yield Revision(revision.commit, only)


def _ids(difference: Difference[Event]) -> set[str]:
    return {one.id for one in (difference.before, difference.after) if one}


def _in_all(first: Comparison, others: list[Comparison]) -> Comparison:
    """Return what differs in a version from all its parents."""

    def ids(comparison: Comparison, kind: str) -> set[str]:
        return {one.record.id for one in getattr(comparison, kind)}

    for other in others:
        first = first._replace(
            headings=tuple(
                one
                for one in first.headings
                if one.field in {edit.field for edit in other.headings}
            ),
            actors=tuple(one for one in first.actors if one.record.id in ids(other, "actors")),
            tags=tuple(one for one in first.tags if one.record.id in ids(other, "tags")),
            events=tuple(one for one in first.events if one.record.id in ids(other, "events")),
        )
    return first
