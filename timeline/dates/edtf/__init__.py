"""EDTF (ISO 8601-2:2019): its grammar, the days that a text can mean, and its wording."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.dates.edtf.bounds import bounds_of as bounds_of
    from timeline.dates.edtf.bounds import ends_from as ends_from
    from timeline.dates.edtf.grammar import NotEdtfError as NotEdtfError
    from timeline.dates.edtf.grammar import taken_apart as taken_apart
    from timeline.dates.edtf.parts import Point as Point
    from timeline.dates.edtf.sides import Edge as Edge
    from timeline.dates.edtf.sides import Side as Side
    from timeline.dates.edtf.wording import SEASONS as SEASONS
    from timeline.dates.edtf.wording import describe_year as describe_year
    from timeline.dates.edtf.wording import description as description
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "bounds": ("bounds_of", "ends_from"),
            "grammar": ("NotEdtfError", "taken_apart"),
            "parts": ("Point",),
            "sides": ("Edge", "Side"),
            "wording": ("SEASONS", "describe_year", "description"),
        },
    )
