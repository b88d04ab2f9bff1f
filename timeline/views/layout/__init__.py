"""Code that views share: lines and columns, headers and legends, the colour theme."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.views.layout.columns import in_column as in_column
    from timeline.views.layout.glyphs import ASCII as ASCII
    from timeline.views.layout.glyphs import UNICODE as UNICODE
    from timeline.views.layout.glyphs import Glyphs as Glyphs
    from timeline.views.layout.glyphs import sign_of as sign_of
    from timeline.views.layout.headers import facts as facts
    from timeline.views.layout.headers import files as files
    from timeline.views.layout.headers import header as header
    from timeline.views.layout.legends import legend as legend
    from timeline.views.layout.legends import of_dates as of_dates
    from timeline.views.layout.legends import of_kinds as of_kinds
    from timeline.views.layout.look import Look as Look
    from timeline.views.layout.multiline import prose as prose
    from timeline.views.layout.rows import GAP as GAP
    from timeline.views.layout.rows import Cell as Cell
    from timeline.views.layout.rows import fewer as fewer
    from timeline.views.layout.rows import omitted as omitted
    from timeline.views.layout.rows import parts as parts
    from timeline.views.layout.rows import row as row
    from timeline.views.layout.rows import styles as styles
    from timeline.views.layout.rows import widest as widest
    from timeline.views.layout.wrapping import UNLIMITED as UNLIMITED
    from timeline.views.layout.wrapping import Word as Word
    from timeline.views.layout.wrapping import beside as beside
    from timeline.views.layout.wrapping import joined as joined
    from timeline.views.layout.wrapping import length as length
    from timeline.views.layout.wrapping import lines as lines
    from timeline.views.layout.wrapping import paragraph as paragraph
    from timeline.views.layout.wrapping import segments as segments
    from timeline.views.layout.wrapping import spaced as spaced
    from timeline.views.layout.wrapping import words as words
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "columns": ("in_column",),
            "glyphs": ("ASCII", "UNICODE", "Glyphs", "sign_of"),
            "headers": ("facts", "files", "header"),
            "legends": ("legend", "of_dates", "of_kinds"),
            "wrapping": (
                "UNLIMITED",
                "Word",
                "beside",
                "joined",
                "length",
                "lines",
                "paragraph",
                "segments",
                "spaced",
                "words",
            ),
            "look": ("Look",),
            "multiline": ("prose",),
            "rows": ("Cell", "GAP", "fewer", "omitted", "parts", "row", "styles", "widest"),
        },
    )
