"""Pictures of the full screen, at widths with one, two and all panels, in each kind of terminal."""

import pytest

from tests.conftest import ROOT, Expect
from tests.explorer.driver import Driver, drive
from timeline import Timeline
from timeline.readers import ChosenFile

# The size, whether the terminal shows ASCII only, whether there is colour, and the keys.
PICTURES = {
    "explore": ((140, 34), False, True, ["colon", *"griner-bout", "enter"]),
    "explore-one-panel": ((60, 24), False, True, ["down"]),
    "explore-two-panels": ((100, 30), False, True, ["f", "down", "down", "down"]),
    "explore-wide": ((200, 40), False, True, ["slash", *"2022", "enter", "plus"]),
    "explore-no-colour": ((100, 30), False, False, ["end"]),
    "explore-ascii": ((140, 30), True, True, ["s"]),
    "explore-error": ((100, 20), False, True, ["slash", *"actor:lavrow"]),
    "explore-chain": ((100, 20), False, True, ["colon", *"griner-bout", "enter", "c"]),
    "explore-help": ((100, 60), False, True, ["question_mark"]),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(
    shipped: Timeline, expect: Expect, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    size, ascii_only, in_colour, keys = PICTURES[name]
    if in_colour:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", "1")
    pictures: list[str] = []

    async def walk(driver: Driver) -> None:
        await driver.press(*keys)
        pictures.append(driver.app.export_screenshot(title="timeline explore"))
        if ascii_only:
            assert driver.text().isascii()

    named = Timeline(shipped.index, [ChosenFile("events.yaml", "events.yaml")])
    drive(named, walk, size=size, ascii_only=ascii_only)
    expect(f"{name}.svg", pictures[0])


def test_the_first_picture_of_readme_is_one_of_these() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("](tests/golden/explore.svg)") < 1_000
