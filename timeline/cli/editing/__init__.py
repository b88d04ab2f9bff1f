"""Changing files from the command line: adding an event, editing one in an editor, correcting."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.editing.adding import Draft as Draft
    from timeline.cli.editing.adding import agreed as agreed
    from timeline.cli.editing.adding import asked_on_terminal as asked_on_terminal
    from timeline.cli.editing.adding import event_like as event_like
    from timeline.cli.editing.adding import finished as finished
    from timeline.cli.editing.changing import DryRun as DryRun
    from timeline.cli.editing.changing import OneFile as OneFile
    from timeline.cli.editing.changing import ValueProblem as ValueProblem
    from timeline.cli.editing.changing import checked_text as checked_text
    from timeline.cli.editing.changing import finish as finish
    from timeline.cli.editing.changing import known_name as known_name
    from timeline.cli.editing.changing import names as names
    from timeline.cli.editing.changing import open_one as open_one
    from timeline.cli.editing.changing import source_at as source_at
    from timeline.cli.editing.editor import edit_event as edit_event
    from timeline.cli.editing.editor import edit_file as edit_file
    from timeline.cli.editing.fixing import fix_files as fix_files
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "adding": ("Draft", "agreed", "asked_on_terminal", "event_like", "finished"),
            "changing": (
                "DryRun",
                "OneFile",
                "ValueProblem",
                "checked_text",
                "finish",
                "known_name",
                "names",
                "open_one",
                "source_at",
            ),
            "editor": ("edit_event", "edit_file"),
            "fixing": ("fix_files",),
        },
    )
