"""Markdown (CommonMark and GitHub Flavored Markdown)."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.writers.markdown.document import write as write
    from timeline.writers.markdown.markers import Marked as Marked
    from timeline.writers.markdown.markers import MarkerError as MarkerError
    from timeline.writers.markdown.text import escaped as escaped
    from timeline.writers.markdown.text import link as link
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "document": ("write",),
            "markers": ("Marked", "MarkerError"),
            "text": ("escaped", "link"),
        },
    )
