"""The options that commands share, each named once."""

import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

if TYPE_CHECKING:
    from timeline.model import Facet
    from timeline.query.terms import Field


class Color(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_Terms = partial(typer.Option, metavar="TERM", rich_help_panel="Question", show_default=False)

Files = Annotated[
    list[str] | None,
    typer.Option(
        "--file",
        "-f",
        metavar="FILE",
        show_default=False,
        help="Read this file (- is standard input), or the YAML files in this folder and its subfolders; "
        "may repeat, and the files are merged. \\[default: $TIMELINE_FILE, else events.yaml here, "
        "else the bundled chronology]",
    ),
]
Colors = Annotated[Color, typer.Option("--color", help="When to colour the output.")]
NoPager = Annotated[
    bool, typer.Option("--no-pager", help="Write to the terminal even what is longer than it.")
]
GroupBy = Annotated[
    Literal["decade", "year", "quarter", "month", "actor", "tag", "none"],
    typer.Option("--group-by", help="Group events under headings by this."),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Put the latest first.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", min=0, metavar="N", help="Keep the first N events, as sorted."),
]

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        show_default=False,
        help="The question: periods (2022, 2014-03, 2014..2016), field:name, words to search for. "
        "A space narrows, a comma widens, -field:name excludes.",
    ),
]


class Asked(NamedTuple):
    """A question as the command line puts it: words, options, and the files it goes to."""

    words: Words = None
    year: Annotated[
        list[str] | None, _Terms("--year", help="In this period: 2022, 2014-03, 'march 2014'.")
    ] = None
    since: Annotated[
        list[str] | None,
        _Terms("--since", help="Not over before: a period, 'last 6 months', @EVENT, @EVENT-30d."),
    ] = None
    until: Annotated[list[str] | None, _Terms("--until", help="Begun by the end of it.")] = None
    actor: Annotated[
        list[str] | None,
        _Terms("--actor", help="Who acts, or someone acting for them; =NAME for nobody else."),
    ] = None
    tag: Annotated[list[str] | None, _Terms("--tag", help="About this theme.")] = None
    place: Annotated[list[str] | None, _Terms("--place", help="At a place with this name.")] = None
    source: Annotated[
        list[str] | None, _Terms("--source", help="From a publisher with this name.")
    ] = None
    id: Annotated[list[str] | None, _Terms("--id", help="The event with this id.")] = None
    certain: Annotated[
        bool,
        typer.Option(
            "--certain",
            rich_help_panel="Question",
            help="Only what surely lies within the period, not what may.",
        ),
    ] = False
    file: Files = None
    color: Colors = Color.AUTO
    no_pager: NoPager = False

    def options(self) -> list[tuple["Field", str]]:
        """Return the terms that were given as options, in the order of the fields."""
        from timeline.query.terms import FIELDS

        return [
            (field, value) for name, field in FIELDS.items() for value in getattr(self, name) or ()
        ]


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command whose first parameter is an `Asked` the options that make one.

    Its own arguments stand before the words of the question.
    """
    own = inspect.signature(command, eval_str=True)
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=Asked._field_defaults[name],
            annotation=Asked.__annotations__[name],
        )
        for name in Asked._fields
    ]
    _, *others = own.parameters.values()
    kept = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in others]
    arguments = [one for one in kept if _is_argument(one)]

    def asking(**given: Any) -> None:
        command(Asked(**{name: given.pop(name) for name in Asked._fields}), **given)

    words, *asked = shared
    options = [one for one in kept if one not in arguments]
    parameters = [*arguments, words, *options, *asked]
    asking.__doc__ = command.__doc__
    asking.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    asking.__annotations__ = {one.name: one.annotation for one in parameters}
    return asking


def _is_argument(parameter: inspect.Parameter) -> bool:
    kind = type(typer.Argument())
    return any(isinstance(one, kind) for one in getattr(parameter.annotation, "__metadata__", ()))


def facet_of(group_by: str) -> "Facet | None":
    """Return what a value of `--group-by` groups by, None for `none`."""
    from timeline.model import Facet

    return None if group_by == "none" else Facet(group_by)
