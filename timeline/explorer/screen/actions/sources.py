"""Choosing among the sources of an event."""

from collections.abc import Callable
from functools import partial

from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.front import Chooser, sources_of


def choose_source(app: Explorer, title: str, then: Callable[[int], None]) -> None:
    """Do something with the number of a source that has an address; if several do, choose one."""
    event = app.state.event
    numbers = (
        [one for one, source in enumerate(event.sources, 1) if source.address] if event else []
    )
    if event is None or not numbers:
        app.tell("no source has an address")
    elif len(numbers) == 1:
        then(numbers[0])
    else:
        draw = partial(sources_of, app.state.found, event, app.frame.canvas)

        def choose(number: str | None) -> None:
            if number is not None:
                then(int(number))

        app.push_screen(Chooser(title, draw), choose)
