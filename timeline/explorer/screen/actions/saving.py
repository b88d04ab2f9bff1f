"""Saving the question in the file, by a name that later questions can use."""

from functools import partial

from timeline.chronology import Timeline
from timeline.errors import TimelineError
from timeline.explorer.screen.actions.reporting import report
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Prompt
from timeline.query import Alternative, Field
from timeline.text import visible


def save_question(app: Explorer) -> None:
    """Ask for a name, and save the question."""
    if not app.state.question.strip():
        app.tell("there is no question to save: press / to ask one")
        return
    app.push_screen(Prompt(f"Save {visible(app.state.question)} as"), partial(_save_as, app))


def _save_as(app: Explorer, typed: str | None) -> None:
    name = (typed or "").removeprefix("?")
    if not name:
        return
    app.tell(f"saving ?{visible(name)} ...")
    # Reading a large file again takes long, and the connection of the screen is not used there.
    timeline = app.state.found.timeline.over_another_connection()
    app.thread.start(partial(_save, app, timeline, name, app.state.question))


def _save(app: Explorer, timeline: Timeline, name: str, question: str) -> None:
    from timeline.editing import Edits

    written = str(Alternative(Field.QUESTION, name))
    try:
        edits = Edits(timeline)
        edits.save_question(name, question)
        edits.save()
    except (TimelineError, OSError) as error:
        message = visible(str(error).partition("\n")[0])
    else:
        message = f"saved as {visible(written)}"
    app.thread.call(partial(_saved, app, message))


def _saved(app: Explorer, message: str) -> None:
    app.watcher.look()
    report(app, [message])
