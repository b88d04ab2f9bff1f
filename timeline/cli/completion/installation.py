"""Installing completion in the current shell, or printing the script for it."""

import sys
from pathlib import Path
from typing import NamedTuple

from timeline.cli.terminal import note, write_text
from timeline.errors import FileError, TimelineError
from timeline.text import listed, visible

VARIABLE = "_TIMELINE_COMPLETE"
"""The variable that the script sets to `complete_` and the name of the shell."""


class ShellError(TimelineError):
    """A shell without support for completion."""


class _Files(NamedTuple):
    """The files that installation writes: the script, and the start-up file that loads it."""

    script: Path
    start_file: Path | None

    def start_text(self) -> str:
        """Return the content of the start-up file, empty if there is none."""
        if self.start_file is None or not self.start_file.is_file():
            return ""
        return self.start_file.read_text()


# The paths that Typer uses, which it returns only after the installation.
_FILES = {
    "bash": _Files(Path(".bash_completions/timeline.sh"), Path(".bashrc")),
    "zsh": _Files(Path(".zfunc/_timeline"), Path(".zshrc")),
    "fish": _Files(Path(".config/fish/completions/timeline.fish"), None),
}


def show() -> None:
    """Print the completion script for this shell. Raises ShellError if there is none."""
    import typer.completion

    script = typer.completion.get_completion_script(  # type: ignore[attr-defined]
        prog_name="timeline", complete_var=VARIABLE, shell=_this_shell()
    )
    write_text(f"{script}\n")


def install() -> None:
    """Install completion in this shell and print what was changed; on a terminal, ask first.

    Raises ShellError if the shell has no completion, and FileError if a file cannot be written.
    """
    import typer.completion

    shell = _this_shell()
    script, start_file = _FILES[shell]
    home = Path.home()
    files = _Files(home / script, start_file and home / start_file)
    if not _confirmed(_plan(files)):
        note("nothing was changed")
        return
    try:
        before = files.start_text().splitlines()
        typer.completion.install(  # type: ignore[attr-defined]
            shell, prog_name="timeline", complete_var=VARIABLE
        )
        added = [line for line in files.start_text().splitlines() if line and line not in before]
    except (OSError, UnicodeError) as error:
        raise FileError(f"cannot install completion: {error}") from None
    write_text("".join(f"{line}\n" for line in _report(shell, files, added)))


def _plan(files: _Files) -> str:
    edits = f" and adds to {_shown(files.start_file)}" if files.start_file else ""
    return f"This writes {_shown(files.script)}{edits}."


def _report(shell: str, files: _Files, added: list[str]) -> list[str]:
    lines = [
        f"{shell} completion is installed: start a new shell to use it",
        f"wrote {_shown(files.script)}",
    ]
    undo = f"to undo this, delete {_shown(files.script)}"
    if files.start_file and added:
        lines += [f"added to {_shown(files.start_file)}:", *(f"    {line}" for line in added)]
        undo += f" and what was added to {_shown(files.start_file)}"
    elif files.start_file:
        lines.append(f"{_shown(files.start_file)} already loads it")
        undo += f" and the lines that load it from {_shown(files.start_file)}"
    return [*lines, undo]


def _confirmed(plan: str) -> bool:
    """Ask whether to continue, if standard input is a terminal."""
    if sys.stdin is None or sys.stderr is None:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    print(f"{plan} Continue? [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    # End of input means no.
    return bool(answer) and answer.strip().lower() in ("", "y", "yes")


def _shown(path: Path) -> str:
    return visible(f"~/{path.relative_to(Path.home())}")


def _this_shell() -> str:
    import typer.completion

    shell = typer.completion._get_shell_name()  # type: ignore[attr-defined]
    if shell not in _FILES:
        raise ShellError(f"this shell is not supported: run this in {listed(_FILES)}")
    return str(shell)
