"""The chart: lanes along a time axis."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.views.chart.chart import Chart as Chart
    from timeline.views.chart.comparison import ComparisonChart as ComparisonChart
    from timeline.views.chart.overview import HEIGHT as HEIGHT
    from timeline.views.chart.overview import Overview as Overview
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "chart": ("Chart",),
            "comparison": ("ComparisonChart",),
            "overview": ("HEIGHT", "Overview"),
        },
    )
