"""The options that commands share."""

import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

if TYPE_CHECKING:
    from timeline.model import Facet
    from timeline.query import Field


class Color(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


FILE_OPTIONS = ("--file", "-f")

_Term = partial(typer.Option, rich_help_panel="Question", show_default=False)

Files = Annotated[
    list[str] | None,
    typer.Option(
        *FILE_OPTIONS,
        metavar="FILE",
        show_default=False,
        help="Read FILE, or every file that can be read in a folder and below; - is standard "
        "input. Repeat it to merge several. \\[default: $TIMELINE_FILE, else ./events.yaml, else "
        "the bundled chronology]",
    ),
]
Colors = Annotated[Color, typer.Option("--color", help="When to use colour.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Do not pipe long output into a pager.")]
GroupBy = Annotated[
    Literal["decade", "year", "quarter", "month", "actor", "tag", "lag", "none"],
    typer.Option("--group-by", help="What to group events by."),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Put the latest event first.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=0, metavar="N", help="Show only the first N events."),
]
NameLimit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=0, metavar="N", help="List only the first N names."),
]

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        show_default=False,
        help="The question: periods (2022, 2014-03, 2014..2016), field:value and words to search "
        "for. A space narrows, a comma widens, a minus excludes: "
        "2022 actor:lavrov,blinken -tag:war. 'or' and brackets join terms: "
        "'(actor:lavrov or tag:war)'; ?name is a saved question",
    ),
]
EventWords = Annotated[
    list[str],
    typer.Argument(
        metavar="EVENT",
        help="The event: its id, the start of its id, or words from its title.",
    ),
]


class Asked(NamedTuple):
    """A question on the command line: words, options and files."""

    words: Words = None
    year: Annotated[
        list[str] | None,
        _Term("--year", metavar="PERIOD", help="Events in PERIOD: 2022, 2014-03, 'march 2014'."),
    ] = None
    since: Annotated[
        list[str] | None,
        _Term(
            "--since",
            metavar="PERIOD",
            help="Events in PERIOD or later: 2014, 'last 6 months', @EVENT, @EVENT-30d.",
        ),
    ] = None
    until: Annotated[
        list[str] | None,
        _Term("--until", metavar="PERIOD", help="Events in PERIOD or earlier."),
    ] = None
    during: Annotated[
        list[str] | None,
        _Term(
            "--during",
            metavar="PERIOD",
            help="Events that may lie wholly inside PERIOD, or inside the time of @EVENT.",
        ),
    ] = None
    near: Annotated[
        list[str] | None,
        _Term(
            "--near",
            metavar="PERIOD",
            help="Events within 30 days of PERIOD or @EVENT; @EVENT~2w for another distance.",
        ),
    ] = None
    between: Annotated[
        list[str] | None,
        _Term(
            "--between",
            metavar="RANGE",
            help="Events between two others, or periods: @EVENT..@EVENT, 2014..@EVENT.",
        ),
    ] = None
    actor: Annotated[
        list[str] | None,
        _Term(
            "--actor",
            metavar="NAME",
            help="Events with this actor or anyone acting for it; =NAME for the actor alone.",
        ),
    ] = None
    tag: Annotated[
        list[str] | None, _Term("--tag", metavar="TAG", help="Events with this tag.")
    ] = None
    place: Annotated[
        list[str] | None, _Term("--place", metavar="PLACE", help="Events at this place.")
    ] = None
    source: Annotated[
        list[str] | None,
        _Term("--source", metavar="NAME", help="Events with a source from this publisher."),
    ] = None
    known_by: Annotated[
        list[str] | None,
        _Term(
            "--known-by",
            metavar="PERIOD",
            help="Events that a source dated in PERIOD or earlier states: 2014-04, @EVENT+6m.",
        ),
    ] = None
    id: Annotated[
        list[str] | None,
        _Term("--id", metavar="ID", help="The event with this id, or an id that begins with it."),
    ] = None
    certain: Annotated[
        bool,
        typer.Option(
            "--certain",
            rich_help_panel="Question",
            help="Only what is certain: events within the period, and memberships at their date.",
        ),
    ] = False
    file: Files = None
    color: Colors = Color.AUTO
    no_pager: NoPager = False

    def options(self) -> list[tuple["Field", str]]:
        """Return the terms given as options, in the order of the fields."""
        from timeline.query import FIELDS

        return [
            (field, value)
            for name, field in FIELDS.items()
            for value in getattr(self, name.replace("-", "_")) or ()
        ]


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a question to a command whose first parameter is an `Asked`.

    Its own arguments come before the words of the question.
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
    keyword_only = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in others]
    arguments = [one for one in keyword_only if _is_argument(one)]

    def asking(**given: Any) -> None:
        command(Asked(**{name: given.pop(name) for name in Asked._fields}), **given)

    words, *asked = shared
    options = [one for one in keyword_only if one not in arguments]
    parameters = [*arguments, words, *options, *asked]
    asking.__doc__ = command.__doc__
    asking.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
    asking.__annotations__ = {one.name: one.annotation for one in parameters}
    return asking


def _is_argument(parameter: inspect.Parameter) -> bool:
    kind = type(typer.Argument())
    return any(isinstance(one, kind) for one in getattr(parameter.annotation, "__metadata__", ()))


def facet_of(group_by: str) -> "Facet | None":
    """Return the facet for a value of `--group-by`, None for `none`."""
    from timeline.model import Facet

    return None if group_by == "none" else Facet(group_by)


def leading_files(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the `--file` options before a command, unchanged, and the other words."""
    long, short = FILE_OPTIONS
    at = 0
    while at < len(words):
        if words[at] in FILE_OPTIONS:
            size = 2
        elif words[at].startswith((f"{long}=", short)):
            size = 1
        else:
            break
        if at + size > len(words):
            break
        at += size
    return list(words[:at]), list(words[at:])
