"""Find what a name in a question stands for: actors, tags, places, events and saved questions."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.naming.events import events_like as events_like
    from timeline.search.naming.events import find_events as find_events
    from timeline.search.naming.events import find_id as find_id
    from timeline.search.naming.events import is_id as is_id
    from timeline.search.naming.events import new_id as new_id
    from timeline.search.naming.names import MOST_CANDIDATES as MOST_CANDIDATES
    from timeline.search.naming.names import MOST_COMPARED as MOST_COMPARED
    from timeline.search.naming.names import NoSuchName as NoSuchName
    from timeline.search.naming.names import check_named as check_named
    from timeline.search.naming.names import find_actors as find_actors
    from timeline.search.naming.names import find_place as find_place
    from timeline.search.naming.names import find_tags as find_tags
    from timeline.search.naming.names import like_words as like_words
    from timeline.search.naming.names import names_like as names_like
    from timeline.search.naming.questions import find_question as find_question
    from timeline.search.naming.signs import with_signs as with_signs
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "events": (
                "events_like",
                "find_events",
                "find_id",
                "is_id",
                "new_id",
            ),
            "names": (
                "MOST_CANDIDATES",
                "MOST_COMPARED",
                "NoSuchName",
                "check_named",
                "find_actors",
                "find_place",
                "find_tags",
                "like_words",
                "names_like",
            ),
            "questions": ("find_question",),
            "signs": ("with_signs",),
        },
    )
