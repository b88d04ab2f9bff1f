"""Signs of one cell each, and lines made of them, in Unicode and in ASCII."""

from typing import NamedTuple

from timeline.dates import EventDate
from timeline.model import Kind


class Glyphs(NamedTuple):
    """Signs of one cell each: kinds of actors, doubts about a date, and parts of lines.

    `levels` are the heights of a bar in one cell, the lowest first; `lengths` how far a bar fills
    its last cell, the shortest first; `shades` the densities of a cell, the lightest first; `marks`
    are the signs for few to many events in a cell of a lane.

    `axis`, `tick` and `grid` draw the time axis. `surely` and `maybe` draw an interval in a lane,
    with `begin` and `end` at its ends; `earlier` and `later` mean that it extends beyond the axis.
    `ellipsis` means that a name is cut, and `omitted` that lines are left out.

    `first`, `branch`, `last`, `trunk` and `more` draw a tree, four cells each; `more` stands for
    branches that are not drawn. `here` marks the event that a view is about.
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
        """Return the glyph of a kind of actor, a space if there is none."""
        return " " if kind is None else str(getattr(self, kind.name.lower()))

    def of_date(self, date: EventDate) -> str:
        """Return the glyph for a doubtful or ongoing date, a space for any other date."""
        if date.uncertain:
            return self.uncertain
        if date.approximate:
            return self.approximate
        return self.continuing if date.ongoing else " "


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


def sign_of(count: int, most: int, signs: str) -> str:
    """Return the sign for a count above zero; `signs` are for few to many, the last for `most`."""
    return signs[-(-min(count, most) * len(signs) // most) - 1]
