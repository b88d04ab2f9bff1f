"""What keys do to go somewhere: to a date, an event, a mark, along a chain, or back."""

from functools import partial

from timeline.analysis import DayOfYear, anniversaries
from timeline.errors import TimelineError
from timeline.explorer.panes import targets
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import (
    Chooser,
    Prompt,
    anniversaries_of,
    chain_of,
    events_of,
    gaps_of,
    targets_of,
)
from timeline.explorer.state import past_gap, remembered
from timeline.search import events_like, typed_period
from timeline.text import visible

_MOST_LISTED = 200
"""The number of events to choose among."""


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
        partial(_go_to_text, app),
    )


def _go_to_text(app: Explorer, text: str | None) -> None:
    """Go to a date that was typed, or to an event; if several may be meant, choose one."""
    if text is None:
        return
    index = app.state.found.timeline.index
    try:
        period = typed_period(index, text, app.today())
    except TimelineError:
        _go_to_one_of(app, text, events_like(index, text, _MOST_LISTED))
        return
    day = period.first or period.last
    state = app.state
    if day is not None and len(state.found):
        rank = state.found.events.rank_from(day.ordinal)
        is_late = state.found.events.start(rank) < day.ordinal
        message = f"nothing begins on {day} or later" if is_late else ""
        app.show(remembered(state).at(rank).having(message=message))


def _go_to_one_of(app: Explorer, text: str, identifiers: list[str]) -> None:
    if not identifiers:
        app.tell(f"no event has '{visible(text)}' in its id or title")
    elif len(identifiers) == 1:
        app.go_to(identifiers[0])
    else:
        draw = partial(events_of, app.state.found, identifiers, app.frame.canvas)
        app.push_screen(Chooser(f"Events with {visible(text)}", draw), partial(_go, app))


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
