"""The line of the question: it asks while it is typed, completes, and recalls earlier questions."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.explorer.screen.question.completion import candidates_for as candidates_for
    from timeline.explorer.screen.question.history import History as History
    from timeline.explorer.screen.question.history import history_path as history_path
    from timeline.explorer.screen.question.line import Asking as Asking
    from timeline.explorer.screen.question.line import QuestionLine as QuestionLine
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "completion": ("candidates_for",),
            "history": ("History", "history_path"),
            "line": ("Asking", "QuestionLine"),
        },
    )
