"""Asking the web addresses of sources whether they still work, for `timeline check --links`."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.links.answers import Answer as Answer
    from timeline.links.answers import Outcome as Outcome
    from timeline.links.asking import NoNetworkError as NoNetworkError
    from timeline.links.asking import ask as ask
    from timeline.links.checking import Asked as Asked
    from timeline.links.checking import check_links as check_links
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "answers": ("Answer", "Outcome"),
            "asking": ("NoNetworkError", "ask"),
            "checking": ("Asked", "check_links"),
        },
    )
