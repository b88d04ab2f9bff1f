"""markwhen: a timeline as text, with a date range before each event.

The syntax is that of markwhen's own parser, version 1. `escapes` writes texts so that they are
read back unchanged.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.markwhen.escapes import escaped_line as escaped_line
    from timeline.readers.markwhen.escapes import escaped_link as escaped_link
    from timeline.readers.markwhen.escapes import escaped_title as escaped_title
    from timeline.readers.markwhen.reader import read as read
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "escapes": ("escaped_line", "escaped_link", "escaped_title"),
            "reader": ("read",),
        },
    )
