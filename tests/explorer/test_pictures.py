"""Pictures of the full screen, at widths with one, two and all panels, in each kind of terminal."""

import re

import pytest
from rich.terminal_theme import DEFAULT_TERMINAL_THEME as LIGHT
from rich.terminal_theme import SVG_EXPORT_THEME as DARK

from tests.conftest import ROOT, Expect
from tests.explorer.driver import Driver, drive
from timeline import Timeline
from timeline.readers import ChosenFile

# The size, whether the terminal shows ASCII only, its colours, and the keys.
PICTURES = {
    "explore": ((140, 34), False, DARK, ["colon", *"griner-bout", "enter"]),
    "explore-one-panel": ((60, 24), False, DARK, ["down"]),
    "explore-two-panels": ((100, 30), False, DARK, ["f", "down", "enter", "down", "down", "minus"]),
    "explore-wide": ((200, 40), False, DARK, ["slash", *"2022", "enter", "plus"]),
    "explore-no-colour": ((100, 30), False, None, ["end"]),
    "explore-ascii": ((140, 30), True, DARK, ["s"]),
    "explore-light": ((100, 30), False, LIGHT, ["f", "f", "slash", *"tag:war"]),
    "explore-error": ((100, 20), False, DARK, ["slash", *"actor:lavrow"]),
    "explore-chain": ((100, 20), False, DARK, ["colon", *"griner-bout", "enter", "c"]),
    "explore-help": ((100, 84), False, DARK, ["question_mark"]),
    "explore-help-narrow": ((60, 94), False, DARK, ["question_mark"]),
    "explore-export": ((60, 16), False, DARK, ["w", *"found.zip", "enter"]),
    "explore-palette": ((60, 24), False, DARK, ["f", "ctrl+p", "end", *"to"]),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(
    shipped: Timeline, expect: Expect, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    size, ascii_only, colours, keys = PICTURES[name]
    if colours is None:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setattr("rich.console.SVG_EXPORT_THEME", colours)
    pictures: list[str] = []

    async def walk(driver: Driver) -> None:
        await driver.press(*keys)
        pictures.append(driver.app.export_screenshot(title="timeline explore"))
        if ascii_only:
            assert driver.text().isascii()

    named = Timeline(shipped.index, [ChosenFile("events.yaml", "events.yaml")])
    drive(named, walk, size=size, ascii_only=ascii_only)
    expect(f"{name}.svg", pictures[0])


LEGIBLE = 3.0
"""The lowest contrast of signs and large text that WCAG 2 allows."""


@pytest.mark.parametrize("name", ["explore-light", "explore-two-panels"])
def test_every_colour_can_be_read(name: str) -> None:
    picture = (ROOT / "tests" / "golden" / f"{name}.svg").read_text(encoding="utf-8")
    (background,) = re.findall(r'<rect fill="(#[0-9a-f]{6})" stroke', picture)
    used = set(re.findall(r"-r[0-9]+ { fill: (#[0-9a-f]{6})", picture)) - {background}
    assert len(used) > 4
    assert [one for one in used if contrast(one, background) < LEGIBLE] == []


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_first_picture_of_readme_is_one_of_these() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("](tests/golden/explore.svg)") < 1_000
