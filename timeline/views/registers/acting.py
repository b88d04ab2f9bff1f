"""Who acted for whom on a day, as a tree."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rich.segment import Segment

from timeline.analysis import Acting, Held, roles_at
from timeline.chronology import Timeline
from timeline.dates import Span
from timeline.model import Kind
from timeline.views.layout import Look, Word, legend, lines, of_kinds, segments, theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_STEP = 4
_PARTLY = "part of the time"
_PERHAPS = "perhaps"
_REMARKS = {Held.CERTAIN: "", Held.PARTIAL: _PARTLY, Held.POSSIBLE: _PERHAPS}


class ActingTree:
    """The actors below those for whom they may have acted on some days, with their roles then.

    In a pipe, tabs separate the fields: the level, id, name, kind and role of an actor, the dates
    of its memberships as intervals in EDTF, and `certain`, `partial`, `possible` or
    `undated`.
    """

    def __init__(self, timeline: Timeline, tree: Sequence[Acting], days: Span) -> None:
        self._timeline = timeline
        self._tree = tree
        self._days = days

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        look = Look(self._timeline, console, options)
        if not look.on_terminal:
            for line in self._tree:
                yield Segment("\t".join(map(look.text, self._fields(line))))
                yield Segment.line()
            return
        for line, (lead, below) in zip(self._tree, _branches(self._tree, look), strict=True):
            if not line.level and line is not self._tree[0]:
                yield Segment.line()
            for content in lines(self._content(line, look), look.width - len(lead)):
                yield Segment(lead, theme.QUIET)
                yield from segments(content)
                yield Segment.line()
                lead = below
        signs = [*of_kinds(self._kinds, look)]
        if any(line.held is Held.PARTIAL for line in self._tree):
            meaning = "surely held on some of these days, perhaps not on all"
            signs.append(f"'{_PARTLY}' marks what {meaning}.")
        if any(line.held is Held.POSSIBLE for line in self._tree):
            signs.append(f"'{_PERHAPS}' marks what the dates do not settle.")
        if any(map(_is_undated, self._tree)):
            signs.append("Memberships without dates are shown for every day.")
        yield from legend(look, signs)

    @cached_property
    def _kinds(self) -> set[Kind | None]:
        return {self._timeline.actor(line.actor).kind for line in self._tree}

    def _fields(self, line: Acting) -> list[str]:
        actor = self._timeline.actor(line.actor)
        dates = (f"{one.since or '..'}/{one.until or '..'}" for one in line.memberships)
        return [
            str(line.level),
            actor.id,
            actor.name,
            str(actor.kind or ""),
            roles_at(actor, self._days),
            "; ".join(dates) if any(one.is_dated for one in line.memberships) else "",
            "undated" if _is_undated(line) else str(line.held),
        ]

    def _content(self, line: Acting, look: Look) -> list[Word]:
        actor = self._timeline.actor(line.actor)
        name = look.words(actor.name, theme.PLAIN if line.level else theme.TITLE)
        role = look.words(roles_at(actor, self._days), theme.QUIET)
        if role:
            name[-1] = name[-1]._replace(text=f"{name[-1].text},")
        when = "; ".join(one.when for one in line.memberships if one.is_dated)
        remarks = [_REMARKS[line.held], when, "listed above" if line.listed else ""]
        remark = ", ".join(filter(None, remarks))
        return [
            *(look.kind(actor, look.actor(actor.id)) if self._kinds != {None} else []),
            *name,
            *role,
            *look.words(f"({remark})" if remark else "", theme.HEADING),
        ]


def _is_undated(line: Acting) -> bool:
    """Return whether an actor is in the tree through memberships without dates."""
    return bool(line.memberships) and not any(one.is_dated for one in line.memberships)


def _branches(tree: Sequence[Acting], look: Look) -> list[tuple[str, str]]:
    """Return, for each line, what is drawn before it and before the lines that continue it."""
    glyphs = look.glyphs
    most = look.width // 2 // _STEP
    found: list[tuple[str, str]] = []
    # From the end: the levels that have another line further down.
    open_levels: set[int] = set()
    for line in reversed(tree):
        level = line.level
        open_levels = {one for one in open_levels if one <= level}
        trunks = [
            glyphs.trunk if one in open_levels else " " * _STEP
            for one in range(max(1, level - most), level)
        ]
        if level > most + 1:
            trunks[0] = glyphs.more
        passing = "".join(trunks)
        branch = glyphs.branch if level in open_levels else glyphs.last
        below = glyphs.trunk if level in open_levels else " " * _STEP
        found.append((passing + branch, passing + below) if level else ("", ""))
        open_levels.add(level)
    return found[::-1]
