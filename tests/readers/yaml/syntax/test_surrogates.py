"""Characters that JSON escapes as in UTF-16 are read as what they are, wherever a read is cut."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import read, values
from timeline.readers.text import checked as text_module
from timeline.readers.yaml.syntax import surrogates

pytestmark = pytest.mark.usefixtures("each_parser")

ROCKET = r"\ud83d\ude80"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param(f'"launch {ROCKET}"', "launch 🚀", id="in-double-quotes"),
        pytest.param(rf'"{ROCKET}{ROCKET} \uD834\uDD1E"', "🚀🚀 𝄞", id="several"),
        pytest.param(rf'"a \\{ROCKET}"', "a \\🚀", id="after-a-backslash"),
        pytest.param(r'"a \\ud83d \\ude80"', r"a \ud83d \ude80", id="escaped-themselves"),
        pytest.param(f"'launch {ROCKET}'", f"launch {ROCKET}", id="in-single-quotes"),
        pytest.param(f"launch {ROCKET}", f"launch {ROCKET}", id="plain"),
        pytest.param(f"|\n    launch {ROCKET}", f"launch {ROCKET}", id="in-a-block"),
    ],
)
def test_a_pair_is_a_character_where_it_is_escaped(written: str, title: str) -> None:
    (event,) = values(f"- date: 2014\n  title: {written}\n")
    assert event.title == title


def test_a_key_may_hold_one() -> None:
    data = f'{{"tags": {{"{ROCKET}": {{}}}}, "events": []}}'
    assert [tag.id for tag in values(data) if hasattr(tag, "id")] == ["🚀"]


def test_places_after_it_stay_what_they_are() -> None:
    _, problems = read(f'- {{title: "{ROCKET}", date: 2014-13}}\n')
    assert problems[0].startswith("f:1:33: error: date '2014-13' does not exist")


@pytest.mark.parametrize("half", [r"\ud83d", r"\ude80", r"\ude80\ud83d", r"\ud83d \ude80"])
def test_half_of_one_is_an_error(half: str) -> None:
    _, problems = read(f'- {{date: 2014, title: "{ROCKET} {half}"}}\n')
    message = "half of a surrogate pair: write the character itself"
    assert [one.splitlines()[0] for one in problems] == [f"f:1:37: error: {message}"]


@settings(deadline=None)
@given(st.lists(st.text(max_size=8).map(str.strip).filter(bool), min_size=1, max_size=4))
@pytest.mark.parametrize("chunk", [1, 5, 16])
def test_what_json_writes_is_read(chunk: int, titles: list[str]) -> None:
    titles = [title for title in titles if title.isprintable()]
    data = json.dumps([{"date": "2014", "title": title} for title in titles])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_module, "_CHUNK", chunk)
        assert [event.title for event in values(data)] == titles


@given(
    st.lists(st.sampled_from([r"\ud83d", r"\ude80", "\\", "u", "d8", " "]), max_size=8).map(
        "".join
    ),
    st.integers(0, 40),
)
def test_a_text_can_be_cut_anywhere(text: str, cut: int) -> None:
    first = text[:cut]
    end = surrogates.cut_pair(first)
    parts = surrogates.with_stand_ins(first[:end]), surrogates.with_stand_ins(text[end:])
    assert "".join(parts) == surrogates.with_stand_ins(text)
