"""Versions that share events are read as each of them is read alone."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.merging.test_merge import SHIPPED, edited
from timeline.editing.comparing.reading import VersionReader
from timeline.editing.contents import contents_to_compare
from timeline.errors import DataError
from timeline.readers import ChosenFile

NAME = "events.yaml"


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_versions_that_share_events(random: Random) -> None:
    reader = VersionReader(NAME)
    text = SHIPPED
    for number in range(6):
        text, _ = edited(text, random, f"by{number}")
        if number == 3:
            text = f"# Another beginning\n{text}"
        data = text.encode()
        assert reader.contents(data) == contents_to_compare(data, ChosenFile(NAME, NAME))


BASE = 'title: A\nevents:\n  - date: 2001\n    title: First\n  - date: 2002\n    title: "Second"\n'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("First", "'First\n  - date: 2003'", id="a text over two lines"),
        pytest.param("title: First", "titel: x\n    title: First", id="an unknown key"),
        pytest.param('"Second"\n', "Second\ntags: {a: {description: A}}\n", id="a key at the end"),
        pytest.param('"Second"\n', "|\n      Second", id="no last line end"),
        pytest.param("    title: First\n", "    title: First\n# Comment\n\n", id="a comment"),
        pytest.param("title: A", "title: B", id="another title"),
        pytest.param("  - date: 2001\n    title: First\n", "", id="one event less"),
    ],
)
def test_a_version_that_differs(old: str, new: str) -> None:
    reader = VersionReader(NAME)
    for text in (BASE, BASE.replace(old, new), BASE):
        data = text.encode()
        assert reader.contents(data) == contents_to_compare(data, ChosenFile(NAME, NAME))


def test_a_version_with_an_error() -> None:
    reader = VersionReader(NAME)
    first = reader.contents(BASE.encode())
    with pytest.raises(DataError):
        reader.contents(BASE.replace("2002", "2002-13").encode())
    assert reader.contents(BASE.encode()) == first
