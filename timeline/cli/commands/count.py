"""timeline count: the number of events by one or two facets."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Asked, Chosen, Engine, Master, asks
from timeline.text import visible

EXAMPLES = """Examples:

timeline count --by month 2022

timeline count --by year,tag actor:lavrov

In a pipe, the fields are separated by tabs, for use with cut; a unit of time without events has a \
line, too."""


if TYPE_CHECKING:
    from timeline.model import Facet


def _facets(text: str) -> "tuple[Facet, ...]":
    """Return the one or two facets in a text. Raises a usage error."""
    from timeline.model import Facet
    from timeline.text import listed

    known = [str(facet) for facet in Facet]
    names = [name.strip().lower() for name in text.split(",")]
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"cannot count by '{visible(name)}': choose {listed(known)}")
    if len(names) > 2 or len(set(names)) < len(names):
        raise typer.BadParameter("count by one facet, or by two different ones: year,tag")
    return tuple(map(Facet, names))


@asks
def command(
    asked: Asked,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="FACET",
            help="Count by year, month, quarter, decade, weekday, actor, tag, place, publisher or "
            "lag (from an event to its first source); or by two of them, in a table: year,tag.",
        ),
    ] = "year",
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            "-n",
            min=1,
            metavar="N",
            help="Keep the N values with the most events; of two facets, N columns.",
        ),
    ] = None,
    engine: Engine = None,
    master: Master = None,
) -> None:
    """Count events by time, actor, tag, place, publisher or lag"""
    from timeline.cli.opening import ask
    from timeline.cli.terminal import note, render
    from timeline.views import Bars, Crosstab

    facets = _facets(by)
    chosen = Chosen(engine, master)
    chosen.check()
    timeline, found = ask(asked, engine=chosen)
    if not found:
        return
    view = (
        Bars(timeline, found, facets[0], top)
        if len(facets) == 1
        else Crosstab(timeline, found, facets[0], facets[1], top)
    )
    render(view, asked.color, paged=not asked.no_pager)
    for label in view.left_out:
        note(f"left out: {label}")
