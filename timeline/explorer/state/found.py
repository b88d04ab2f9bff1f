"""What a question found, and what the panes show of it, each computed once."""

from datetime import date
from functools import cached_property
from typing import Any

from timeline.analysis import Count, Gap, Occurrences, bins_of, facet_counts, longest_gaps
from timeline.analysis import occurrences as occurrences_of
from timeline.analysis.chart import Extent, extent_of
from timeline.chronology import Timeline
from timeline.dates import CalendarUnit, Day, Unit
from timeline.model import Facet
from timeline.query import ALONE_FIELDS, Alternative, Field, Query, Term
from timeline.search import EventsByRank, Selection, hints_about
from timeline.views import usual_actors
from timeline.views.layout import Look, facts

FACETS = (Facet.ACTOR, Facet.TAG, Facet.PLACE, Facet.PUBLISHER, Facet.YEAR)
"""The facets that can be shown, in the order in which they are."""

_FIELDS = {
    Facet.ACTOR: Field.ACTOR,
    Facet.TAG: Field.TAG,
    Facet.PLACE: Field.PLACE,
    Facet.PUBLISHER: Field.SOURCE,
    Facet.YEAR: Field.YEAR,
}

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
        """Return the files, the question, how much was found, and its dates."""
        if self._facts is None:
            self._facts = facts(self.timeline, self.selection, look)
        return self._facts

    @cached_property
    def hints(self) -> list[str]:
        """Why nothing was found, and what may have been meant."""
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

    def _computed(self, part: Part) -> list[Gap] | list[Count] | list[Occurrences]:
        if part == GAPS:
            return list(longest_gaps(self.selection, _MOST_GAPS))
        if part is Facet.YEAR:
            return [
                one
                for one in facet_counts(self.selection, Facet.YEAR)
                if one.events
                and isinstance(one.value, CalendarUnit)
                and one.value.unit is Unit.YEAR
            ]
        return occurrences_of(self.selection, Facet(part), bins_of(self.selection))

    @property
    def longest_gaps(self) -> list[Gap]:
        """The longest gaps between the events, the longest first."""
        gaps: list[Gap] = self._part(GAPS)
        return gaps

    @property
    def gaps(self) -> list[Gap]:
        """The gaps that one can move between, in chronological order."""
        return sorted(self.longest_gaps[:_FIRST_GAPS], key=lambda gap: gap.first.ordinal)

    def values(self, facet: Facet) -> list[Occurrences]:
        """Return the names of a kind, those with the most events first."""
        values: list[Occurrences] = self._part(facet)
        return values

    @property
    def years(self) -> list[Count]:
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
            return str(Day(value.year, 1, 1)).removesuffix("-01-01")
        return self.values(facet)[number].id

    def narrowed(
        self, facet: Facet, name: str, *, negated: bool = False, alone: bool = False
    ) -> str:
        """Return the question with a value of a facet added, or taken away if it is there.

        `alone` is that of an `Alternative`; it applies to actors and publishers.
        """
        field = _FIELDS[facet]
        alone = alone and field in ALONE_FIELDS
        added = Term((Alternative(field, name, alone=alone),), negated)
        terms = tuple(one for one in self.query.terms if one != added)
        if len(terms) == len(self.query.terms):
            terms += (added,)
        return str(Query(terms, self.query.certain))
