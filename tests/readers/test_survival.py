"""The table of the manual that says what comes back from each format, and what does come back."""

import re
from pathlib import Path

import pytest

import timeline
import timeline.chronology
from tests.conftest import ROOT
from timeline.readers import InputFormat
from timeline.writers import Format, Losses, write

PAGE = ROOT / "timeline" / "manual" / "formats.md"
TABLE = re.search(r"^\| format \| events .*?\n\n", PAGE.read_text(), re.DOTALL | re.MULTILINE)
assert TABLE
ROWS = {
    Format(name): cells
    for names, *cells in (line.strip("| \n").split(" | ") for line in TABLE[0].splitlines()[2:])
    for name in re.findall("`(.*?)`", names)
    if name
}
READ_BACK = [format for format, cells in ROWS.items() if cells[-1] == "yes"]


def test_the_table_has_every_format() -> None:
    assert set(ROWS) == set(Format)
    assert {*READ_BACK} - {Format.TSV} == {
        Format(one) for one in InputFormat if one not in ("gedcom", "markdown")
    }


@pytest.mark.parametrize("form", READ_BACK)
def test_what_the_table_says_comes_back(form: Format, tmp_path: Path) -> None:
    _, heading, registries, _ = ROWS[form]
    one = timeline.open(ROOT / "events.yaml")
    losses = Losses()
    text = "".join(write(one, one.select(), form, losses=losses))
    path = tmp_path / f"a.{'timeline.json' if form is Format.TIMELINEJS else form}"
    path = path.with_suffix(".mw") if form is Format.MARKWHEN else path
    path.write_text(text, encoding="utf-8", newline="")
    read = timeline.chronology.load([str(path)])
    assert read.problems == []
    assert list(read.select()) == list(one.select())
    has_heading = heading == "yes"
    assert (read.title, read.description) == (
        (one.title, one.description) if has_heading else ("", "")
    )
    has_registries = registries.startswith("of the actors")
    assert (dict(read.actors) == dict(one.actors)) == has_registries
    assert ("registry details" in str(losses)) != has_registries
