"""Text that does no harm, names that are the same, and names that are alike."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import (
    bidirectional_control_in,
    closest,
    control_in,
    fold,
    listed,
    name_of,
    slug,
    visible,
    visible_lines,
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [], id="none"),
        pytest.param(" \n\t\n", [], id="blank"),
        pytest.param("one  line ", ["one line"], id="one"),
        pytest.param("\n\na\r\nb\rc\u2028d\n", ["a", "b", "c", "d"], id="ends of lines"),
        pytest.param("a\n \n\n\nb", ["a", "", "b"], id="paragraphs"),
        pytest.param("a:\n- b\n  - c\n\td", ["a:", "- b", "  - c", "    d"], id="indentation"),
        pytest.param("a\n\x1bb", ["a", "<U+001B>b"], id="escape"),
    ],
)
def test_lines_of_a_longer_text(text: str, lines: list[str]) -> None:
    assert visible_lines(text) == lines


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


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Sergei Lavrov", "sergei lavrov", id="name"),
        pytest.param("sergei-lavrov", "sergei lavrov", id="id"),
        pytest.param("SERGEI_LAVROV", "sergei lavrov", id="underscore"),
        pytest.param("François Hébert", "francois hebert", id="accents"),
        pytest.param("Franc\u0327ois", "francois", id="accents apart"),
        pytest.param("Лавров", "лавров", id="another script"),
        pytest.param("Андрей", "андреи", id="another script with marks"),
        pytest.param("U.S.", "us", id="points"),
        pytest.param("O'Neill", "oneill", id="apostrophe"),
        pytest.param("O’Neill", "oneill", id="typographic apostrophe"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("İstanbul", "istanbul", id="dotted I"),
        pytest.param("ﬁnal", "final", id="ligature"),
        pytest.param("a,  b/c (d)", "a b c d", id="punctuation"),
        pytest.param("中国", "中国", id="without case"),
        pytest.param("!?", "", id="no letter"),
    ],
)
def test_words_without_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert not set(fold(text)) & set("%_.'")


@given(st.text(st.characters(codec="ascii")), st.text(st.characters(codec="ascii")))
def test_case_makes_no_other_name(one: str, other: str) -> None:
    assert fold(one.upper()) == fold(one.lower())
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Putin signs: Crimea's annexation!", "putin-signs-crimeas-annexation", id="title"
        ),
        pytest.param("Été à Genève", "ete-a-geneve", id="accents"),
        pytest.param("Лавров", "лавров", id="another script"),
        pytest.param("?!", "event", id="no letter"),
        pytest.param("one " * 30, "one" + "-one" * 14, id="whole words"),
        pytest.param("x" * 70, "x" * 60, id="one long word"),
    ],
)
def test_a_title_makes_an_id(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_an_id_is_made_of_folded_words(text: str) -> None:
    made = slug(text)
    assert 0 < len(made) <= 60
    assert made == "event" or fold(text).startswith(made.replace("-", " "))


TAGS = ["arms-control", "cyber", "diplomacy", "election", "nato", "sanctions", "summits", "war"]
PEOPLE = ["Smithson", "Lavrov", "Blinken", "Smithsonian"]
KEYS = ["id", "date", "title", "summary", "actors", "places", "tags", "follows", "sources"]


@pytest.mark.parametrize(
    ("name", "names", "expected"),
    [
        pytest.param("lavrof", PEOPLE, ["Lavrov"], id="a letter replaced"),
        pytest.param("LAVROV", PEOPLE, ["Lavrov"], id="case"),
        pytest.param("blinkin", PEOPLE, ["Blinken"], id="a vowel"),
        pytest.param("smithsonia", PEOPLE, ["Smithsonian", "Smithson"], id="most alike first"),
        pytest.param("nobody", PEOPLE, [], id="nobody"),
        pytest.param("", PEOPLE, [], id="nothing"),
        pytest.param("wars", TAGS, ["war"], id="wars is not arms"),
        pytest.param("wart", TAGS, ["war"], id="a letter too many"),
        pytest.param("wat", TAGS, [], id="one of three letters is no slip"),
        pytest.param("nasa", TAGS, [], id="two of four letters"),
        pytest.param("natto", TAGS, ["nato"], id="a letter twice"),
        pytest.param("anto", TAGS, ["nato"], id="letters swapped"),
        pytest.param("sanktions", TAGS, ["sanctions"], id="a letter of nine"),
        pytest.param("elections", TAGS, ["election"], id="elections is not sanctions"),
        pytest.param("diplo", TAGS, ["diplomacy"], id="a beginning"),
        pytest.param("di", TAGS, [], id="too short a beginning"),
        pytest.param("arm-contrl", TAGS, ["arms-control"], id="two slips"),
        pytest.param("control", TAGS, [], id="an end"),
        pytest.param("treaty", TAGS, [], id="another word"),
        pytest.param("titel", KEYS, ["title"], id="key with letters swapped"),
        pytest.param("plase", KEYS, ["places"], id="key with two slips"),
        pytest.param("authors", KEYS, ["actors"], id="key of another word"),
        pytest.param("sumary", KEYS, ["summary"], id="key with a letter missing"),
        pytest.param("dates", KEYS, ["date"], id="key in the plural"),
        pytest.param("tag", KEYS, ["tags"], id="key in the singular"),
        pytest.param("name", KEYS, [], id="key of another format"),
        pytest.param("start", KEYS, [], id="start is not date"),
        pytest.param("text", KEYS, [], id="text is not date"),
        pytest.param("url", KEYS, [], id="three letters"),
    ],
)
def test_the_names_spelt_most_alike(name: str, names: list[str], expected: list[str]) -> None:
    assert closest(name, names) == expected


def test_no_more_names_than_wanted() -> None:
    assert closest("smith", ["smith-b", "smith-c", "smith-d"], 1) == ["smith-b"]


@given(st.text(), st.lists(st.text()))
def test_a_known_name_is_the_closest(name: str, names: list[str]) -> None:
    near = [fold(one) for one in closest(name, [*names, name], 1)]
    assert near == [fold(name)] or len(fold(name)) < 4


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        pytest.param(["a"], "or", "a", id="one"),
        pytest.param(["a", "b"], "or", "a or b", id="two"),
        pytest.param(["a", "b", "c"], "and", "a, b and c", id="three"),
    ],
)
def test_words_are_listed(words: list[str], last: str, expected: str) -> None:
    assert listed(words, last) == expected
