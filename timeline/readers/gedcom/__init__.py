"""GEDCOM: the events of people and families in a family tree."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.gedcom.reader import read as read
else:
    __getattr__, __all__ = lazy(__name__, {"reader": ("read",)})
