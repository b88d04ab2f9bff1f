"""Analysis of the events found: facets, cross-tabulation, histograms, gaps and chains."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.analysis.acting import Acting as Acting
    from timeline.analysis.acting import Held as Held
    from timeline.analysis.acting import who_acted as who_acted
    from timeline.analysis.bins import Bins as Bins
    from timeline.analysis.bins import bins_of as bins_of
    from timeline.analysis.bins import events_by_day as events_by_day
    from timeline.analysis.chains import Chain as Chain
    from timeline.analysis.chains import Path as Path
    from timeline.analysis.chains import Step as Step
    from timeline.analysis.facets import Count as Count
    from timeline.analysis.facets import Table as Table
    from timeline.analysis.facets import actors_in_nearly_all as actors_in_nearly_all
    from timeline.analysis.facets import crosstab as crosstab
    from timeline.analysis.facets import events_by_value as events_by_value
    from timeline.analysis.facets import every_unit as every_unit
    from timeline.analysis.facets import facet_counts as facet_counts
    from timeline.analysis.facets import largest as largest
    from timeline.analysis.gaps import Gap as Gap
    from timeline.analysis.gaps import gap_length as gap_length
    from timeline.analysis.gaps import longest_gaps as longest_gaps
    from timeline.analysis.on_this_day import Anniversary as Anniversary
    from timeline.analysis.on_this_day import DayOfYear as DayOfYear
    from timeline.analysis.on_this_day import anniversaries as anniversaries
    from timeline.analysis.on_this_day import find_day as find_day
    from timeline.analysis.on_this_day import first_day as first_day
    from timeline.analysis.predecessors import Preceded as Preceded
    from timeline.analysis.predecessors import gap_before as gap_before
    from timeline.analysis.predecessors import with_predecessors as with_predecessors
    from timeline.analysis.registers import Occurrences as Occurrences
    from timeline.analysis.registers import occurrences as occurrences
    from timeline.analysis.registers import roles_in as roles_in
    from timeline.analysis.roles import roles_at as roles_at
    from timeline.analysis.saved_questions import SavedAnswer as SavedAnswer
    from timeline.analysis.saved_questions import saved_answers as saved_answers
    from timeline.analysis.tallied import CONTINUING as CONTINUING
    from timeline.analysis.tallied import Tallied as Tallied
    from timeline.analysis.tallied import Tally as Tally
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "acting": ("Acting", "Held", "who_acted"),
            "bins": ("Bins", "bins_of", "events_by_day"),
            "chains": ("Chain", "Path", "Step"),
            "facets": (
                "Count",
                "Table",
                "actors_in_nearly_all",
                "crosstab",
                "events_by_value",
                "every_unit",
                "facet_counts",
                "largest",
            ),
            "gaps": ("Gap", "gap_length", "longest_gaps"),
            "on_this_day": ("Anniversary", "DayOfYear", "anniversaries", "find_day", "first_day"),
            "predecessors": ("Preceded", "gap_before", "with_predecessors"),
            "registers": ("Occurrences", "occurrences", "roles_in"),
            "roles": ("roles_at",),
            "saved_questions": ("SavedAnswer", "saved_answers"),
            "tallied": ("CONTINUING", "Tallied", "Tally"),
        },
    )
