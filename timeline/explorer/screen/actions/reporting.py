"""Reporting the result of an action: on the status line, or in full in front of the screen."""

from collections.abc import Callable, Iterable
from functools import partial

from timeline.explorer.panes import Line, room_for_message
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Text
from timeline.views.layout import lines, segments, theme
from timeline.width import cells

_AGAIN = 0.3
"""When to look again whether the main screen is in front, in seconds."""


def report(app: Explorer, messages: Iterable[str]) -> None:
    """Show messages on the status line or, if they do not fit, in front of the screen."""
    told = [message for message in messages if message]
    whole = "; ".join(told)
    if cells(whole) <= room_for_message(app.state, app.size.width):
        app.tell(whole)
        return
    # The status line still says that the work goes on.
    app.tell("")
    when_in_front(app, lambda: app.push_screen(Text("Message", partial(wrapped, app, told))))


def wrapped(app: Explorer, messages: Iterable[str], width: int) -> list[Line]:
    """Return messages as lines of a width, with an empty one before each."""
    look = app.frame.canvas.look(app.state.found.timeline, width)
    return [
        line
        for message in messages
        for line in ([], *map(list, map(segments, lines(look.words(message, theme.PLAIN), width))))
    ]


def when_in_front(app: Explorer, does: Callable[[], object]) -> None:
    """Do something once the main screen is in front and no question is typed."""
    if app.is_busy:
        app.set_timer(_AGAIN, partial(when_in_front, app, does))
    else:
        does()
