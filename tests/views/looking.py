"""How a view looks in a terminal and in a pipe."""

from io import StringIO
from typing import TYPE_CHECKING, Protocol

from rich.console import Console

from timeline import Timeline
from timeline.cli.terminal import rendered
from timeline.readers import ChosenFile

if TYPE_CHECKING:
    from timeline.cli.terminal.output import View

HARD = """
title: Hard cases
tags:
  war: {description: Armed conflict, color: red}
actors:
  zhou: {name: 周恩来, kind: person, role: 总理}
  francois: {name: François Mitterrand, kind: person}
events:
  - date: 2014-03-18
    title: 中华人民共和国和法兰西共和国建立外交关系的联合公报在北京和巴黎同时发表
    actors: [zhou, francois]
    tags: [war, peace]
  - date: 2014~
    title: "e\\u0301tat des lieux"
    summary: "First paragraph.\\n\\nSecond paragraph."
  - {date: 201X, title: Some time in the decade}
  - date: 2014-02-24/..
    title: Something that goes on to this day and has a title that is too long for one line
  - {date: 2014-03-18T14:30+03:00, title: At half past two, places: [Москва]}
  - date: ../1999
    title: Ended
    tags: a-theme-with-a-name-that-is-a-good-deal-longer-than-a-narrow-line-has-room-for
  - {date: -0043-03-15, title: The Ides of March}
"""


class Named(Timeline):
    """A chronology that was read from a file with a name that does not change."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline.index, [ChosenFile("events.yaml", "events.yaml")])


def terminal(width: int, *, colour: bool) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        _environ={},
    )


def look(view: "View", console: Console) -> str:
    return "".join(rendered(view, console))


PIPE = Console(file=StringIO(), force_terminal=False, color_system=None, _environ={})


class ExpectLook(Protocol):
    """Compare how a view looks with the files that have this name, see `conftest.py`."""

    def __call__(self, name: str, view: "View", width: int, *, colour: bool = False) -> None: ...
