"""Running the program: finding the command, and reporting errors."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import typer

from timeline.cli.app import COMMANDS, make_app
from timeline.cli.options import FILE_OPTIONS, Asked, leading_files
from timeline.cli.terminal import close_output, complain, has_written, note
from timeline.errors import DamagedIndexError, DataError, TimelineError
from timeline.readers import ENDINGS
from timeline.text import visible

# Later releases of Typer contain their own copy of Click, so the base class of usage errors is
# looked up on one of them.
_CLICK_ERROR: Any = typer.BadParameter.__mro__[2]

# Commands that read no file with `-f`, or also take files as words.
_WITHOUT_F = ("diff", "help", "init", "merge-driver", "schema")


def run(arguments: Sequence[str]) -> int:
    """Run the command in the arguments; return the exit code."""
    if "_TIMELINE_COMPLETE" in os.environ:
        from timeline.cli.completion import answer

        return answer()
    if sys.stdout is None:
        complain("cannot write to standard output: it is closed")
        return 2
    words = [_excluding(one) for one in arguments]
    if any(word.startswith(("--format", "--input-format")) for word in words):
        from timeline.cli.options import with_format_names

        words = with_format_names(words)
    if "--beside" in words:
        from timeline.cli.options import with_each_beside

        words = with_each_beside(words)
    try:
        try:
            return _run(words)
        except DamagedIndexError:
            if has_written():
                raise
            # The damaged index has been deleted, and the second run builds a new one.
            return _run(words)
    except DataError as error:
        # A problem in a file already starts with its place, so it gets no prefix.
        from timeline.cli.terminal import problems_on

        note(problems_on(error))
        return error.exit_code
    except TimelineError as error:
        complain(str(error))
        return error.exit_code
    except OSError as error:
        complain(f"cannot write to standard output: {error.strerror or error}")
        return 2
    except SystemExit as error:
        # Typer exits with 1 if the pipe of its help is closed, which is not an error.
        return 0 if error.code == 1 else int(error.code or 0)
    except Exception as error:
        if isinstance(error, _CLICK_ERROR):
            # Errors that are not about one parameter are printed without "Invalid value".
            is_bare = isinstance(error, typer.BadParameter) and error.param is None
            message = error.message if is_bare else error.format_message()
            # Early releases of Typer name an environment variable that does not exist, and releases
            # of Click differ in the plural.
            message = message.replace(" (env var: 'None')", "")
            message = re.sub(
                r"Got unexpected extra arguments?(?:\(s\))?", "unexpected argument", message
            )
            complain("\n".join([message, *_advice(words, error), _see_help(words)]))
            return 2
        if sys.flags.dev_mode:
            raise
        # Users get one line, not a traceback.
        complain(f"internal error: {type(error).__name__}: {visible(str(error))}")
        return 2


def _run(words: Sequence[str]) -> int:
    files, words = leading_files(words)
    if words[:1] == ["help"]:
        # Help reads no files.
        files = []
        if len(words) > 1 and words[1] in COMMANDS:
            words = [words[1], "--help"]
    # Each command takes time to set up; the others are only needed for help and for errors.
    if words and words[0] in COMMANDS:
        app, name, words = make_app(words[:1]), f"timeline {words[0]}", [*files, *words[1:]]
    else:
        app, name, words = make_app(), "timeline", [*files, *words]
    code = app(words, standalone_mode=False, prog_name=name)
    close_output()
    return code if isinstance(code, int) else 0


def _excluding(argument: str) -> str:
    """Return an argument in a form in which it is not parsed as options.

    `-field:`, `-2022`, `-(`, `-?` and `-"` begin terms of a question.
    """
    if argument[:1] != "-":
        return argument
    if argument[1:2] in ("(", "?", '"'):
        return f"not:{argument[1:]}"
    if argument[1:2].isdecimal():
        # No option begins with a digit, and a leading space is not part of a word.
        return f" {argument}"
    field, colon, _ = argument[1:].partition(":")
    return f"not:{argument[1:]}" if colon and _is_field(field) else argument


def _is_field(name: str) -> bool:
    return name.lower().replace("-", "_") in Asked._fields


def _advice(words: Sequence[str], error: Any) -> Iterator[str]:
    """Yield advice for files without `-f`, and for words after a minus, which look like options."""
    _, rest = leading_files(words)
    takes_f = not rest or rest[0] not in _WITHOUT_F
    options = _options_with_values(error)
    for before, word in pairwise(["", *words]):
        if word[:1] == "-":
            if word[1:].isalpha() and len(word) > 2:
                yield f"to exclude a word, write 'not:{word[1:]}'"
        elif takes_f and word.endswith(ENDINGS) and before not in options:
            yield f"to read a file, put -f before it: -f {visible(word)}"


def _options_with_values(error: Any) -> set[str]:
    """Return the names of the options of the command that take a value."""
    command = getattr(getattr(error, "ctx", None), "command", None)
    found = set(FILE_OPTIONS)
    for parameter in getattr(command, "params", ()):
        if not getattr(parameter, "is_flag", False):
            found.update(parameter.opts)
    return found


def _see_help(words: Sequence[str]) -> str:
    _, words = leading_files(words)
    command = f" {words[0]}" if words and words[0] in COMMANDS else ""
    return f"see 'timeline{command} --help'"
