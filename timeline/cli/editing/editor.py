"""Editing text in the editor of the user, until it is right or given up."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from timeline.cli.editing.changing import finish
from timeline.cli.terminal import note
from timeline.editing import Document, EditError, Edits, errors_of, with_text
from timeline.errors import FileError, Problem
from timeline.text import slug, visible

_NOTE = "# timeline: "
_OTHERWISE = "vi"


def edit_event(edits: Edits, identifier: str) -> None:
    """Open the lines of an event in the editor, and save them once they have no error.

    If the text is saved with an error and then again without a change, it is given up: the file is
    left as it is, and a message says where the text is. Raises EditError and FileError.
    """
    file, number = edits.standing(identifier)
    document = edits.document(file)
    before = document.item(number).text
    folder = Path(tempfile.mkdtemp(prefix="timeline-"))
    path = folder / f"{slug(identifier)}.yaml"
    errors: list[str] = []
    text = before
    while True:
        shown = "".join(f"{_NOTE}{error}\n" for error in errors) + text
        path.write_text(shown, encoding="utf-8", newline="")
        _run_editor(path)
        edited = _read(path)
        if edited == text and errors:
            raise EditError(
                f"{visible(document.name)} is left as it is; the text with errors is in {path}"
            )
        text = edited
        if text == before:
            note(f"{visible(identifier)} is unchanged")
            break
        errors = _errors_in(document, number, text)
        if not errors:
            edits.make(file, with_text(document, number, text))
            finish(edits, f"changed {visible(identifier)} in", dry_run=False)
            break
    path.unlink()
    folder.rmdir()


def edit_file(document: Document) -> None:
    """Open a whole file in the editor, and say afterwards what is wrong with it."""
    path = Path(document.path)
    _run_editor(path)
    errors = errors_of(path.read_bytes(), document.name)
    if errors:
        raise EditError(
            "\n".join([*map(str, errors), f"{visible(document.name)} has errors: edit it again"])
        )
    note(f"{visible(document.name)} has no errors")


def _errors_in(document: Document, number: int, text: str) -> list[str]:
    """Return what is wrong with the lines of an event in the place of the old ones."""
    start, end = document.item(number).span
    data = document.encoded(document.text[:start] + text + document.text[end:])
    first = document.text.count("\n", 0, start)
    last = first + text.count("\n") + 1
    errors = errors_of(data, document.name)
    if errors:
        return [_in_event(error, first, last) for error in errors]
    try:
        document.with_change(with_text(document, number, text))
    except EditError:
        return ["these lines change other events too: keep the dash and the indentation"]
    return []


def _in_event(error: Problem, first: int, last: int) -> str:
    place = f"line {error.line - first}: " if first < error.line <= last else ""
    return f"{place}{error.message}"


def _read(path: Path) -> str:
    """Return the text that was edited, without the notes about errors."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        raise FileError(f"{path} is not UTF-8: save it as UTF-8") from None
    return "".join(_without_notes(text.splitlines(keepends=True)))


def _without_notes(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if not line.startswith(_NOTE))


def _run_editor(path: Path) -> None:
    """Open a file in `$VISUAL`, `$EDITOR` or vi, and wait for it. Raises FileError."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _OTHERWISE
    try:
        ran = subprocess.run([*shlex.split(named), str(path)], check=False)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileError(
            f"cannot start the editor {visible(named)}: {reason}; name another one in $EDITOR"
        ) from None
    if ran.returncode:
        raise FileError(
            f"the editor {visible(named)} failed with exit code {ran.returncode}, and nothing is "
            f"saved; the text is in {path}"
        )
