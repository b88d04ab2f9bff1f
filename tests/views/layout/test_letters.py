"""What a terminal shows that lacks some letters."""

import pytest

from timeline.views.layout.letters import transliterated


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        pytest.param("François", "ascii", "Francois", id="an accent"),
        pytest.param("e\u0301tat", "ascii", "etat", id="a combining accent"),
        pytest.param("Łódź, Ærø, Straße", "ascii", "Lodz, Aero, Strasse", id="letters of Europe"),
        pytest.param("Лавров", "ascii", "Lavrov", id="cyrillic"),
        pytest.param("Ἀθῆναι", "ascii", "Athinai", id="greek"),
        pytest.param("“a” – ‘b’ — …", "ascii", "\"a\" - 'b' - ...", id="punctuation"),
        pytest.param("भारत", "ascii", "bhart", id="hindi"),
        pytest.param("周恩来", "ascii", "ZhouEnLai", id="chinese"),
        pytest.param("a\ue000b", "ascii", "a?b", id="a character of nobody"),
        pytest.param("François Лавров", "latin-1", "François Lavrov", id="what the encoding has"),
        pytest.param("é", "no-such-encoding", "e", id="an encoding that nobody knows"),
    ],
)
def test_letters_that_an_encoding_lacks(text: str, encoding: str, shown: str) -> None:
    assert transliterated(text, encoding) == shown
