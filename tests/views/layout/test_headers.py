"""What stands above a view: how many of how many, and from when to when."""

from collections.abc import Callable

import pytest

from tests.conftest import TODAY
from tests.views.looking import Named, terminal
from timeline import Timeline
from timeline.views.layout.headers import header
from timeline.views.layout.look import Look

TEXT = """
- {date: 2014-03-18T10:00+02:00, title: Morning, tags: war}
- {date: 2014-03-18T12:30, title: Noon, tags: war}
- {date: 2014-03-18, title: That day, tags: war}
- {date: 2015-01-02/.., title: Goes on}
"""


@pytest.mark.parametrize(
    ("question", "limit", "reverse", "said"),
    [
        pytest.param("", None, False, "4 events · 18 March 2014 to now", id="all"),
        pytest.param("2014", None, False, "2014 · 3 of 4 events · 18 March 2014", id="times"),
        pytest.param("2015", None, False, "2015 · 1 of 4 events · 2 January 2015 to now", id="one"),
        pytest.param("", 2, False, "first 2 of 4 events · 18 March 2014", id="first of all"),
        pytest.param("", 1, True, "last 1 of 4 events · 2 January 2015 to now", id="last of all"),
        pytest.param(
            "2014",
            2,
            False,
            "2014 · first 2 of 3 matching events (4 in all) · 18 March 2014",
            id="first of those found",
        ),
        pytest.param("2014", 3, False, "2014 · 3 of 4 events · 18 March 2014", id="none left out"),
    ],
)
def test_the_header(
    open_text: Callable[[str], Timeline],
    question: str,
    limit: int | None,
    reverse: bool,
    said: str,
) -> None:
    named = Named(open_text(TEXT))
    found = named.select(question, limit=limit, reverse=reverse, today=TODAY)
    console = terminal(120, colour=False)
    look = Look(named, console, console.options)
    shown = "".join(segment.text for segment in header(named, found, look))
    assert shown == f"events.yaml · {said}\n"
