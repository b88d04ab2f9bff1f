"""Tables (CSV and TSV): reading them, and the rules for the cells of exported ones."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.tables.cells import COLUMNS as COLUMNS
    from timeline.readers.tables.cells import guarded as guarded
    from timeline.readers.tables.cells import joined as joined
    from timeline.readers.tables.dates import converted as converted
    from timeline.readers.tables.reader import read as read
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "cells": ("COLUMNS", "guarded", "joined"),
            "dates": ("converted",),
            "reader": ("read",),
        },
    )
