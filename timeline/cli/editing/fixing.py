"""Correcting files for `timeline check --fix`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.text import visible

if TYPE_CHECKING:
    from timeline.chronology import Timeline
    from timeline.editing import Edits


def fix_files(
    timeline: "Timeline", select: Sequence[str], ignore: Sequence[str], *, dry_run: bool
) -> bool:
    """Correct what has one right answer, or print it as a diff; return whether there is anything.

    All files are checked before one of them is changed. A note says what was done, and why a file
    with problems is left as it is. Raises NotUnderstoodError for an unknown rule.
    """
    from timeline.cli.terminal import note, write_text
    from timeline.editing import Edits

    if timeline.index.has_errors():
        note("nothing is corrected in files with errors: correct these first")
        return False
    edits = Edits(timeline)
    done = _fix(edits, timeline, select, ignore)
    if dry_run:
        for line in edits.diff():
            write_text(line)
        return bool(done)
    edits.save()
    for line in done:
        note(line)
    return bool(done)


def _fix(
    edits: "Edits", timeline: "Timeline", select: Sequence[str], ignore: Sequence[str]
) -> list[str]:
    """Correct every file, and return what was done in each, in words."""
    from timeline.cli.terminal import note
    from timeline.editing import EditError
    from timeline.editing.fixing import fix_of
    from timeline.rules import chosen_rules

    rules = chosen_rules(timeline.index, select, ignore)
    problems = timeline.check(select, ignore)
    done = []
    for number, name in enumerate(timeline.files):
        own = [problem for problem in problems if problem.file == name]
        if not own:
            continue
        try:
            fix = fix_of(edits.document(number), timeline.index, number, own, rules)
            if fix is not None:
                edits.make(number, fix.change)
                done.append(f"{visible(name)}: {', '.join(fix.done)}")
        except EditError as error:
            note(str(error))
    return done
