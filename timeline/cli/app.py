"""The Typer application: the commands and the options of the program itself."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from timeline.cli.options import Files

_CONTENTS = {
    "Events": ("list", "explore", "show", "on", "open"),
    "Names": ("actors", "tags", "places", "sources"),
    "Overview": ("chart", "count", "gaps", "chain", "questions"),
    "Publishing": ("export",),
    "Editing": ("init", "add", "edit", "set", "remove", "rename", "sort", "format"),
    "Maintenance": ("check", "diff", "log", "merge-driver", "schema"),
    "Manual": ("help",),
}

_PANELS = {command: panel for panel, commands in _CONTENTS.items() for command in commands}

COMMANDS = tuple(_PANELS)
"""The commands, in the order of the help.

Each is a module of `timeline.cli.commands`, with `_` in its name for `-`.
"""

_EXAMPLES = """Examples:

timeline list 2022 actor:lavrov -tag:war

timeline show crimea-annexation

timeline export --actor lavrov -o lavrov.md"""


def make_app(commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the application with these commands. With one command, it has no subcommands."""
    app = typer.Typer(
        name="timeline",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=_EXAMPLES,
    )
    if len(commands) > 1:
        app.callback(invoke_without_command=True)(_timeline)
    for name in commands:
        module = import_module(f"timeline.cli.commands.{name.replace('-', '_')}")
        add = app.command(name=name, epilog=module.EXAMPLES, rich_help_panel=_PANELS[name])
        add(module.command)
    return app


def _timeline(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and exit.")
    ] = False,
    file: Files = None,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            help="Install Tab completion for this shell (bash, zsh or fish) and exit.",
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            help="Print the completion script for this shell and exit.",
        ),
    ] = False,
) -> None:
    """Question, read and publish a chronology of dated, sourced events."""
    # None of these is eager: `--help` takes precedence, wherever it is.
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"timeline {version_of('timeline-explorer')}")
        raise typer.Exit
    if install_completion or show_completion:
        from timeline.cli.completion import install, show

        if context.invoked_subcommand is not None:
            # Arguments after the command, such as `--help`, have not been parsed yet.
            raise typer.BadParameter("completion is installed or shown without a command")
        if show_completion:
            show()
        else:
            install()
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help().rstrip())
