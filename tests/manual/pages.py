"""The examples of README and of the manual: found in their text, run, and kept as they are today.

A fenced block is an example by its info string:

- `console`: commands after `$`, each with what it prints; a line `...` stands for any lines. They
  run in a folder of the page's own. `console terminal` runs them in a terminal.
- `python`: a program; the `text` block that follows is what it prints.
- `yaml`: a chronology without a warning. `yaml NAME` is also a file of this name in the folder.
- `markdown NAME`: a note, which is a file of this name in the folder.
"""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.cli.pseudoterminal import shown_by
from tests.conftest import ROOT, TODAY, environment
from tests.manual.following import follow

README = ROOT / "README.md"
MANUAL = ROOT / "timeline" / "manual"
DOCUMENTS = (README, *sorted(MANUAL.rglob("*.md")))

COLUMNS = 76
"""How wide the terminal of `console terminal` is: what fits a page in a terminal of 80 columns."""

_FENCED = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_PROGRAM = f"""#!{sys.executable}
import datetime
import timeline.cli.opening
from timeline.__main__ import main

timeline.cli.opening.today = lambda: {TODAY!r}
main()
"""


class Block(NamedTuple):
    """A fenced block, which is the one with this number in its document."""

    document: Path
    number: int
    info: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.document.stem}: {self.text.splitlines()[0].removeprefix('$ ')}"


def prose(document: Path) -> str:
    """Return the text of a document without its fenced blocks."""
    return _FENCED.sub("", document.read_text(encoding="utf-8"))


def blocks(language: str) -> list[Block]:
    """Return the blocks of all documents in a language."""
    found = (block for document in DOCUMENTS for block in blocks_of(document))
    return [block for block in found if block.info.split(" ")[0] == language]


def blocks_of(document: Path) -> list[Block]:
    found = _FENCED.finditer(document.read_text(encoding="utf-8"))
    return [Block(document, at, one["info"], one["text"]) for at, one in enumerate(found)]


def write_files(document: Path, folder: Path) -> None:
    """Write the files that a document shows with their names."""
    for block in blocks_of(document):
        language, _, name = block.info.partition(" ")
        if language in ("yaml", "markdown") and name:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(block.text, encoding="utf-8")


def session(block: Block, folder: Path) -> str:
    """Run the commands of a block; return it with what they print now."""
    text = ""
    for command in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        line, _, shown = command.partition("\n")
        printed = (
            _in_terminal(line, folder) if block.info.endswith("terminal") else _run(line, folder)
        )
        text += f"$ {line}\n{follow(shown, printed)}"
    return text


def _run(line: str, folder: Path) -> str:
    ran = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environment() | {"PATH": _path(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return ran.stdout.decode()


def _in_terminal(line: str, folder: Path) -> str:
    env = {"PATH": _path(folder), "PAGER": "", "NO_COLOR": "1"}
    shown = shown_by(["sh", "-c", line], folder, env, columns=COLUMNS, lines=40)
    return re.sub(r" +$", "", shown.screen, flags=re.MULTILINE)


def _path(folder: Path) -> str:
    """Return a PATH on which `timeline` is the program, on a day that does not change."""
    programs = folder / ".programs"
    if not programs.exists():
        programs.mkdir()
        (programs / "timeline").write_text(_PROGRAM, encoding="utf-8")
        (programs / "timeline").chmod(0o755)
    return f"{programs}{os.pathsep}{os.environ['PATH']}"


def expect_block(block: Block, text: str) -> None:
    """Compare a block with what it should be; with UPDATE_GOLDEN write that into the document."""

    def place(whole: str) -> tuple[int, int]:
        return list(_FENCED.finditer(whole))[block.number].span("text")

    _expect(block.document, place, text)


def expect_lines(document: Path, pattern: str, lines: Sequence[str]) -> None:
    """Compare the lines in a row that match a pattern with what they should be, as above."""

    def place(whole: str) -> tuple[int, int]:
        found = re.search(rf"^(?:{pattern}\n)+", whole, re.MULTILINE)
        assert found is not None
        return found.span()

    _expect(document, place, "".join(f"{line}\n" for line in lines))


def _expect(document: Path, place: Callable[[str], tuple[int, int]], text: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        _rewrite(document, place, text)
    whole = document.read_text(encoding="utf-8")
    start, end = place(whole)
    assert whole[start:end] == text


def _rewrite(document: Path, place: Callable[[str], tuple[int, int]], text: str) -> None:
    with document.open("r+", encoding="utf-8") as file:
        # Tests of one document may run side by side.
        fcntl.flock(file, fcntl.LOCK_EX)
        whole = file.read()
        start, end = place(whole)
        if whole[start:end] != text:
            file.seek(0)
            file.truncate()
            file.write(whole[:start] + text + whole[end:])
