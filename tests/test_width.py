"""How many cells text takes, and text made to fit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from timeline.width import _NARROW, cells, chopped, fitted

texts = st.text(st.sampled_from("ab é中文किा\u0301ः👩\u200d👧\ufe0f❤🇷🇺\u00ad\t○─"), max_size=12)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("plain", 5, id="ascii"),
        pytest.param("François Łódź", 13, id="latin"),
        pytest.param("e\u0301", 1, id="a combining accent"),
        pytest.param("Лавров", 6, id="cyrillic"),
        pytest.param("中华", 4, id="chinese"),
        pytest.param("한국어", 6, id="korean"),
        pytest.param("किताब", 5, id="hindi"),
        pytest.param("भारत की स्वतंत्रता", 15, id="hindi, three words"),
        pytest.param("राष्ट्रपति", 8, id="hindi, a conjunct of three"),
        pytest.param("প্রধানমন্ত্রী", 10, id="bengali, conjuncts"),
        pytest.param("বাংলা", 5, id="bengali"),
        pytest.param("தமிழ்", 4, id="tamil"),
        pytest.param("తెలుగు", 5, id="telugu"),
        pytest.param("සිංහල", 4, id="sinhala"),
        pytest.param("မြန်မာ", 5, id="burmese"),
        pytest.param("ភាសាខ្មែរ", 8, id="khmer"),
        pytest.param("ภาษาไทย", 7, id="thai"),
        pytest.param("😀", 2, id="emoji"),
        pytest.param("👩\u200d👩\u200d👧", 2, id="a joined emoji"),
        pytest.param("🇷🇺", 2, id="a flag"),
        pytest.param("a\u00adb", 3, id="a soft hyphen"),
        pytest.param("○□◇≈→─┄·█▁▏░…┌│●┬┊━◀", 20, id="signs"),
        pytest.param("a\tb", 3, id="a control character in ascii"),
        pytest.param("é\t中", 4, id="a control character"),
    ],
)
def test_cells_are_those_of_a_terminal(text: str, width: int) -> None:
    assert cells(text) == width


def test_what_needs_no_tables_takes_one_cell_each() -> None:
    narrow = [chr(one) for one in range(0x20, 0x10000) if re.fullmatch(_NARROW, chr(one))]
    assert len(narrow) > 1000
    assert {wcwidth(one) for one in narrow} == {1}


@given(text=texts, width=st.integers(2, 6))
def test_pieces_fit_and_are_the_text(text: str, width: int) -> None:
    pieces = chopped(text, width)
    assert "".join(pieces) == text
    assert all(cells(piece) <= width for piece in pieces)


@given(text=texts, width=st.integers(0, 10))
def test_a_fitted_text_is_exactly_as_wide(text: str, width: int) -> None:
    assert cells(fitted(text, width)) == width
    if cells(text) <= width:
        assert fitted(text, width).rstrip(" ") == text.rstrip("\u200d").rstrip(" ")
