"""The pictures in README: what a terminal shows, as SVG."""

from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from tests.conftest import ROOT, TODAY
from timeline import Timeline
from timeline.dates import Day
from timeline.model import Facet
from timeline.readers import ChosenFile
from timeline.views.bars import Bars
from timeline.views.chart.chart import Chart
from timeline.views.events.card import Card
from timeline.views.events.chronology import Chronology

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View

WIDTH = 90
DAY = Day(2026, 11, 23)


def listed(shipped: Timeline) -> "View":
    found = shipped.select("actor:gershkovich,griner", today=TODAY)
    return Chronology(shipped, found, Facet.YEAR, elapsed=True)


def charted(shipped: Timeline) -> "View":
    return Chart(shipped, shipped.select(today=TODAY), Facet.TAG, None, DAY)


def counted(shipped: Timeline) -> "View":
    return Bars(shipped, shipped.select(today=TODAY), Facet.YEAR)


def shown(shipped: Timeline) -> "View":
    return Card(shipped, shipped.event("griner-bout-exchange"), DAY)


@pytest.mark.parametrize(
    ("name", "command", "view"),
    [
        pytest.param("list", "list actor:gershkovich,griner --elapsed", listed, id="list"),
        pytest.param("chart", "chart", charted, id="chart"),
        pytest.param("count", "count --by year", counted, id="count"),
        pytest.param("show", "show griner-bout-exchange", shown, id="show"),
    ],
)
def test_a_picture_is_what_a_terminal_shows(
    shipped: Timeline,
    expect: Callable[[str, str], None],
    name: str,
    command: str,
    view: Callable[[Timeline], "View"],
) -> None:
    console = Console(
        file=StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="standard"
    )
    console.print(view(Timeline(shipped.index, [ChosenFile("events.yaml", "events.yaml")])))
    expect(f"{name}.svg", console.export_svg(title=f"timeline {command}", unique_id=name))
    assert f"](tests/golden/{name}.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")
