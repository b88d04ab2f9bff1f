"""timeline actors: the actors of a chronology."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Asked, Chosen, Engine, Master, NameLimit, asks

if TYPE_CHECKING:
    from timeline.dates import Period

EXAMPLES = """Examples:

timeline actors 2022 tag:arms-control

timeline actors russia --on 2014-03-18

In a pipe, the fields are separated by tabs, for use with cut: EVENTS, ID, NAME, KIND, ROLE, FIRST \
and LAST date. With --on: LEVEL, ID, NAME, KIND, ROLE, the dates of the MEMBERSHIP, and certain, \
partial, possible or undated."""


@asks
def command(
    asked: Asked,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            show_default=False,
            help="Show who acted for whom on DATE, as a tree. WORDS name the actor at its top.",
        ),
    ] = None,
    limit: NameLimit = None,
    engine: Engine = None,
    master: Master = None,
) -> None:
    """List the actors, with event counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import render
    from timeline.views import ActorRegister

    chosen = Chosen(engine, master)
    chosen.check()
    if on is not None:
        if chosen.engine:
            raise typer.BadParameter("--on is not for an engine")
        _show_tree(asked, on, limit)
        return
    timeline, found = ask(asked, engine=chosen)
    render(ActorRegister(timeline, found, limit), asked.color, paged=not asked.no_pager)


def _show_tree(asked: Asked, on: str, limit: int | None) -> None:
    from timeline.analysis import who_acted
    from timeline.cli.opening import open_files, today
    from timeline.cli.terminal import note, render
    from timeline.dates import NO_END, NO_START
    from timeline.search import find_actors, typed_period
    from timeline.text import visible
    from timeline.views import ActingTree

    if asked.options() or asked.certain or limit is not None:
        raise typer.BadParameter("--on takes only the name of an actor")
    timeline = open_files(asked.file)
    period = typed_period(timeline.index, on, today())
    first, last = period.first, period.last
    days = first.ordinal if first else NO_START, last.ordinal if last else NO_END
    name = " ".join(asked.words or [])
    tops = find_actors(timeline.index, name) if name else []
    tree = list(who_acted(timeline.index, days, tops))
    if any(line.level for line in tree):
        render(ActingTree(timeline, tree, days), asked.color, paged=not asked.no_pager)
    else:
        whom = f" for {visible(timeline.actor(tops[0]).name)}" if tops else ""
        note(f"nobody acted{whom} {_when(on, period)}")


def _when(on: str, period: "Period") -> str:
    """Return a period, as it was typed, after a preposition."""
    from timeline.text import visible

    if on.strip().casefold() in ("today", "yesterday", "tomorrow"):
        return on.strip().casefold()
    if period.first and period.first == period.last:
        return f"on {visible(on)}"
    return f"{'during' if on.strip().startswith('@') else 'in'} {visible(on)}"
