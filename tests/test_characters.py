"""Characters that do harm are named, and shown without doing it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.characters import bidirectional_control_in, control_in, name_of, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("New START", "New START", id="plain"),
        pytest.param("  a \t b\r\nc ", "a b c", id="white-space"),
        pytest.param("a\u2028b\u2029c", "a b c", id="line-separators"),
        pytest.param("\x1b[31mred", "<U+001B>[31mred", id="escape"),
        pytest.param("\x00\x7f\x9b", "<U+0000><U+007F><U+009B>", id="c0-del-c1"),
        pytest.param("a\u202eb\u2066c", "a<U+202E>b<U+2066>c", id="bidirectional"),
        pytest.param("\udce9.yaml", "<U+DCE9>.yaml", id="undecodable-file-name"),
        pytest.param("Лавров 克 é", "Лавров 克 é", id="other-scripts"),
        pytest.param("", "", id="empty"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_control_is_every_control_character_but_tab_and_newline() -> None:
    controls = {chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) in ("Cc", "Cs")}
    found = {chr(n) for n in range(0x110000) if control_in(chr(n))}
    assert found == controls - {"\t", "\n"}


def test_bidirectional_controls_are_embeddings_overrides_and_isolates() -> None:
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    wanted = {chr(n) for n in range(0x110000) if unicodedata.bidirectional(chr(n)) in kinds}
    assert {chr(n) for n in range(0x110000) if bidirectional_control_in(chr(n))} == wanted


@pytest.mark.parametrize(("character", "name"), [("\x1b", "U+001B"), ("\U0001f600", "U+1F600")])
def test_name(character: str, name: str) -> None:
    assert name_of(character) == name


@given(st.text(st.characters()))
def test_what_is_visible_is_harmless_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert not re.search("[\\s]{2}|[\n\t]", re.sub("[^\\S \t\n\r]", "", shown))
    assert not control_in(shown)
    assert not bidirectional_control_in(shown)
    assert visible(shown) == shown
