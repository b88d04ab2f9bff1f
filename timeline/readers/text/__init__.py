"""The bytes and lines of a file: streams, decoding, and the lines shown with problems."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.text.checked import CheckedText as CheckedText
    from timeline.readers.text.checked import NotText as NotText
    from timeline.readers.text.checked import Oversized as Oversized
    from timeline.readers.text.checked import items_of_text as items_of_text
    from timeline.readers.text.encodings import as_utf8 as as_utf8
    from timeline.readers.text.encodings import is_known as is_known
    from timeline.readers.text.excerpts import with_excerpts as with_excerpts
    from timeline.readers.text.lines import CONTROLS as CONTROLS
    from timeline.readers.text.lines import LINE_BREAK as LINE_BREAK
    from timeline.readers.text.lines import ByteStream as ByteStream
    from timeline.readers.text.lines import Line as Line
    from timeline.readers.text.lines import lines_from as lines_from
    from timeline.readers.text.streams import Progress as Progress
    from timeline.readers.text.streams import Stream as Stream
    from timeline.readers.text.streams import opened as opened
    from timeline.readers.text.streams import watch_all as watch_all
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "checked": ("CheckedText", "NotText", "Oversized", "items_of_text"),
            "encodings": ("as_utf8", "is_known"),
            "excerpts": ("with_excerpts",),
            "lines": ("ByteStream", "CONTROLS", "LINE_BREAK", "Line", "lines_from"),
            "streams": ("Progress", "Stream", "opened", "watch_all"),
        },
    )
