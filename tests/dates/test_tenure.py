"""The time between two dates in words."""

import pytest

from timeline.dates import describe_tenure


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        pytest.param("", "", "", id="no date"),
        pytest.param("2004-03", "", "since March 2004", id="a start"),
        pytest.param("", "2010-05", "until May 2010", id="an end"),
        pytest.param("2004", "2010-05", "2004 to May 2010", id="both"),
        pytest.param("[..2004]", "2010", "2004 or earlier to 2010", id="a start that is not known"),
        pytest.param("[..2010]", "2010", "until 2010", id="nothing known of the start"),
        pytest.param("2004", "[2010..]", "2004 to 2010 or later", id="an end that is not known"),
    ],
)
def test_words(since: str, until: str, words: str) -> None:
    assert describe_tenure(since, until) == words
