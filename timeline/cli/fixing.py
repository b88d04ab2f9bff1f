"""Correcting files for `timeline check --fix`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.text import visible

if TYPE_CHECKING:
    from timeline.chronology import Timeline
    from timeline.editing.fixing import FixedFile


def fix_files(
    timeline: "Timeline", select: Sequence[str], ignore: Sequence[str], *, dry_run: bool
) -> bool:
    """Correct what has one right answer, or print it as a diff; return whether there is anything.

    All files are checked before one of them is changed. A note says what was done, and why a file
    with problems is left as it is. Raises NotUnderstoodError for an unknown rule.
    """
    from timeline.cli.terminal import note, write_text
    from timeline.editing import diff_of, save

    if timeline.index.has_errors():
        note("nothing is corrected in files with errors: correct these first")
        return False
    files = list(_fixed_files(timeline, select, ignore))
    for document, text, done in files:
        if dry_run:
            for line in diff_of(document.text, text, document.name):
                write_text(line if line.endswith("\n") else f"{line}\n")
        else:
            save(document, text)
            note(f"{visible(document.name)}: {', '.join(done)}")
    return bool(files)


def _fixed_files(
    timeline: "Timeline", select: Sequence[str], ignore: Sequence[str]
) -> "list[FixedFile]":
    from timeline.cli.terminal import note
    from timeline.editing import EditError, document_of
    from timeline.editing.fixing import fixed_file
    from timeline.rules import chosen_rules

    rules = chosen_rules(timeline.index, select, ignore)
    problems = timeline.check(select, ignore)
    found = []
    for number, name in enumerate(timeline.files):
        own = [problem for problem in problems if problem.file == name]
        if not own:
            continue
        try:
            document = document_of(timeline, number)
            fixed = fixed_file(document, timeline.index, number, own, rules)
        except EditError as error:
            note(str(error))
            continue
        if fixed is not None:
            found.append(fixed)
    return found
