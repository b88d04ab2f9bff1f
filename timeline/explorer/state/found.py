"""What a question found, and what the panes show of it, each computed once."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from timeline.analysis.chart import Extent, extent_of
from timeline.chronology import Timeline
from timeline.dates import CalendarUnit, Day, Unit
from timeline.explorer.state.standing import (
    Standing,
    changed,
    name_of_year,
    standings,
    year_named,
)
from timeline.model import Facet
from timeline.query import Query
from timeline.search import EventsByRank, Selection
from timeline.views import usual_actors
from timeline.views.layout import Look, facts

if TYPE_CHECKING:
    from timeline.analysis import Count, Gap, Occurrences

FACETS = (Facet.ACTOR, Facet.TAG, Facet.PLACE, Facet.PUBLISHER, Facet.YEAR)
"""The facets that can be shown, in the order in which they are."""

GAPS = "gaps"
"""The gaps, as a part of what a question finds."""

Part = Facet | str
"""What is computed only when it is asked for: the values of a facet, or GAPS."""

_MOST_GAPS = 200
"""The number of gaps, the longest ones, that one can choose among."""

_FIRST_GAPS = 20
"""The number of gaps, the longest ones, that one can move between."""


class Found:
    """The events that a question finds in a chronology, on the day `today`.

    `beside` is the same chronology over the connection of the thread that computes parts.
    """

    def __init__(
        self, timeline: Timeline, selection: Selection, today: date, beside: Timeline | None = None
    ) -> None:
        self.timeline = timeline
        self.beside = beside or timeline
        self.selection = selection
        self.query: Query = selection.query
        self.today = today
        self.events = EventsByRank(selection)
        self._facts: str | None = None
        self._parts: dict[Part, list[Gap] | list[Count] | list[Occurrences]] = {}
        self._standings: dict[Facet, dict[str, Standing]] = {}

    @classmethod
    def by(
        cls, timeline: Timeline, question: str, today: date, beside: Timeline | None = None
    ) -> "Found":
        """Ask a question. Raises QuestionError if it cannot be understood."""
        return cls(timeline, timeline.select(question, today=today), today, beside)

    def through(self, timeline: Timeline) -> "Found":
        """Return the same events, read by another thread's connection to the same index."""
        # Computed here, these are not computed by the thread that draws.
        usual, whole = self.usual, self.whole
        for part in ("continuing", "matching", "positions", "undated"):
            getattr(self.selection, part)
        hints = self.hints if not len(self) else []
        other = Found(timeline, self.selection.through(timeline.index), self.today, self.timeline)
        other.usual, other.whole, other.hints = usual, whole, hints
        return other

    def __len__(self) -> int:
        return len(self.events)

    @cached_property
    def usual(self) -> tuple[str, ...]:
        """The ids of the actors in nearly all the events."""
        return usual_actors(self.selection)

    @cached_property
    def whole(self) -> Extent:
        """The period of all events, or the one that the question asks about."""
        return extent_of(self.selection, Day.of(self.today))

    def facts(self, look: Look) -> str:
        """Return the files, how much was found, and its dates. The question is above this line."""
        if self._facts is None:
            self._facts = facts(self.timeline, self.selection, look, with_question=False)
        return self._facts

    @cached_property
    def hints(self) -> list[str]:
        """Why nothing was found, and what may have been meant."""
        from timeline.search import hints_about

        return list(hints_about(self.query, self.selection))

    def has(self, part: Part) -> bool:
        """Return whether a part is computed."""
        return part in self._parts

    def compute(self, part: Part) -> None:
        """Compute a part, in the other thread."""
        other = Found(self.beside, self.selection.through(self.beside.index), self.today)
        self._parts[part] = other._computed(part)

    def _part(self, part: Part) -> Any:
        if part not in self._parts:
            self._parts[part] = self._computed(part)
        return self._parts[part]

    def _computed(self, part: Part) -> "list[Gap] | list[Count] | list[Occurrences]":
        # The first screen shows neither gaps nor facets.
        from timeline.analysis import bins_of, longest_gaps, occurrences

        if part == GAPS:
            return list(longest_gaps(self.selection, _MOST_GAPS))
        facet = Facet(part)
        if facet is Facet.YEAR:
            return self._counted_years()
        values = occurrences(self.selection, facet, bins_of(self.selection))
        return [*self._without_events(facet, values), *values]

    def _without_events(self, facet: Facet, values: "list[Occurrences]") -> "list[Occurrences]":
        """Return the values that the question names and no event found has."""
        from timeline.analysis import occurrences

        named = self.standings(facet).keys() - {one.id for one in values}
        if not named:
            return []
        bins = (0,) * max((len(one.counts) for one in values), default=0)
        every = occurrences(self.timeline.select(), facet)
        return [replace(one, count=0, counts=bins) for one in every if one.id in named]

    def _counted_years(self) -> "list[Count]":
        from timeline.analysis import Count, facet_counts

        counts = {
            one.value: one
            for one in facet_counts(self.selection, Facet.YEAR)
            if one.events and isinstance(one.value, CalendarUnit) and one.value.unit is Unit.YEAR
        }
        for name in self.standings(Facet.YEAR):
            if (year := year_named(name)) is not None:
                value = CalendarUnit.starting(year, 1, Unit.YEAR)
                counts.setdefault(value, Count(value, value.label, 0))
        return [counts[value] for value in sorted(counts)]

    def standings(self, facet: Facet) -> dict[str, Standing]:
        """Return what the question says of the values of a facet that it names."""
        if facet not in self._standings:
            self._standings[facet] = standings(self.timeline.index, self.query, facet)
        return self._standings[facet]

    @property
    def longest_gaps(self) -> "list[Gap]":
        """The longest gaps between the events, the longest first."""
        gaps: list[Gap] = self._part(GAPS)
        return gaps

    @property
    def gaps(self) -> "list[Gap]":
        """The gaps that one can move between, in chronological order."""
        return sorted(self.longest_gaps[:_FIRST_GAPS], key=lambda gap: gap.first.ordinal)

    def values(self, facet: Facet) -> "list[Occurrences]":
        """Return the names of a kind, those with the most events first.

        Those that the question names and no event has come before them.
        """
        values: list[Occurrences] = self._part(facet)
        return values

    @property
    def years(self) -> "list[Count]":
        """The years with their numbers of events, in chronological order."""
        years: list[Count] = self._part(Facet.YEAR)
        return years

    def number_of_values(self, facet: Facet) -> int:
        """Return how many values of a facet the events have."""
        return len(self.years if facet is Facet.YEAR else self.values(facet))

    def name_of(self, facet: Facet, number: int) -> str:
        """Return a value of a facet as it is named in a question, given its number."""
        if facet is Facet.YEAR:
            value = self.years[number].value
            assert isinstance(value, CalendarUnit)
            return name_of_year(value.year)
        return self.values(facet)[number].id

    def number_named(self, facet: Facet, name: str) -> int | None:
        """Return the number of the value of a facet that has a name, None if there is none."""
        numbers = range(self.number_of_values(facet))
        return next((one for one in numbers if self.name_of(facet, one) == name), None)

    def narrowed(self, facet: Facet, name: str, standing: Standing = Standing.ASKED) -> str:
        """Return the question that says this of a value of a facet, or no more if it did before."""
        return str(changed(self.timeline.index, self.query, facet, name, standing))
