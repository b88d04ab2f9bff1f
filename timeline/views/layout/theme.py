"""How things look: styles in the terminal's own sixteen colours, and the glyphs that go with them.

A colour is never the only cue: what it tells stands in words or in a glyph as well.
"""

from typing import NamedTuple

from rich.style import Style

from timeline.chronology import Timeline
from timeline.dates.event_date import EventDate
from timeline.model import Actor, Kind
from timeline.views.layout.lines import UNLIMITED, Word

TITLE = Style(bold=True)
HEADING = Style(bold=True, color="blue")
DATE = Style(color="cyan")
PLACE = Style()
QUIET = Style(dim=True)
PLAIN = Style()
PEAK = Style(bold=True, color="yellow")
LINK = Style(underline=True)

_LONGEST_LINK = 2083
"""How many characters terminals allow an address that a text leads to."""

_PALETTE = tuple(
    Style(color=color) for color in ("cyan", "magenta", "green", "yellow", "blue", "red")
)


class Glyphs(NamedTuple):
    """Signs of one cell each: kinds of actors, doubts about a date, and what lines are drawn of.

    `levels` are the heights of a bar in one cell, the lowest first; `lengths` how far a bar fills
    its last cell, the shortest first; `shades` the densities of a cell, the lightest first; `marks`
    are the signs for few to many events in a cell of a lane.

    `axis`, `tick` and `grid` draw an axis of time; `surely` and `maybe` what lasts in a lane, with
    `begin` and `end` at its ends; `earlier` and `later` say that it goes on beyond, `ellipsis` that
    a name is cut, `omitted` that lines are left out.

    `first`, `branch`, `last`, `trunk` and `more` (than is drawn) draw a tree, four cells each;
    `here` marks what a view is about.
    """

    person: str
    organisation: str
    state: str
    approximate: str
    uncertain: str
    continuing: str
    rule: str
    pause: str
    dot: str
    bar: str
    levels: str
    lengths: str
    shades: str
    omitted: str
    first: str
    branch: str
    last: str
    trunk: str
    here: str
    more: str
    marks: str
    axis: str
    tick: str
    grid: str
    surely: str
    maybe: str
    begin: str
    end: str
    earlier: str
    later: str
    ellipsis: str

    def of_kind(self, kind: Kind | None) -> str:
        """Return the glyph of a kind of actor, a space for none."""
        return " " if kind is None else str(getattr(self, kind.name.lower()))

    def of_date(self, date: EventDate) -> str:
        """Return the glyph that says what is special about a date, a space where nothing is."""
        if date.uncertain:
            return self.uncertain
        if date.approximate:
            return self.approximate
        return self.continuing if date.ongoing else " "

    def meaning(self, glyph: str) -> str:
        """Return what a glyph of `of_kind` or `of_date` says, after the glyph itself."""
        name = next(name for name in _WITH_MEANING if getattr(self, name) == glyph)
        return f"{glyph} {name}"


_WITH_MEANING = (*(kind.name.lower() for kind in Kind), "approximate", "uncertain", "continuing")

UNICODE = Glyphs(
    person="○",
    organisation="□",
    state="◇",
    approximate="≈",
    uncertain="?",
    continuing="→",
    rule="─",
    pause="┄",
    dot="·",
    bar="█",
    levels="▁▂▃▄▅▆▇█",
    lengths="▏▎▍▌▋▊▉█",
    shades="░▒▓█",
    omitted="…",
    first="┌── ",
    branch="├── ",
    last="└── ",
    trunk="│   ",
    here="●",
    more="…   ",
    marks="▁▂▃▄▅▆▇",
    axis="─",
    tick="┬",
    grid="┊",
    surely="━",
    maybe="┄",
    begin="┣",
    end="┫",
    earlier="◀",
    later="▶",
    ellipsis="…",
)
ASCII = Glyphs(
    person="o",
    organisation="=",
    state="*",
    approximate="~",
    uncertain="?",
    continuing=">",
    rule="-",
    pause="-",
    dot="|",
    bar="#",
    levels="_.:-=+*#",
    lengths="#",
    shades=".:*#",
    omitted="...",
    first=",-- ",
    branch="|-- ",
    last="`-- ",
    trunk="|   ",
    here="@",
    more="... ",
    marks=".:ox%@#",
    axis="-",
    tick="+",
    grid="|",
    surely="=",
    maybe="-",
    begin="[",
    end="]",
    earlier="<",
    later=">",
    ellipsis="~",
)


def linked(address: str) -> Style | None:
    """Return the style of a text that leads to an address; None where it is too long for that."""
    from string import ascii_letters, digits, punctuation
    from urllib.parse import quote

    # Nothing but printable ASCII may stand in the codes of a terminal.
    encoded = quote(address, safe=ascii_letters + digits + punctuation, errors="replace")
    return LINK.update_link(encoded) if len(encoded) <= _LONGEST_LINK else None


def sign_of(count: int, most: int, signs: str) -> str:
    """Return the sign for a count above zero among signs for few to many; the last for the most."""
    return signs[-(-min(count, most) * len(signs) // most) - 1]


class Theme:
    """The look of one chronology on one terminal: its glyphs, and who has which colour."""

    def __init__(self, timeline: Timeline, *, ascii_only: bool) -> None:
        self.glyphs = ASCII if ascii_only else UNICODE
        self._timeline = timeline

    def tag(self, identifier: str) -> Style:
        """Return the style of a tag: the colour of its registry, else one of the palette."""
        color = self._timeline.tag(identifier).color
        return Style(color=str(color)) if color else self._of_palette("tag", identifier)

    def actor(self, identifier: str) -> Style:
        """Return the style of an actor, one of the palette."""
        return self._of_palette("actor", identifier)

    def kind(self, actor: Actor, width: int) -> list[Word]:
        """Return the glyph of an actor's kind in the actor's colour; nothing off a terminal."""
        if width >= UNLIMITED:
            return []
        return [Word(self.glyphs.of_kind(actor.kind), self.actor(actor.id))]

    def _of_palette(self, kind: str, identifier: str) -> Style:
        # The registry's order, then that of the other names: the colour stays while names do.
        return _PALETTE[self._timeline.rank(kind, identifier) % len(_PALETTE)]
