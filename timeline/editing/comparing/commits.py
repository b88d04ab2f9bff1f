"""Commits, as `git log` prints them."""

import re
from typing import NamedTuple

SIMILAR = "-M25%"
"""The option of git by which half of a short file may change while it is renamed."""

# With `-c` and `--raw`, git names the versions before and after each commit. The settings of users
# must not change what it prints.
LOG = (
    *("-c", "log.showRoot=true", "log", "--no-show-signature", "--encoding=UTF-8"),
    *("--follow", SIMILAR, "-c", "--raw", "--no-abbrev", "-z"),
    "--format=%x01%H%x00%an%x00%aI%x00%ct%x00%s%x00",
)
"""The options of git that list the commits that changed a file, also under earlier names."""

# A subject may contain the character that begins a commit.
_START = re.compile(r"\x01(?=[0-9a-f]{40,64}\0)")


class Commit(NamedTuple):
    """A commit that changed a file: who made it, when (ISO 8601, and as seconds), and its subject.

    `path` is the name of the file in it, `blob` the hash of its version, and `parents` those of the
    versions before; one is empty if the file is not there.
    """

    hash: str
    author: str
    date: str
    seconds: int
    subject: str
    path: str
    blob: str
    parents: tuple[str, ...]

    @property
    def short(self) -> str:
        """The first digits of its hash."""
        return self.hash[:10]


def commits_of(text: str) -> list[Commit]:
    """Return the commits that `git log` prints with the options of `LOG`, without files' names."""
    found = map(_commit_of, _START.split(text)[1:])
    return [commit for commit in found if commit]


def _commit_of(record: str) -> Commit | None:
    """Return a commit from what `git log --raw -z` prints for it, see git-diff-tree(1).

    None if it names no version: git also lists merges whose version is that of a parent.
    """
    hash, author, date, seconds, subject, *raw = record.split("\0")
    change, *paths = [part for part in "\0".join(raw).lstrip("\n\0").split("\0") if part] or [""]
    if not change:
        return None
    count = len(change) - len(change.lstrip(":")) + 1
    blobs = change.split(" ")[count : 2 * count]
    *parents, blob = ("" if set(one) == {"0"} else one for one in blobs)
    return Commit(hash, author, date, int(seconds), subject, paths[-1], blob, tuple(parents))
