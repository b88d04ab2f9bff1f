"""The screens in front of the main one: a text, a choice, and a line to type."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.screen.front.choices import actions as actions
    from timeline.explorer.screen.front.choices import anniversaries_of as anniversaries_of
    from timeline.explorer.screen.front.choices import chain_of as chain_of
    from timeline.explorer.screen.front.choices import events_of as events_of
    from timeline.explorer.screen.front.choices import gaps_of as gaps_of
    from timeline.explorer.screen.front.choices import help_lines as help_lines
    from timeline.explorer.screen.front.choices import sources_of as sources_of
    from timeline.explorer.screen.front.choices import targets_of as targets_of
    from timeline.explorer.screen.front.choosing import Choice as Choice
    from timeline.explorer.screen.front.choosing import Chooser as Chooser
    from timeline.explorer.screen.front.front import Front as Front
    from timeline.explorer.screen.front.reading import Text as Text
    from timeline.explorer.screen.front.typing import Prompt as Prompt
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "choices": (
                "actions",
                "anniversaries_of",
                "chain_of",
                "events_of",
                "gaps_of",
                "help_lines",
                "sources_of",
                "targets_of",
            ),
            "choosing": ("Choice", "Chooser"),
            "front": ("Front",),
            "reading": ("Text",),
            "typing": ("Prompt",),
        },
    )
