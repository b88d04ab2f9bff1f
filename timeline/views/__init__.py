"""The views: what commands print, as Rich renderables."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.views.about import usual_actors as usual_actors
    from timeline.views.acting import ActingTree as ActingTree
    from timeline.views.anniversaries import OnThisDay as OnThisDay
    from timeline.views.bars import Bars as Bars
    from timeline.views.bars import count_rows as count_rows
    from timeline.views.beside import Beside as Beside
    from timeline.views.card import EVENT as EVENT
    from timeline.views.card import Card as Card
    from timeline.views.card import Cards as Cards
    from timeline.views.card import source_rows as source_rows
    from timeline.views.chronology import Chronology as Chronology
    from timeline.views.chronology import OneLineEach as OneLineEach
    from timeline.views.crosstab import Crosstab as Crosstab
    from timeline.views.differences import Differences as Differences
    from timeline.views.differences import History as History
    from timeline.views.differences import differences_summary as differences_summary
    from timeline.views.entries import brief as brief
    from timeline.views.event_rows import EventRows as EventRows
    from timeline.views.gaps import Gaps as Gaps
    from timeline.views.manual import Page as Page
    from timeline.views.manual import Topics as Topics
    from timeline.views.problems import Problems as Problems
    from timeline.views.problems import summary as summary
    from timeline.views.register import ActorRegister as ActorRegister
    from timeline.views.register import PlaceRegister as PlaceRegister
    from timeline.views.register import SourceRegister as SourceRegister
    from timeline.views.register import TagRegister as TagRegister
    from timeline.views.register import register_of as register_of
    from timeline.views.saved_questions import SavedQuestions as SavedQuestions
    from timeline.views.tree import Tree as Tree
    from timeline.views.tree import step_rows as step_rows
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "about": ("usual_actors",),
            "acting": ("ActingTree",),
            "anniversaries": ("OnThisDay",),
            "bars": ("Bars", "count_rows"),
            "beside": ("Beside",),
            "card": ("EVENT", "Card", "Cards", "source_rows"),
            "chronology": ("Chronology", "OneLineEach"),
            "crosstab": ("Crosstab",),
            "differences": ("Differences", "History", "differences_summary"),
            "entries": ("brief",),
            "event_rows": ("EventRows",),
            "gaps": ("Gaps",),
            "manual": ("Page", "Topics"),
            "problems": ("Problems", "summary"),
            "register": (
                "ActorRegister",
                "PlaceRegister",
                "SourceRegister",
                "TagRegister",
                "register_of",
            ),
            "saved_questions": ("SavedQuestions",),
            "tree": ("Tree", "step_rows"),
        },
    )
