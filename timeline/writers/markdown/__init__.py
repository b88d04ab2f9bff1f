"""Markdown (CommonMark and GitHub Flavored Markdown)."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.writers.markdown.document import in_markdown as in_markdown
    from timeline.writers.markdown.document import write as write
    from timeline.writers.markdown.markers import Marked as Marked
    from timeline.writers.markdown.markers import MarkerError as MarkerError
    from timeline.writers.markdown.notes import citation as citation
    from timeline.writers.markdown.text import escaped as escaped
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "document": ("in_markdown", "write"),
            "markers": ("Marked", "MarkerError"),
            "notes": ("citation",),
            "text": ("escaped",),
        },
    )
