"""What keys do beyond the state: questions, other screens, commands and the clipboard."""

from collections.abc import Callable
from functools import partial

from timeline.explorer.screen.actions.clipboard import copy_address, copy_citation, copy_event
from timeline.explorer.screen.actions.exporting import export
from timeline.explorer.screen.actions.going import (
    back,
    chain,
    follow,
    gaps,
    jump,
    mark,
    on_present_day,
    on_this_day,
    to_mark,
)
from timeline.explorer.screen.actions.running import add, changes, edit, open_source
from timeline.explorer.screen.actions.saving import save_question
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Chooser, Text, actions, help_lines
from timeline.explorer.state import KEYS, Standing, remembered

Action = Callable[[Explorer], None]


def ask(app: Explorer) -> None:
    """Type a question."""
    app.state = remembered(app.state)
    app.line.begin()
    app.draw()


def clear(app: Explorer) -> None:
    """Ask for all events."""
    app.state = remembered(app.state)
    app.asker.ask("")


def narrow(app: Explorer) -> None:
    """Narrow the question to the chosen value, or take it away."""
    _ask_of(app, Standing.ASKED)


def exclude(app: Explorer) -> None:
    """Exclude the chosen value from the question, or take it away."""
    _ask_of(app, Standing.EXCLUDED)


def only(app: Explorer) -> None:
    """Narrow the question to the chosen publisher without others, or to the chosen actor itself."""
    _ask_of(app, Standing.ONLY)


def _ask_of(app: Explorer, standing: Standing) -> None:
    state = app.state = remembered(app.state)
    if state.found.number_of_values(state.facet):
        name = state.found.name_of(state.facet, state.value)
        app.asker.ask(state.found.narrowed(state.facet, name, standing))


def reload(app: Explorer) -> None:
    """Read the files again."""
    app.watcher.read()


def redraw(app: Explorer) -> None:
    """Paint the whole screen again."""
    app.screen.refresh()


def show_help(app: Explorer) -> None:
    """Show the keys."""
    app.push_screen(Text("Keys", help_lines))


def palette(app: Explorer) -> None:
    """Choose among all actions."""

    def run(action: str | None) -> None:
        for key in KEYS:
            if key.action == action:
                app.run_key(key)

    app.push_screen(Chooser("Actions", partial(actions, app.state.panel), typing=True), run)


def suspend(app: Explorer) -> None:
    """Suspend the process."""
    app.action_suspend_process()


def quit_screen(app: Explorer) -> None:
    """End."""
    app.exit()


ACTIONS: dict[str, Action] = {
    "help": show_help,
    "quit": quit_screen,
    **{
        action.__name__: action
        for action in (
            ask,
            clear,
            narrow,
            exclude,
            only,
            back,
            jump,
            chain,
            follow,
            gaps,
            on_this_day,
            on_present_day,
            mark,
            to_mark,
            open_source,
            copy_event,
            copy_citation,
            copy_address,
            edit,
            add,
            changes,
            export,
            reload,
            save_question,
            redraw,
            palette,
            suspend,
        )
    },
}
"""The actions, by the name they have in the table of keys."""
