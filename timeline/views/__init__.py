"""The views: what commands print, as Rich renderables."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.views.bars import Bars as Bars
    from timeline.views.bars import count_rows as count_rows
    from timeline.views.crosstab import Crosstab as Crosstab
    from timeline.views.differences import Differences as Differences
    from timeline.views.differences import History as History
    from timeline.views.differences import differences_summary as differences_summary
    from timeline.views.events.about import usual_actors as usual_actors
    from timeline.views.events.anniversaries import OnThisDay as OnThisDay
    from timeline.views.events.beside import Beside as Beside
    from timeline.views.events.card import EVENT as EVENT
    from timeline.views.events.card import Card as Card
    from timeline.views.events.card import Cards as Cards
    from timeline.views.events.card import source_rows as source_rows
    from timeline.views.events.chronology import Chronology as Chronology
    from timeline.views.events.chronology import OneLineEach as OneLineEach
    from timeline.views.events.rows import EventRows as EventRows
    from timeline.views.events.tree import Tree as Tree
    from timeline.views.events.tree import step_rows as step_rows
    from timeline.views.gaps import Gaps as Gaps
    from timeline.views.manual import Page as Page
    from timeline.views.manual import Topics as Topics
    from timeline.views.problems import Problems as Problems
    from timeline.views.problems import summary as summary
    from timeline.views.registers.acting import ActingTree as ActingTree
    from timeline.views.registers.entries import brief as brief
    from timeline.views.registers.register import ActorRegister as ActorRegister
    from timeline.views.registers.register import PlaceRegister as PlaceRegister
    from timeline.views.registers.register import SourceRegister as SourceRegister
    from timeline.views.registers.register import TagRegister as TagRegister
    from timeline.views.registers.register import register_of as register_of
    from timeline.views.registers.saved_questions import SavedQuestions as SavedQuestions
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "bars": ("Bars", "count_rows"),
            "crosstab": ("Crosstab",),
            "differences": ("Differences", "History", "differences_summary"),
            "events.about": ("usual_actors",),
            "events.anniversaries": ("OnThisDay",),
            "events.beside": ("Beside",),
            "events.card": ("EVENT", "Card", "Cards", "source_rows"),
            "events.chronology": ("Chronology", "OneLineEach"),
            "events.rows": ("EventRows",),
            "events.tree": ("Tree", "step_rows"),
            "gaps": ("Gaps",),
            "manual": ("Page", "Topics"),
            "problems": ("Problems", "summary"),
            "registers.acting": ("ActingTree",),
            "registers.entries": ("brief",),
            "registers.register": (
                "ActorRegister",
                "PlaceRegister",
                "SourceRegister",
                "TagRegister",
                "register_of",
            ),
            "registers.saved_questions": ("SavedQuestions",),
        },
    )
