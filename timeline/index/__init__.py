"""The SQLite index behind every question: its schema, how it is built, cached and updated."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.bitmaps import CERTAIN as CERTAIN
    from timeline.index.bitmaps import LONGER as LONGER
    from timeline.index.bitmaps import NO_WEEKDAY as NO_WEEKDAY
    from timeline.index.bitmaps import Value as Value
    from timeline.index.checksums import with_checksum as with_checksum
    from timeline.index.database import connect as connect
    from timeline.index.index import Index as Index
    from timeline.index.layout import layout_of as layout_of
    from timeline.index.memberships import ACTING as ACTING
    from timeline.index.memberships import acted_for_by as acted_for_by
    from timeline.index.memberships import acting_for as acting_for
    from timeline.index.memberships import all_that_depend_on_dates as all_that_depend_on_dates
    from timeline.index.memberships import depend_on_dates as depend_on_dates
    from timeline.index.memberships import members_of_each as members_of_each
    from timeline.index.neighbours import with_neighbours as with_neighbours
    from timeline.index.positions import Position as Position
    from timeline.index.positions import dates_in_file as dates_in_file
    from timeline.index.positions import events_of_file as events_of_file
    from timeline.index.positions import numbers_in_file as numbers_in_file
    from timeline.index.positions import position_of as position_of
    from timeline.index.schema import DOCUMENT as DOCUMENT
    from timeline.index.schema import LONG as LONG
    from timeline.index.schema import LONGEST_SHORT as LONGEST_SHORT
    from timeline.index.schema import NO_NAME as NO_NAME
    from timeline.index.schema import ORDER as ORDER
    from timeline.index.schema import REVERSED as REVERSED
    from timeline.index.schema import SCHEMA_VERSION as SCHEMA_VERSION
    from timeline.index.schema import SPACING as SPACING
    from timeline.index.schema import TITLE as TITLE
    from timeline.index.tokens import Tokenizer as Tokenizer
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "bitmaps": ("CERTAIN", "LONGER", "NO_WEEKDAY", "Value"),
            "checksums": ("with_checksum",),
            "database": ("connect",),
            "index": ("Index",),
            "layout": ("layout_of",),
            "memberships": (
                "ACTING",
                "acted_for_by",
                "acting_for",
                "all_that_depend_on_dates",
                "depend_on_dates",
                "members_of_each",
            ),
            "neighbours": ("with_neighbours",),
            "positions": (
                "Position",
                "dates_in_file",
                "events_of_file",
                "numbers_in_file",
                "position_of",
            ),
            "schema": (
                "DOCUMENT",
                "LONG",
                "LONGEST_SHORT",
                "NO_NAME",
                "ORDER",
                "REVERSED",
                "SCHEMA_VERSION",
                "SPACING",
                "TITLE",
            ),
            "tokens": ("Tokenizer",),
        },
    )
