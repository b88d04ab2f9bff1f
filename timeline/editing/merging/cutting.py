"""Cutting the text of a group into its parts."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.editing.merging.order import comment_key
from timeline.editing.merging.tree import Group, Opener, Part, UnmergeableError


class Cut(NamedTuple):
    """A part to be: its key, where it begins and ends in the file, and how it is opened.

    Without an opener, it is merged as a whole.
    """

    key: str
    start: int
    end: int
    opener: Opener | None = None

    def part(self, text: str, start: int, after: str | None) -> Part:
        """Return the part with a text that begins at a position of the file."""
        return Part(self.key, text, after, start, self.opener)


def cut_lines(
    text: str,
    start: int,
    head_end: int,
    cuts: Sequence[Cut],
    *,
    marks: bool = False,
    is_list: bool = False,
) -> Group:
    """Return the parts of a text on lines of their own.

    The text begins at `start` in the file, and its head ends at `head_end` in the text. Comments
    directly above a part are a part of their own. Raises UnmergeableError.
    """
    places, end = [], head_end
    for cut in cuts:
        first = cut.start - start
        if is_list:
            first = text.rfind("-", end, first)
        line = text.rfind("\n", 0, first) + 1 if first > 0 else first
        if line < end:
            raise UnmergeableError
        places.append((_above(text, end, line), line))
        end = line_end(text, cut.end - start)
    if not places or not _have_own_keys(cuts):
        raise UnmergeableError
    comments = Counter(text[at:line] for at, line in places)
    parts = []
    ends = [*(at for at, _ in places[1:]), len(text)]
    for cut, (at, line), next_at in zip(cuts, places, ends, strict=True):
        if comment := text[at:line]:
            # Of two like comments, each is known by what is below it.
            above = cut.key if comments[comment] > 1 else ""
            parts.append(Part(comment_key(comment, above), comment, ""))
        body = text[line : line_end(text, line + len(text[line:next_at].rstrip()))]
        parts.append(cut.part(body, start + line, text[line + len(body) : next_at]))
    parts[-1] = parts[-1]._replace(after=None)
    return Group(text[: places[0][0]], tuple(parts), marks=marks)


def cut_brackets(text: str, start: int, cuts: Sequence[Cut]) -> Group | None:
    """Return the parts of a text in brackets, None if it is merged as a whole.

    The text begins at `start` in the file. It is merged as a whole if there are comments among the
    parts, as it is not known to which part they belong.
    """
    bounds = [(cut.start - start, cut.end - start) for cut in cuts]
    between = [text[end:first] for (_, end), (first, _) in pairwise(bounds)]
    if not cuts or not _have_own_keys(cuts) or any("#" in one for one in between):
        return None
    parts = tuple(
        cut.part(text[first:end], cut.start, after)
        for cut, (first, end), after in zip(cuts, bounds, [*between, None], strict=True)
    )
    return Group(text[: bounds[0][0]], parts, text[bounds[-1][1] :], is_flow=True)


def line_end(text: str, at: int) -> int:
    """Return where the line with a position ends; a position after a line end is one already."""
    if at and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _above(text: str, lowest: int, line: int) -> int:
    """Return where the comments begin that stand directly above a line."""
    while line > lowest:
        before = text.rfind("\n", 0, line - 1) + 1
        if before < lowest or not text[before:line].lstrip(" \t").startswith("#"):
            break
        line = before
    return line


def _have_own_keys(cuts: Sequence[Cut]) -> bool:
    return len({cut.key for cut in cuts}) == len(cuts)
