"""How differences look."""

import pytest

from tests.conftest import Expect
from tests.views.looking import HARD, PIPE, ExpectLook, look
from timeline.editing.comparing import Commit, Comparison, Revision, compare
from timeline.editing.contents import contents_to_compare
from timeline.readers import ChosenFile
from timeline.views import Differences, History


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    changed = (
        HARD.replace("title: Hard cases", "title: Harder cases\ndescription: They are not easy.")
        .replace("2014-03-18\n", "2014-03\n")
        .replace("actors: [zhou, francois]", "actors: [zhou]")
        .replace("role: 总理", "role: Premier")
        .replace("Second paragraph", "Another paragraph")
        .replace("  - date: ../1999\n    title: Ended\n", "  - date: ../1998\n    title: Ended\n")
        .replace("{date: -0043-03-15, title: The Ides of March}", "{date: 0044, title: New}")
        .replace("{description: Armed conflict, color: red}", "{description: Armed conflicts}")
        .replace(
            "places: [Москва]}",
            "places: [Kazan], sources: {title: Report, publisher: Gazette, date: 2014, url: "
            '"https://example.org/a/long/address/that/does/not/fit/into/sixty/columns"}}',
        )
    )
    versions = (
        contents_to_compare(text.encode(), ChosenFile("events.yaml", "events.yaml"))
        for text in (HARD, changed)
    )
    return compare(*versions)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_on_a_terminal(comparison: Comparison, expect_look: ExpectLook, width: int) -> None:
    expect_look("differences", Differences(comparison), width, colour=True)


def test_in_a_pipe(comparison: Comparison, expect: Expect) -> None:
    expect("views/differences.txt", look(Differences(comparison), PIPE))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_history_on_a_terminal(
    comparison: Comparison, expect_look: ExpectLook, width: int
) -> None:
    only = comparison._replace(headings=(), actors=(), tags=(), events=comparison.events[:1])
    revisions = [
        Revision(
            Commit("0123456789abcdef", author, date, 0, subject, "events.yaml", "", ("",)),
            found,
        )
        for author, date, subject, found in (
            ("周恩来", "2026-03-04T23:30:00-08:00", "A subject " * 8, only),
            ("Ann", "2026-03-01T10:00:00+00:00", "First", comparison),
        )
    ]
    expect_look("history", History(revisions), width, colour=True)
