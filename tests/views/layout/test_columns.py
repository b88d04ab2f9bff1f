"""Names that are cut to a column can still be told apart."""

import pytest

from timeline.views.layout.columns import in_column
from timeline.views.layout.glyphs import UNICODE
from timeline.width import cells


@pytest.mark.parametrize(
    ("names", "width", "shown"),
    [
        pytest.param(["war", "peace"], 5, ["war  ", "peace"], id="short"),
        pytest.param(["a long name", "war"], 6, ["a lon…", "war   "], id="cut at the end"),
        pytest.param(
            ["Department of State", "Department of War", "other"],
            11,
            ["Depar…State", "Depar…f War", "other      "],
            id="alike but for the end",
        ),
        pytest.param(["中华人民", "中华人口"], 5, ["中…民", "中…口"], id="wide"),
        pytest.param(["same", "same"], 4, ["same", "same"], id="the same"),
    ],
)
def test_names_in_a_column(names: list[str], width: int, shown: list[str]) -> None:
    found = in_column(names, width, UNICODE)
    assert found == shown
    assert {cells(name) for name in found} == {width}
