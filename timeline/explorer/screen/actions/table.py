"""What keys do beyond the state: questions, other screens, commands and the clipboard."""

from collections.abc import Callable
from functools import partial

from timeline.analysis import DayOfYear, anniversaries
from timeline.errors import TimelineError
from timeline.explorer.panes import targets
from timeline.explorer.screen.actions.clipboard import copy_address, copy_citation, copy_event
from timeline.explorer.screen.actions.running import add, changes, edit, export, open_source
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import (
    Chooser,
    Prompt,
    Text,
    actions,
    anniversaries_of,
    chain_of,
    gaps_of,
    help_lines,
    targets_of,
)
from timeline.explorer.state import KEYS, Panel, past_gap, remembered, to_card, to_list
from timeline.search import NoSuchName, typed_period
from timeline.text import visible

_MOST_TOLD = 6
"""The number of lines of an error that fit into the line of messages."""

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


def enter(app: Explorer) -> None:
    """Open the card, or narrow the question to the chosen value."""
    if app.state.panel is Panel.FACETS:
        _narrow(app)
    elif app.state.panel is Panel.LIST:
        app.show(to_card(app.state))
    else:
        app.show(to_list(app.state))


def exclude(app: Explorer) -> None:
    """Exclude the chosen value from the question."""
    _narrow(app, negated=True)


def only(app: Explorer) -> None:
    """Narrow the question to the chosen publisher without others, or to the chosen actor itself."""
    _narrow(app, alone=True)


def _narrow(app: Explorer, *, negated: bool = False, alone: bool = False) -> None:
    state = app.state = remembered(app.state)
    if state.found.number_of_values(state.facet):
        name = state.found.name_of(state.facet, state.value)
        app.asker.ask(state.found.narrowed(state.facet, name, negated=negated, alone=alone))


def leave(app: Explorer) -> None:
    """Go back to the list."""
    app.show(to_list(app.state).having(message=""))


def back(app: Explorer) -> None:
    """Go back to the last event on the trail, with its question."""
    state = app.state
    if not state.trail:
        app.tell("nowhere to go back to")
        return
    visit = state.trail[-1]
    app.state = state.having(trail=state.trail[:-1])
    if visit.question == state.question:
        app.show(app.state.at(state.found.events.rank_near(visit.identifier)))
    else:
        app.asker.ask(visit.question, at=visit.identifier)


def jump(app: Explorer) -> None:
    """Go to a date or an event."""
    app.push_screen(
        Prompt("Go to a date (2014-03, march 2014) or an event (id, words)"),
        partial(go_to_text, app),
    )


def go_to_text(app: Explorer, text: str | None) -> None:
    """Go to a date or an event that was typed."""
    if text is None:
        return
    state = app.state
    try:
        period = typed_period(state.found.timeline.index, text, app.today())
    except TimelineError:
        try:
            app.go_to(state.found.timeline.event(text).id)
        except NoSuchName as error:
            app.tell("; ".join(map(visible, str(error).splitlines()[:_MOST_TOLD])))
        return
    day = period.first or period.last
    if day is not None and len(state.found):
        rank = state.found.events.rank_from(day.ordinal)
        is_late = state.found.events.start(rank) < day.ordinal
        message = f"nothing begins on {day} or later" if is_late else ""
        app.show(remembered(state).at(rank).having(message=message))


def chain(app: Explorer) -> None:
    """Choose among what led to the event and what followed."""
    if event := app.state.event:
        draw = partial(chain_of, app.state.found, event, app.frame.canvas)
        app.push_screen(
            Chooser("What led to the event, and what followed", draw), partial(_go, app)
        )


def follow(app: Explorer) -> None:
    """Choose among what the card leads to: actors, tags, places and events."""
    canvas = app.frame.canvas
    led_to = targets(app.state, canvas, app.size.width)
    found = {f"{one.kind} {one.id}": one for one, _ in led_to}
    if not found:
        app.tell("the card leads nowhere")
        return

    def go(chosen: str | None) -> None:
        if chosen is not None:
            app.follow(found[chosen])

    app.push_screen(Chooser("Go to", partial(targets_of, app.state, canvas)), go)


def on_this_day(app: Explorer) -> None:
    """Choose among the events on the day of the event in all years."""
    event = app.state.event
    start = event.date.starts_on if event else None
    if start is None:
        app.tell("the day on which the event began is not known")
    else:
        _on_day(app, start.month, start.day)


def on_present_day(app: Explorer) -> None:
    """Choose among the events on the present day in all years."""
    today = app.today()
    _on_day(app, today.month, today.day)


def _on_day(app: Explorer, month: int, day: int) -> None:
    found = app.state.found
    day_of_year = DayOfYear(month, day)
    hits = list(anniversaries(found.timeline.select(), day_of_year))
    if not hits:
        app.tell(f"no event began or ended on {day_of_year} in any year")
        return
    draw = partial(anniversaries_of, found, day_of_year, hits, app.frame.canvas)
    app.push_screen(Chooser(f"On {day_of_year}", draw), partial(_go, app))


def gaps(app: Explorer) -> None:
    """Choose among the longest gaps."""
    found = app.state.found
    if not found.longest_gaps:
        app.tell("there are no gaps")
        return

    def go(number: str | None) -> None:
        if number is not None:
            app.show(past_gap(remembered(app.state), int(number)))

    app.push_screen(Chooser("The longest gaps", partial(gaps_of, found, app.frame.canvas)), go)


def _go(app: Explorer, identifier: str | None) -> None:
    if identifier is not None:
        app.go_to(identifier)


def mark(app: Explorer) -> None:
    """Wait for the letter of a mark."""
    app.show(app.state.having(awaits="mark", message="mark as: a letter or digit"))


def to_mark(app: Explorer) -> None:
    """Wait for the letter of a mark to go to."""
    names = " ".join(letter for letter, _ in app.state.marks) or "none"
    app.show(app.state.having(awaits="to_mark", message=f"go to mark: {names}"))


def reload(app: Explorer) -> None:
    """Read the files again."""
    app.watcher.read()


def redraw(app: Explorer) -> None:
    """Paint the whole screen again."""
    app.screen.refresh()


def show_help(app: Explorer) -> None:
    """Show the keys."""
    app.push_screen(Text(partial(help_lines, app.frame.canvas)))


def palette(app: Explorer) -> None:
    """Choose among all actions."""

    def run(action: str | None) -> None:
        for key in KEYS:
            if key.action == action:
                app.run_key(key)

    app.push_screen(
        Chooser("Actions", partial(actions, app.state.panel, app.frame.canvas), typing=True), run
    )


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
            enter,
            exclude,
            only,
            leave,
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
            redraw,
            palette,
            suspend,
        )
    },
}
"""The actions, by the name they have in the table of keys."""
