"""How differences look."""

import pytest

from tests.conftest import Expect
from tests.views.looking import HARD, PIPE, ExpectLook, look
from timeline.editing.comparing import Comparison, compare
from timeline.editing.contents import contents_to_compare
from timeline.readers import ChosenFile
from timeline.views import Differences


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
