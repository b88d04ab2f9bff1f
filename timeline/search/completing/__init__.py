"""Complete what was typed of a question: fields, and the values that a chronology has for them."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.completing.values import MOST as MOST
    from timeline.search.completing.values import Candidate as Candidate
    from timeline.search.completing.values import candidates as candidates
    from timeline.search.completing.words import after as after
    from timeline.search.completing.words import value_candidates as value_candidates
    from timeline.search.completing.words import word_candidates as word_candidates
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "values": (
                "MOST",
                "Candidate",
                "candidates",
            ),
            "words": (
                "after",
                "value_candidates",
                "word_candidates",
            ),
        },
    )
