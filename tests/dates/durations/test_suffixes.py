"""Lengths of time after the id of an event."""

import pytest

from timeline.dates import possible_ids


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("minsk-2", ["minsk-2"], id="none"),
        pytest.param("minsk-2+6M", ["minsk-2+6M", "minsk-2"], id="an offset"),
        pytest.param("minsk~30d", ["minsk~30d", "minsk"], id="a distance"),
        pytest.param("a+6m~30d", ["a+6m~30d", "a+6m", "a"], id="both"),
        pytest.param("a +6m ~30d ", ["a +6m ~30d", "a +6m", "a"], id="spaces"),
        pytest.param("a~30d+6m", ["a~30d+6m", "a~30d"], id="the distance first"),
        pytest.param("a+6m-3d", ["a+6m-3d", "a+6m"], id="two offsets"),
        pytest.param("a+1234567890d", ["a+1234567890d"], id="too many digits"),
        pytest.param("+6m", ["+6m"], id="nothing before it"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_ids_that_may_begin_a_text(text: str, names: list[str]) -> None:
    assert list(possible_ids(text)) == names


def test_a_number_may_lack_its_unit() -> None:
    assert list(possible_ids("a-2~30", need_units=False)) == ["a-2~30", "a-2", "a"]
