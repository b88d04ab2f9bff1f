"""Shell completion: the script and the candidates."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.completion.installation import install as install
    from timeline.cli.completion.installation import show as show
    from timeline.cli.completion.shells import answer as answer
else:
    __getattr__, __all__ = lazy(
        __name__, {"installation": ("install", "show"), "shells": ("answer",)}
    )
