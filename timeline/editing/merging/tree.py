"""The text of a chronology as a tree of parts that can be merged one by one."""

from collections.abc import Callable
from typing import NamedTuple, Optional


class UnmergeableError(Exception):
    """A text that is written in a way in which it cannot be merged by event."""


Opener = Callable[[str, int], Optional["Group"]]
"""Returns the parts of a text that begins at a position of its file."""


class Part(NamedTuple):
    """A part of a group: its key there, its text, and the text between it and the next part.

    That text is empty lines or a comma; it is None if the part is the last one. `start` is the
    position of the part in its file.
    """

    key: str
    text: str
    after: str | None
    start: int = 0
    opener: Opener | None = None

    def opened(self) -> Optional["Group"]:
        """Return the parts of this part, None if it is merged as a whole."""
        return self.opener(self.text, self.start) if self.opener else None


class Group(NamedTuple):
    """Parts between a head and a tail: lines of their own, or the content of brackets (`is_flow`).

    `dash` is the text before the first key of an event, with its dash; the first part has as many
    spaces there. `marks` means that a conflict is marked at the part of the group in which it is.
    """

    head: str
    parts: tuple[Part, ...]
    tail: str = ""
    dash: str = ""
    is_flow: bool = False
    marks: bool = False
