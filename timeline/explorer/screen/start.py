"""Starting the full screen."""

from collections.abc import Callable, Sequence
from datetime import date

from timeline.chronology import Timeline
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.question import history_path


def explore(
    timeline: Timeline,
    question: str,
    today: Callable[[], date],
    *,
    reopen: Callable[[], Timeline],
    files: Sequence[str],
    ascii_only: bool,
) -> None:
    """Show a chronology on the full screen until the person quits.

    `files` are the files and folders it was read from, and `reopen` reads them again. `today`
    returns the present day. Raises QuestionError if the question cannot be understood.
    """
    app = Explorer(
        timeline,
        question,
        today,
        perform=perform,
        reopen=reopen,
        files=files,
        history=history_path,
        ascii_only=ascii_only,
    )
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.return_code:
        raise SystemExit(app.return_code)


def perform(app: Explorer, action: str) -> None:
    """Do an action of the table of keys."""
    # The first screen need not wait for what keys may do later.
    from timeline.explorer.screen.actions import ACTIONS

    ACTIONS[action](app)
