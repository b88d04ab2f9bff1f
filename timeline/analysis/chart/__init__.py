"""Charts as numbers: a time axis divided into cells, and lanes of events on it."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.analysis.chart.axis import Axis as Axis
    from timeline.analysis.chart.axis import axis_between as axis_between
    from timeline.analysis.chart.cells import Cells as Cells
    from timeline.analysis.chart.cells import Part as Part
    from timeline.analysis.chart.extent import Extent as Extent
    from timeline.analysis.chart.extent import extent_of as extent_of
    from timeline.analysis.chart.extent import has_zones as has_zones
    from timeline.analysis.chart.lanes import Lane as Lane
    from timeline.analysis.chart.lanes import Lanes as Lanes
    from timeline.analysis.chart.lanes import lanes_of_names as lanes_of_names
    from timeline.analysis.chart.lanes import lanes_of_years as lanes_of_years
    from timeline.analysis.chart.peaks import Peak as Peak
    from timeline.analysis.chart.peaks import peak as peak
    from timeline.analysis.chart.placement import Histogram as Histogram
    from timeline.analysis.chart.placement import Placement as Placement
    from timeline.analysis.chart.shared import shared_extent as shared_extent
    from timeline.analysis.chart.shared import shared_histogram as shared_histogram
    from timeline.analysis.chart.tick_marks import Tick as Tick
    from timeline.analysis.chart.tick_marks import ticks as ticks
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "axis": ("Axis", "axis_between"),
            "cells": ("Cells", "Part"),
            "extent": ("Extent", "extent_of", "has_zones"),
            "lanes": ("Lane", "Lanes", "lanes_of_names", "lanes_of_years"),
            "peaks": ("Peak", "peak"),
            "placement": ("Histogram", "Placement"),
            "shared": ("shared_extent", "shared_histogram"),
            "tick_marks": ("Tick", "ticks"),
        },
    )
