"""The question language: parsed from words, built from options, printed back as words."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.query.parser import Query as Query
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "parser": ("Query",),
        },
    )
