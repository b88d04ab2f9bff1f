"""Completion in the shell: its script, and the candidates that it offers."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.completion.install import install as install
    from timeline.cli.completion.install import show as show
    from timeline.cli.completion.shells import answer as answer
else:
    __getattr__, __all__ = lazy(__name__, {"install": ("install", "show"), "shells": ("answer",)})
