"""The program: its commands, and what becomes of errors."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from timeline.cli.options import Asked
from timeline.cli.terminal.output import close_output, complain, has_written, note
from timeline.errors import DamagedIndexError, DataError, TimelineError
from timeline.text import visible

_CONTENTS = {
    "Read": ("list", "show", "on"),
    "Who and what": ("actors", "tags"),
    "Look at its shape": ("chart", "count", "gaps", "chain"),
    "Publish": ("export",),
    "Keep in order": ("check",),
    "Learn more": ("help",),
}

_PANELS = {command: panel for panel, commands in _CONTENTS.items() for command in commands}

COMMANDS = tuple(_PANELS)
"""The commands, in the order of the help; each is a module of this package."""

# Which Click Typer is built on differs: what all its usage errors are is asked of one.
_CLICK_ERROR: Any = typer.BadParameter.__mro__[2]

_EXAMPLES = """Examples:

timeline list 2022 actor:lavrov -tag:war

timeline show crimea-annexation

timeline export --actor lavrov -o lavrov.md"""


def make_app(commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the program with these commands, each to be named; a single one is the program."""
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
        module = import_module(f"timeline.cli.commands.{name}")
        add = app.command(name=name, epilog=module.EXAMPLES, rich_help_panel=_PANELS[name])
        add(module.command)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"timeline {version('timeline-explorer')}")
        raise typer.Exit


def _install_completion(wanted: bool) -> None:
    if wanted:
        from timeline.cli.completion.shells import install

        install()
        raise typer.Exit


def _show_completion(wanted: bool) -> None:
    if wanted:
        from timeline.cli.completion.shells import show

        show()
        raise typer.Exit


def _timeline(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            callback=_install_completion,
            is_eager=True,
            help="Let this shell complete names of your file, dates and options with Tab.",
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            callback=_show_completion,
            is_eager=True,
            help="Print the script for that, to be installed by hand.",
        ),
    ] = False,
) -> None:
    """Question, read and publish a chronology of dated, sourced events."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help().rstrip())


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; return the exit code."""
    if "_TIMELINE_COMPLETE" in os.environ:
        from timeline.cli.completion.shells import answer

        return answer()
    if sys.stdout is None:
        complain("cannot write to standard output: it is closed")
        return 2
    words = [_excluding(one) for one in arguments]
    try:
        try:
            return _run(words)
        except DamagedIndexError:
            if has_written():
                raise
            # The damaged index is gone: the second time it is built anew.
            return _run(words)
    except DataError as error:
        # The problems of a file say themselves where they stand.
        note(str(error))
        return error.exit_code
    except TimelineError as error:
        complain(str(error))
        return error.exit_code
    except OSError as error:
        complain(f"cannot write to standard output: {error.strerror or error}")
        return 2
    except SystemExit as error:
        # Typer leaves with 1 where nobody reads its help any more; that is no fault.
        return 0 if error.code == 1 else int(error.code or 0)
    except Exception as error:
        if isinstance(error, _CLICK_ERROR):
            complain(f"{error.format_message()}\n{_see_help(words)}")
            return 2
        if sys.flags.dev_mode:
            raise
        # Whatever it is, a person gets a line and not a traceback.
        complain(f"this should not happen: {type(error).__name__}: {visible(str(error))}")
        return 2


def _run(words: Sequence[str]) -> int:
    if words[:1] == ["help"] and len(words) > 1 and words[1] in COMMANDS:
        words = [words[1], "--help"]
    # Each command costs time to set up: the others are only needed for help and for mistakes.
    if words and words[0] in COMMANDS:
        app, name, words = make_app(words[:1]), f"timeline {words[0]}", words[1:]
    else:
        app, name = make_app(), "timeline"
    code = app(words, standalone_mode=False, prog_name=name)
    close_output()
    return code if isinstance(code, int) else 0


def _excluding(argument: str) -> str:
    """Return an argument so that `-field:` and `-2022` are not taken for options."""
    if argument[:1] != "-":
        return argument
    if argument[1:2].isdecimal():
        # No option begins with a digit, and a space in front is no part of a word.
        return f" {argument}"
    field, colon, _ = argument[1:].partition(":")
    return f"not:{argument[1:]}" if colon and field.lower() in Asked._fields else argument


def _see_help(words: Sequence[str]) -> str:
    command = f" {words[0]}" if words and words[0] in COMMANDS else ""
    return f"see 'timeline{command} --help'"
