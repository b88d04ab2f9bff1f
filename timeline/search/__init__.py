"""Search: turn a question into SQL, look up the names in it, and return what it finds."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.by_rank import EventsByRank as EventsByRank
    from timeline.search.completing import Candidate as Candidate
    from timeline.search.completing import after as after
    from timeline.search.completing import candidates as candidates
    from timeline.search.completing import value_candidates as value_candidates
    from timeline.search.completing import word_candidates as word_candidates
    from timeline.search.hints import hints_about as hints_about
    from timeline.search.naming import MOST_CANDIDATES as MOST_CANDIDATES
    from timeline.search.naming import MOST_COMPARED as MOST_COMPARED
    from timeline.search.naming import NoSuchName as NoSuchName
    from timeline.search.naming import events_like as events_like
    from timeline.search.naming import find_actors as find_actors
    from timeline.search.naming import find_events as find_events
    from timeline.search.naming import find_id as find_id
    from timeline.search.naming import find_place as find_place
    from timeline.search.naming import find_question as find_question
    from timeline.search.naming import find_tags as find_tags
    from timeline.search.naming import like_words as like_words
    from timeline.search.naming import names_like as names_like
    from timeline.search.naming import new_id as new_id
    from timeline.search.ranking import ranked as ranked
    from timeline.search.selection import Group as Group
    from timeline.search.selection import Selection as Selection
    from timeline.search.several import FoundBy as FoundBy
    from timeline.search.several import Several as Several
    from timeline.search.sql.condition import Condition as Condition
    from timeline.search.sql.condition import condition_of as condition_of
    from timeline.search.sql.lookups import typed_period as typed_period
    from timeline.search.sql.spans import PeriodCondition as PeriodCondition
    from timeline.search.sql.spans import span_of as span_of
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "by_rank": ("EventsByRank",),
            "completing": (
                "Candidate",
                "after",
                "candidates",
                "value_candidates",
                "word_candidates",
            ),
            "hints": ("hints_about",),
            "naming": (
                "MOST_CANDIDATES",
                "MOST_COMPARED",
                "NoSuchName",
                "events_like",
                "find_actors",
                "find_events",
                "find_id",
                "find_place",
                "find_question",
                "find_tags",
                "like_words",
                "names_like",
                "new_id",
            ),
            "ranking": ("ranked",),
            "selection": ("Group", "Selection"),
            "several": ("FoundBy", "Several"),
            "sql.condition": ("Condition", "condition_of"),
            "sql.lookups": ("typed_period",),
            "sql.spans": ("PeriodCondition", "span_of"),
        },
    )
