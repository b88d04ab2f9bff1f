"""When a chart peaks: told by the unit that suits its length, and the same at every width."""

from collections.abc import Callable

import pytest

from tests.conftest import TODAY
from timeline import Timeline
from timeline.analysis.chart.axis import Axis, axis_between
from timeline.analysis.chart.extent import extent_of
from timeline.analysis.chart.peaks import peak
from timeline.analysis.facets import facet_counts
from timeline.dates import Day
from timeline.model import Facet

NOW = Day(TODAY.year, TODAY.month, TODAY.day)

ASKED = """
- {date: 1801, title: P, tags: tied}
- {date: 1801-02, title: Q, tags: tied}
- {date: 1802-02, title: R, tags: tied}
- {date: 1803, title: S, tags: tied}
- {date: 1803-09-09, title: T, tags: tied}
- {date: 1871/1905, title: Lasts, tags: long}
- {date: 1901-05-02, title: A}
- {date: 1901-08-02, title: B}
- {date: 1901-08-03/1901-08-09, title: C}
- {date: 1903, title: D}
- {date: 1903-04, title: E}
- {date: 1903-04, title: F}
- {date: 1903-06-01, title: Once}
- {date: 1906-04, title: G}
- {date: 1971-01-03, title: H}
- {date: 1972-01-04, title: I}
- {date: 1973-01-05, title: J}
- {date: 2001-01-06, title: K}
"""


def told(timeline: Timeline, question: str) -> str:
    selection = timeline.select(question, today=TODAY)
    highest = peak(selection, extent_of(selection, NOW))
    if highest is None:
        return "none"
    return f"{highest.unit} {highest.events}: {', '.join(highest.names)}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("", "decade 8: 1900s", id="centuries"),
        pytest.param("1900..1910", "year 4: 1903", id="years"),
        pytest.param("tag:tied", "year 2: 1801, 1803", id="tied"),
        pytest.param("1901", "month 2: August 1901", id="months"),
        pytest.param("1903", "month 2: April 1903", id="the year itself is no month"),
        pytest.param("1901-08", "none", id="days"),
        pytest.param("1971..1973", "none", id="as many in each"),
        pytest.param("tag:long", "none", id="one"),
    ],
)
def test_a_peak_is_told_by_the_calendar(
    open_text: Callable[[str], Timeline], question: str, expected: str
) -> None:
    assert told(open_text(ASKED), question) == expected


@pytest.mark.parametrize("cells", [20, 57, 400])
@pytest.mark.parametrize(
    ("question", "unit"),
    [
        pytest.param("", Facet.YEAR, id="all"),
        pytest.param("2022", Facet.MONTH, id="a year"),
        pytest.param("2019..", Facet.YEAR, id="what goes on from before"),
        pytest.param("actor:joe-biden", Facet.YEAR, id="an actor"),
    ],
)
def test_a_peak_is_the_highest_of_the_counts_and_lies_on_the_axis(
    shipped: Timeline, question: str, unit: Facet, cells: int
) -> None:
    selection = shipped.select(question, today=TODAY)
    extent = extent_of(selection, NOW)
    highest = peak(selection, extent)
    axis: Axis = axis_between(extent.first, extent.last, cells, len(selection))
    assert highest is not None
    assert highest.unit is unit
    most = max(one.events for one in facet_counts(selection, unit))
    assert highest.events == most
    assert [one.events for one in highest.units] == [most] * len(highest.units)
    found = list(highest.cells(axis))
    assert found
    assert all(0 <= cell < axis.cells for cell in found)
