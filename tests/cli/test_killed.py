"""A command that is killed at any moment leaves the old file or the new one."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.killing import COMMANDS
from tests.conftest import ROOT, Run, environment

SEED = "1"


def text(count: int) -> str:
    """Return a file of events that is not in order, of several styles and with comments."""
    lines = ["# A chronology\n", "events:\n"]
    for number in range(count):
        lines.append(f"  # about {number}\n" if number % 5 == 0 else "\n" * (number % 2))
        fields = [f"id: e{number}", f"date: {1900 + number * 7 % 100}", f"title: Event {number}"]
        fields += ["tags: [a, c]   # a comment", "sources:\n      - https://example.org/a"]
        if number % 3 == 0:
            fields.reverse()
        lines.append("".join(f"    {field}\n" for field in fields).replace("    ", "  - ", 1))
    return "".join(lines)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_a_killed_command_leaves_the_old_file_or_the_new_one(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    file = folder / "events.yaml"
    file.write_text(text(200), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.cli.killing", str(file), SEED],
        cwd=ROOT,
        env=environment() | {"EDITOR": "sed -i s/Event/Happening/", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    # Left alone, each command changes the file.
    assert rows[: len(COMMANDS)] == [[command, 0, True] for command in COMMANDS]
    killed = rows[len(COMMANDS) :]
    assert len(killed) == 100
    assert Counter(left for *_, left in killed)["neither"] == 0
    # Many were killed before their end, even if the machine is faster now than when it was timed.
    assert sum(os.WIFSIGNALED(status) for _, status, _ in killed) > 20
    # Whatever is left beside the file is told by the next command.
    left = {path.name for path in folder.iterdir()} - {file.name}
    told = run("set", "e1", "title=Other", "-f", str(file)).err
    assert {name for name in left if name not in told} == set()
    assert {name for name in left if not name.startswith(".timeline-")} == set()


def test_a_temporary_file_that_was_left_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- date: 2014\n  title: A\n")
    left = tmp_path / ".timeline-abc"
    left.touch()
    assert run("set", "a", "tags=x").err == (
        f"changed a in events.yaml\n{left} remains from a command that was killed: delete it\n"
    )
