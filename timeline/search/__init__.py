"""Search: turn a question into SQL, look up the names in it, and return what it finds."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.by_rank import EventsByRank as EventsByRank
    from timeline.search.completion import Candidate as Candidate
    from timeline.search.completion import candidates as candidates
    from timeline.search.event_names import events_like as events_like
    from timeline.search.event_names import find_events as find_events
    from timeline.search.hints import hints_about as hints_about
    from timeline.search.lookups import typed_period as typed_period
    from timeline.search.names import NoSuchName as NoSuchName
    from timeline.search.names import find_actors as find_actors
    from timeline.search.names import find_place as find_place
    from timeline.search.names import find_tags as find_tags
    from timeline.search.ranking import ranked as ranked
    from timeline.search.selection import Group as Group
    from timeline.search.selection import Selection as Selection
    from timeline.search.several import FoundBy as FoundBy
    from timeline.search.several import Several as Several
    from timeline.search.words import after as after
    from timeline.search.words import value_candidates as value_candidates
    from timeline.search.words import word_candidates as word_candidates
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "by_rank": ("EventsByRank",),
            "completion": ("Candidate", "candidates"),
            "event_names": ("events_like", "find_events"),
            "hints": ("hints_about",),
            "lookups": ("typed_period",),
            "names": ("NoSuchName", "find_actors", "find_place", "find_tags"),
            "ranking": ("ranked",),
            "selection": ("Group", "Selection"),
            "several": ("FoundBy", "Several"),
            "words": ("after", "value_candidates", "word_candidates"),
        },
    )
