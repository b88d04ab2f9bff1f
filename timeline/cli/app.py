"""The program: its commands, and what becomes of errors."""

import re
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.characters import visible
from timeline.cli import actors, check, export, list, show, tags
from timeline.cli.output import close_output, complain
from timeline.errors import TimelineError
from timeline.query import Field

_EXCLUDING = re.compile(rf"-((?:{'|'.join(Field)}):.*)", re.DOTALL | re.IGNORECASE)

_EXAMPLES = """Examples:

timeline list 2022 actor:lavrov -tag:war

timeline show crimea-annexation

timeline export --actor lavrov -o lavrov.md"""

app = typer.Typer(
    name="timeline",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EXAMPLES,
)
for _module in (list, show, actors, tags, export, check):
    app.command(name=_module.__name__.rpartition(".")[2], epilog=_module.EXAMPLES)(_module.command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"timeline {version('timeline-explorer')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _timeline(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Question, read and publish a chronology of dated, sourced events."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help().rstrip())


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; return the exit code."""
    try:
        code = app(
            [_excluding(one) for one in arguments], standalone_mode=False, prog_name="timeline"
        )
        close_output()
        return code if isinstance(code, int) else 0
    except TimelineError as error:
        complain(str(error))
        return error.exit_code
    except typer.Abort:
        return 130
    except Exception as error:
        if isinstance(error, typer.BadParameter.__mro__[2]):
            _show_usage_error(error)
            return 2
        if sys.flags.dev_mode:
            raise
        # Whatever it is, a person gets a line and not a traceback.
        complain(f"this should not happen: {type(error).__name__}: {visible(str(error))}")
        return 2


def _excluding(argument: str) -> str:
    """Return an argument with `-field:` spelt out, which would be taken for options."""
    found = _EXCLUDING.fullmatch(argument)
    return f"not:{found[1]}" if found else argument


def _show_usage_error(error: Exception) -> None:
    from typer import rich_utils

    rich_utils.rich_format_error(error)  # type: ignore[arg-type]
