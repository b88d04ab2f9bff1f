"""Earlier versions of files, from git."""

import os
import subprocess
from functools import cached_property
from pathlib import Path

from timeline.editing.comparing.commits import LOG, SIMILAR, Commit, commits_of
from timeline.errors import TimelineError
from timeline.text import visible

_LINK = "120000 "
_OF_HOOKS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
SHALLOW = "this clone is shallow, and git fetch --unshallow gets the earlier commits"
_HOW_WITHOUT = "two files can be compared without git: timeline diff OLD NEW"


class GitError(TimelineError):
    """Something that git cannot give; the message says what, and what to do."""


class Repository:
    """The repository with a file or folder. Raises GitError if there is no git or no repository.

    Paths in a repository are relative to its top folder, with `/` between their parts.
    """

    def __init__(self, path: str) -> None:
        self._folder = Path(os.path.realpath(path))
        while not self._folder.is_dir():
            self._folder = self._folder.parent
        top = self._git("rev-parse", "--show-toplevel")
        if top is None:
            place = visible(path) if os.path.lexists(path) else "this folder"
            raise GitError(
                f"{place} is not in the working tree of a git repository, which holds the earlier "
                f"versions: {_HOW_WITHOUT}"
            )
        self._folder = self.top = Path(os.fsdecode(top.removesuffix(b"\n")))

    def inner(self, path: str) -> str:
        """Return a path of the file system as one in the repository, `.` for its top folder."""
        return Path(os.path.relpath(os.path.realpath(path), self.top)).as_posix()

    def is_revision(self, name: str) -> bool:
        """Return whether a text names a commit."""
        return self._commit(name) is not None

    def commit(self, name: str) -> str:
        """Return the hash of the commit that a text names. Raises GitError."""
        found = self._commit(name)
        if found is None:
            if self._commit("HEAD") is None:
                raise GitError("this git repository has no commits: commit the file first")
            raise self.unknown(name)
        return found

    def unknown(self, name: str) -> GitError:
        """Return the error for a word that is neither a file nor a revision."""
        advice = SHALLOW if self.is_shallow else "see git log for revisions"
        return GitError(f"'{visible(name)}' is neither a file nor a revision: {advice}")

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone has only the last commits."""
        return self._git("rev-parse", "--is-shallow-repository") == b"true\n"

    def common_ancestor(self, one: str, other: str) -> str:
        """Return the hash of the commit from which two commits come. Raises GitError."""
        found = self._git("merge-base", self.commit(one), self.commit(other))
        if found is None:
            raise GitError(f"'{visible(one)}' and '{visible(other)}' have no common ancestor")
        return found.decode().strip()

    def file_at(self, commit: str, path: str) -> bytes | None:
        """Return a file of a commit as it is when checked out, None if it is not there."""
        return self._git("cat-file", "--filters", f"{commit}:{path}")

    def version(self, blob: str, path: str) -> bytes:
        """Return a version of a file by its hash, as it is when checked out."""
        found = self._git("cat-file", "--filters", f"--path={path}", blob)
        if found is None:
            raise GitError(f"git has no version {blob[:10]} of {visible(path)}: see git fsck")
        return found

    def files_at(self, commit: str, folder: str) -> list[str]:
        """Return the paths of the files of a commit in a folder and below, without links."""
        names = () if folder == "." else (folder,)
        found = self._git("ls-tree", "-r", "-z", "--full-tree", commit, *names) or b""
        entries = (entry.split("\t", 1) for entry in os.fsdecode(found).split("\0") if entry)
        return [path for kind, path in entries if not kind.startswith(_LINK)]

    def files(self, folder: str) -> list[str]:
        """Return the paths of the files in a folder that git does not ignore."""
        command = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        found = self._git(*command, "--", folder) or b""
        return [name for name in os.fsdecode(found).split("\0") if name]

    def name_at(self, commit: str, path: str, later: str = "") -> str | None:
        """Return the name in a commit of a file that has been renamed since.

        `path` is its name in the commit `later`, or in the working tree. None if it is not there.
        """
        if self._git("cat-file", "-e", f"{commit}:{path}") is not None:
            return path
        revisions = [commit, later] if later else [commit]
        found = self._git("diff", SIMILAR, "--diff-filter=R", "--name-status", "-z", *revisions)
        parts = [os.fsdecode(part) for part in (found or b"").split(b"\0")]
        renamed = dict(zip(parts[2::3], parts[1::3], strict=False))
        if path in renamed:
            return renamed[path]
        # Too much has changed for git to see it at once, or the file is not in the index.
        for name in self.names(path, later or "HEAD"):
            if self._git("cat-file", "-e", f"{commit}:{name}") is not None:
                return name
        return None

    def names(self, path: str, commit: str) -> list[str]:
        """Return the names that a file had up to a commit, the latest first."""
        command = ["log", "--follow", SIMILAR, "--format=", "--name-only", "-z", commit]
        found = self._git(*command, "--", path)
        names = (os.fsdecode(name) for name in (found or b"").split(b"\0") if name)
        return list(dict.fromkeys(names))

    def commits(self, path: str) -> list[Commit]:
        """Return the commits that changed a file, the latest first, also under earlier names.

        A merge is one of them if its version differs from those of all its parents.
        """
        self.commit("HEAD")
        found = self._git(*LOG, "--", path)
        if found is None:
            raise GitError(f"git cannot list the commits of {visible(path)}: see git log")
        return commits_of(os.fsdecode(found))

    def _commit(self, name: str) -> str | None:
        if name.startswith("-"):
            return None
        found = self._git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return found.decode().strip() if found else None

    def _git(self, *arguments: str) -> bytes | None:
        """Return what git prints, None if it fails."""
        command = ["git", "-C", str(self._folder), *arguments]
        try:
            ran = subprocess.run(
                command,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                env=_environment(),
                check=False,
            )
        except OSError:
            raise GitError(
                f"earlier versions are read with git, which is not installed: {_HOW_WITHOUT}"
            ) from None
        return ran.stdout if ran.returncode == 0 else None


def merge_lines(base: str, ours: str, theirs: str, marks: int) -> bool:
    """Merge files line by line into that of ours, as git does; return whether without conflict.

    `marks` is the number of signs in a marker. Raises GitError.
    """
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    command = ["git", "merge-file", "-q", f"--marker-size={marks}", *labels, ours, base, theirs]
    try:
        code = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    except OSError:
        code = -1
    if not 0 <= code < 128:
        raise GitError("git merge-file cannot merge the file line by line: merge it by hand")
    return code == 0


def _environment() -> dict[str, str]:
    """Return the environment for git, in which it finds the repository from the folder.

    A hook of git has the variables of the repository that it runs in. Without the working tree
    among them, git would take the folder for its top.
    """
    env = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    if "GIT_WORK_TREE" not in env:
        env = {key: value for key, value in env.items() if key not in _OF_HOOKS}
    return env
