"""Search: turn a question into SQL, look up the names in it, and return what it finds."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.bounds import bounds_of as bounds_of
    from timeline.search.by_rank import EventsByRank as EventsByRank
    from timeline.search.completion import Candidate as Candidate
    from timeline.search.completion import candidates as candidates
    from timeline.search.condition import Condition as Condition
    from timeline.search.event_names import events_like as events_like
    from timeline.search.event_names import find_events as find_events
    from timeline.search.event_names import find_id as find_id
    from timeline.search.hints import hints_about as hints_about
    from timeline.search.lookups import typed_period as typed_period
    from timeline.search.names import MOST_CANDIDATES as MOST_CANDIDATES
    from timeline.search.names import MOST_COMPARED as MOST_COMPARED
    from timeline.search.names import NoSuchName as NoSuchName
    from timeline.search.names import find_actors as find_actors
    from timeline.search.names import find_place as find_place
    from timeline.search.names import find_tags as find_tags
    from timeline.search.names import like_words as like_words
    from timeline.search.names import names_like as names_like
    from timeline.search.ranking import ranked as ranked
    from timeline.search.saved import find_question as find_question
    from timeline.search.selection import Group as Group
    from timeline.search.selection import Selection as Selection
    from timeline.search.several import FoundBy as FoundBy
    from timeline.search.several import Several as Several
    from timeline.search.spans import Span as Span
    from timeline.search.spans import span_of as span_of
    from timeline.search.words import after as after
    from timeline.search.words import value_candidates as value_candidates
    from timeline.search.words import word_candidates as word_candidates
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "by_rank": ("EventsByRank",),
            "completion": ("Candidate", "candidates"),
            "bounds": ("bounds_of",),
            "condition": ("Condition",),
            "event_names": ("events_like", "find_events", "find_id"),
            "hints": ("hints_about",),
            "lookups": ("typed_period",),
            "names": (
                "MOST_CANDIDATES",
                "MOST_COMPARED",
                "NoSuchName",
                "find_actors",
                "find_place",
                "find_tags",
                "like_words",
                "names_like",
            ),
            "ranking": ("ranked",),
            "saved": ("find_question",),
            "spans": ("Span", "span_of"),
            "selection": ("Group", "Selection"),
            "several": ("FoundBy", "Several"),
            "words": ("after", "value_candidates", "word_candidates"),
        },
    )
