"""A question as SQL: its terms, the names and periods in them, and the days they ask for."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.search.sql.condition import Condition as Condition
    from timeline.search.sql.condition import condition_of as condition_of
else:
    __getattr__, __all__ = lazy(__name__, {"condition": ("Condition", "condition_of")})
