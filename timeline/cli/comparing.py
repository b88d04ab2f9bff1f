"""Choosing the versions to compare, also those that git names when it calls `timeline diff`."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.options import Color
from timeline.errors import DataError, FileError, TimelineError

if TYPE_CHECKING:
    from timeline.editing.comparing import Step, Versions

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
    from timeline.editing.comparing import Repository, from_git, of_two_files

    if words and not os.path.lexists(words[0]) and words[0] != "-":
        revision = words[0]
        paths = [*words[1:], *files]
        if ".." in revision or Repository(paths[0] if paths else ".").is_revision(revision):
            return from_git(revision, paths)
    paths = [*words, *files]
    if len(paths) == 2:
        return of_two_files(*paths)
    return from_git("HEAD", paths)


def steps(words: str, files: Sequence[str]) -> "list[Step]":
    """Return the history of the event that the words name, of all without words.

    Raises TimelineError.
    """
    from timeline.cli.terminal import note
    from timeline.editing.comparing import history_of, steps_of_event

    found = history_of(files, note)
    if not words:
        return found
    if of_event := list(steps_of_event(found, words)):
        return of_event
    # It is no id of any version: perhaps the start of one, or words of a title.
    from timeline.cli.opening import open_files
    from timeline.text import visible

    named = open_files(files).event(words)
    if of_event := list(steps_of_event(found, named.id)):
        return of_event
    raise FileError(f"{visible(named.id)} has no history: it is in no commit yet")
