"""Texts are split into words exactly as the full-text table splits them."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.index import Tokenizer
from timeline.text import searchable

TOKENIZER = Tokenizer()


def words(text: str) -> str:
    return TOKENIZER.words([text])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("New START, plan_b: 100%", "new start plan b 100", id="ascii"),
        pytest.param("Über naïve Größe", "uber naive große", id="accents"),
        pytest.param("ЛАВРОВ встретил", "лавров встретил", id="Cyrillic"),
        pytest.param("北京 talks", "北 京 talks", id="without spaces"),
        pytest.param("--- !!", "", id="no words"),
        pytest.param("", "", id="empty"),
    ],
)
def test_the_words_are(text: str, expected: str) -> None:
    assert words(text) == expected


def test_each_text_has_its_own_words() -> None:
    assert TOKENIZER.words(["é", "b", "", "ü c"]) == ["e", "b", "", "u c"]


@given(st.lists(st.text(st.characters(max_codepoint=0x4FF, exclude_characters="\0"))))
def test_a_phrase_is_in_the_words_where_sqlite_finds_it(texts: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany("INSERT INTO t VALUES (?)", [(searchable(one),) for one in texts])
    every = TOKENIZER.words(texts)
    for text, found in zip(texts, every, strict=True):
        phrase = '"' + searchable(text).replace('"', '""') + '"'
        (count,) = connection.execute(
            "SELECT count(*) FROM t WHERE t MATCH ?", (phrase,)
        ).fetchone()
        assert count == (sum(f" {found} " in f" {other} " for other in every) if found else 0)
    connection.close()
