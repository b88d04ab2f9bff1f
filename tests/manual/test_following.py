"""Examples that follow the program: which parts of an output stay shown."""

import pytest

from tests.manual.following import follow, matches


@pytest.mark.parametrize(
    ("shown", "printed", "followed"),
    [
        pytest.param("a\n...\nd\n", "a\nb\nd\n", "a\n...\nd\n", id="as it was"),
        pytest.param("one\n", "two\n", "two\n", id="no line left out"),
        pytest.param(
            "title\n...\n  total 12\n",
            "Title\n\n  row\n  total 13\n",
            "Title\n...\n  total 13\n",
            id="first and last line",
        ),
        pytest.param(
            "head\n  1 first\n...\n",
            "head\n\n  1. first\n  2. second\n",
            "head\n\n  1. first\n...\n",
            id="a part grows",
        ),
        pytest.param(
            "...\nPlaces  Moscow\nTags  #embassies\n...\n",
            "Title\nSummary\nPlaces: Moscow\nTags: #embassies\nSources\n",
            "...\nPlaces: Moscow\nTags: #embassies\n...\n",
            id="a part in the middle",
        ),
        pytest.param("a\n...\n", "", "", id="nothing printed"),
    ],
)
def test_the_same_parts_stay_shown(shown: str, printed: str, followed: str) -> None:
    assert follow(shown, printed) == followed


def test_an_output_that_differs_is_noticed() -> None:
    assert matches("a\n...\nb\n", "a\nx\ny\nb\n")
    assert not matches("a\n...\nb\n", "a\nx\nc\n")
