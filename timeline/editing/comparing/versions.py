"""The versions of a chronology: in the working tree, in commits, in two files."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline.editing.comparing.git import GitError, Repository
from timeline.editing.contents import Contents, contents_to_compare
from timeline.errors import FileError
from timeline.readers import BUNDLED, ChosenFile, cannot_read, chosen_files, is_chosen

EMPTY = Contents((), (), (), (), ())
"""A version with nothing in it, before a chronology was begun or after it was deleted."""


class Versions(NamedTuple):
    """Two versions of a chronology, and what they are called: `HEAD`, `the working tree`."""

    old: Contents
    new: Contents
    old_name: str
    new_name: str


def joined(parts: Iterable[Contents]) -> Contents:
    """Return the contents of several files as those of one. The first title counts."""
    found = EMPTY
    for part in parts:
        known = {heading.key for heading in found.headings}
        found = Contents(
            (*found.headings, *(one for one in part.headings if one.key not in known)),
            tuple(dict.fromkeys((*found.registries, *part.registries))),
            found.actors + part.actors,
            found.tags + part.tags,
            found.events + part.events,
        )
    return found


def of_two_files(old: str, new: str) -> Versions:
    """Return two files or folders as versions; an empty path is a version with nothing in it.

    Raises DataError and FileError.
    """
    before, after = (
        joined(map(_in_file, chosen_files([path]))) if path else EMPTY for path in (old, new)
    )
    return Versions(before, after, old, new)


def from_git(revision: str, paths: Sequence[str]) -> Versions:
    """Return two versions of the files at `paths`, at least one of them from git.

    `revision` is that of the older version, or `OLD..NEW`, where HEAD may be left out; with three
    dots the older version is where both began. Without `..`, the newer version is the working tree.
    Raises DataError, FileError and GitError.
    """
    files = list(chosen_files(paths)) if not paths or "" in paths or _exist(paths) else []
    refuse_bundled(files, "diff")
    paths = paths or [file.path for file in files]
    if "-" in paths:
        raise GitError("standard input has no earlier versions: name two files, or a file in git")
    repository = Repository(paths[0])
    old, new, old_name, new_name = _revisions(repository, revision)
    before: dict[str, ChosenFile] = {}
    after: dict[str, Contents] = {}
    for path in paths:
        inner = repository.inner(path)
        held = _files(repository, inner, new, path)
        if new and not held:
            inner = repository.name_at(new, inner) or inner
            held = _files(repository, inner, new, path)
        for name, file in held.items():
            after[name] = _at(repository, new, file, new_name) if new else _in_file(file)
        before |= _files(repository, inner, old, path)
        for name, file in held.items():
            earlier = repository.name_at(old, name, new)
            if earlier is not None and earlier not in before:
                before[earlier] = file._replace(path=earlier)
        if not held and not any(_is_in(name, inner) for name in before):
            raise repository.unknown(path)
    return Versions(
        joined(_at(repository, old, file, old_name) for file in before.values()),
        joined(after.values()),
        old_name,
        new_name or "the working tree",
    )


def _revisions(repository: Repository, revision: str) -> tuple[str, str, str, str]:
    """Return the hashes of the older and of the newer commit, and how they were named.

    Those of the newer one are empty if it is the working tree.
    """
    old_name, dots, new_name = revision.partition("..")
    old_name, new_name = old_name or "HEAD", new_name or ("HEAD" if dots else "")
    if new_name.startswith("."):
        new_name = new_name[1:] or "HEAD"
        old = repository.common_ancestor(old_name, new_name)
    else:
        old = repository.commit(old_name)
    return old, repository.commit(new_name) if new_name else "", old_name, new_name


def refuse_bundled(files: Iterable[ChosenFile], command: str) -> None:
    """Raise FileError for the bundled chronology, which is in no repository."""
    if any(file.name == BUNDLED for file in files):
        raise FileError(
            f"there is no events.yaml here: name the file, as in timeline {command} FILE"
        )


def _files(repository: Repository, inner: str, commit: str, path: str) -> dict[str, ChosenFile]:
    """Return the files that a path of the repository names, by their paths there.

    In a folder, files that git ignores and those of other repositories do not count.
    """
    if not commit:
        files = chosen_files([path]) if os.path.lexists(path) else ()
        found = {repository.inner(file.path): file for file in files}
        kept = found if inner in found else set(repository.files(inner))
        return {name: file for name, file in found.items() if name in kept}
    names = [name for name in repository.files_at(commit, inner) if _is_in(name, inner)]
    return {
        name: ChosenFile(name, name, "" if name == inner else inner)
        for name in names
        if name == inner or is_chosen(name.removeprefix(f"{inner}/"))
    }


def _is_in(name: str, folder: str) -> bool:
    return folder in (".", name) or name.startswith(f"{folder}/")


def _exist(paths: Iterable[str]) -> bool:
    return all(map(os.path.lexists, paths))


def _at(repository: Repository, commit: str, file: ChosenFile, name: str) -> Contents:
    data = repository.file_at(commit, file.path)
    assert data is not None
    return contents_to_compare(data, file._replace(name=f"{name}:{file.path}"))


def _in_file(file: ChosenFile) -> Contents:
    if file.path == "-":
        return contents_to_compare(sys.stdin.buffer.read(), file)
    try:
        data = Path(file.path).read_bytes()
    except OSError as error:
        raise cannot_read(file.name, error) from None
    return contents_to_compare(data, file)
