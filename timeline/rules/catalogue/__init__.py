"""The catalogue: every rule of `timeline check`, and the table that lists them."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.rules.catalogue.catalogue import RULES as RULES
else:
    __getattr__, __all__ = lazy(__name__, {"catalogue": ("RULES",)})
