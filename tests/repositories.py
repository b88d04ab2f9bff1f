"""Real repositories of git for tests."""

import os
import subprocess
from pathlib import Path

from tests.conftest import environment

AUTHOR = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_AUTHOR_DATE": "2026-03-01T10:00:00+0000",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "GIT_COMMITTER_DATE": "2026-03-01T10:00:00+0000",
}


class Repo:
    """A repository in a folder."""

    def __init__(self, folder: Path, *, is_new: bool = True) -> None:
        self.folder = folder
        if is_new:
            folder.mkdir(parents=True, exist_ok=True)
            self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, env: dict[str, str] | None = None, code: int = 0) -> str:
        """Run git, and return what it prints; it must end with this code."""
        ran = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=environment() | AUTHOR | (env or {}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == code, ran.stdout + ran.stderr
        return ran.stdout

    def write(self, text: str, name: str = "events.yaml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(
        self, text: str, message: str, name: str = "events.yaml", env: dict[str, str] | None = None
    ) -> None:
        self.write(text, name)
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message, env=env)
