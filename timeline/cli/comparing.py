"""Choosing the versions to compare, also those that git names when it calls `timeline diff`."""

import os
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.options import Color
from timeline.errors import DataError, FileError, TimelineError

if TYPE_CHECKING:
    from timeline.editing.comparing import Revision, Versions

_NOTHING = ("/dev/null", "nul")


class ExternalFiles(NamedTuple):
    """What git gives to an external diff: the name of a file, and files with both versions.

    They are empty for a file with a conflict. `new_name` differs after a renaming.
    """

    name: str
    new_name: str
    old: str
    new: str


def external_files(words: Sequence[str]) -> ExternalFiles | None:
    """Return what git has given if it called this program as an external diff, otherwise None."""
    # See gitdiffcore(7) and GIT_EXTERNAL_DIFF in git(1).
    if "GIT_DIFF_PATH_COUNTER" not in os.environ or len(words) not in (1, 7, 8, 9):
        return None
    if len(words) == 1:
        return ExternalFiles(words[0], words[0], "", "")
    name, old, _, _, new, _, _, *renamed = words
    return ExternalFiles(name, renamed[0] if renamed else name, old, new)


def show_external(files: ExternalFiles, color: Color) -> None:
    """Show the differences of one file for git. What cannot be compared gets a line that says so.

    Git stops at a program that fails, so this does not fail.
    """
    from timeline.cli.terminal import render, write_text
    from timeline.editing.comparing import compare, of_two_files
    from timeline.text import visible
    from timeline.views import Differences

    name = visible(files.name)
    if files.new_name != files.name:
        name = f"{name}, now {visible(files.new_name)}"
    if not files.old:
        write_text(f"{name}: it has a conflict that is not resolved\n")
        return
    try:
        old, new = ("" if path in _NOTHING else path for path in (files.old, files.new))
        found = of_two_files(old, new)
    except DataError as error:
        write_text(f"{name}: it cannot be compared by event\n{error}\n")
        return
    except TimelineError as error:
        write_text(f"{name}: it cannot be compared by event: {error}\n")
        return
    comparison = compare(found.old, found.new)
    if comparison.is_empty:
        write_text(f"{name}: no event differs\n")
        return
    write_text(f"{name}:\n")
    render(Differences(comparison), color, paged=False)


def read_versions(words: Sequence[str], files: Sequence[str]) -> "Versions":
    """Return the versions that the words and `--file` name. Raises TimelineError."""
    from timeline.editing.comparing import from_git, of_two_files

    revisions = _revisions(words, files)
    paths = [*words[len(revisions) :], *files]
    if not revisions and len(paths) == 2:
        return of_two_files(*paths)
    return from_git("..".join(revisions) or "HEAD", paths)


def _revisions(words: Sequence[str], files: Sequence[str]) -> Sequence[str]:
    """Return the first words if they are revisions: one or two, or `OLD..NEW`. Raises GitError."""
    from timeline.editing.comparing import GitError, Repository

    if not words or _is_file(words[0]):
        return ()
    # No name of a revision begins with a slash.
    if ".." in words[0] and "../" not in words[0]:
        return words[:1]
    try:
        repository = Repository([*words, *files][-1])
    except GitError:
        return ()
    found = list(takewhile(lambda word: not _is_file(word) and repository.is_revision(word), words))
    if not found and len(words) + len(files) == 2:
        raise repository.unknown(words[0])
    return found[:2]


def _is_file(word: str) -> bool:
    return word == "-" or os.path.lexists(word)


def revisions(words: Sequence[str], files: Sequence[str]) -> "list[Revision]":
    """Return the history of the event that the words name, of all without words.

    Raises TimelineError.
    """
    from timeline.cli.opening import open_files, refuse_files
    from timeline.cli.terminal import note
    from timeline.editing.comparing import history_of, revisions_of_event
    from timeline.text import visible

    refuse_files(words)
    found = history_of(files, note)
    if not words:
        return found
    if of_event := list(revisions_of_event(found, " ".join(words))):
        return of_event
    # It is no id of any version: perhaps the start of one, or words of a title.
    named = open_files(files).event(" ".join(words))
    if of_event := list(revisions_of_event(found, named.id)):
        return of_event
    raise FileError(f"{visible(named.id)} has no history: it is in no commit yet")
