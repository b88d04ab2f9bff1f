"""Candidates for the last word of a command line: commands, options and their values."""

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

import typer

from timeline.chronology import at_hand
from timeline.cli.options import FILE_OPTIONS, leading_files
from timeline.errors import TimelineError
from timeline.model import Facet
from timeline.query import FIELDS, Field
from timeline.search import Candidate, after, candidates, value_candidates, word_candidates

MOST_READ = 1_000_000
"""The maximum total size of files to read, in bytes. Above it, only an existing index is used."""

_FILES = ("file", "compare", "output", "into", "versions", "path")
_EVENTS = ("event", "events")


class Answer(NamedTuple):
    """The candidates for a word. If `is_file`, it is a file name, which the shell completes."""

    candidates: Sequence[Candidate] = ()
    is_file: bool = False


def complete(words: Sequence[str], typed: str) -> Answer:
    """Return the candidates for the last word, which is `typed` so far, after `words`."""
    from timeline.cli.app import COMMANDS, make_app

    files, words = leading_files(words)
    if not words:
        program: Any = typer.main.get_command(make_app())
        if typed.startswith("--file="):
            return Answer(is_file=True)
        if typed.startswith("-"):
            return Answer(_options(program, typed))
        commands = [Candidate(name, one.help or "") for name, one in program.commands.items()]
        return Answer([one for one in commands if one.value.startswith(typed)])
    if words[0] in FILE_OPTIONS:
        return Answer(is_file=True)
    if words[0] not in COMMANDS:
        return Answer()
    return _Line(typer.main.get_command(make_app(words[:1])), [*files, *words[1:]]).answer(typed)


class _Line:
    """The words after a command: the parameter that the next word is for, and the files."""

    def __init__(self, command: Any, words: Sequence[str]) -> None:
        self._command = command
        parameters = {
            kind: [one for one in command.params if one.param_type_name == kind]
            for kind in ("argument", "option")
        }
        self._arguments = parameters["argument"]
        self._named = {name: one for one in parameters["option"] for name in one.opts}
        self._files: list[str] = []
        self._given: set[str] = set()
        self._pending: Any = None
        self._only_arguments = False
        self._passed = 0
        for word in words:
            self._pass(word)

    def _pass(self, word: str) -> None:
        name, equals, value = word.partition("=")
        if self._pending is not None:
            self._give(self._pending, word)
            self._pending = None
        elif word == "--" and not self._only_arguments:
            self._only_arguments = True
        elif self._only_arguments or not word.startswith("-"):
            self._passed += 1
        elif (option := self._named.get(name)) is not None:
            if equals:
                self._give(option, value)
            elif not option.is_flag:
                self._pending = option
        elif (option := self._named.get(word[:2])) is not None:
            self._give(option, word[2:])
        else:
            # A word of the question, with a minus to exclude it.
            self._passed += 1

    def _give(self, option: Any, value: str) -> None:
        self._given.add(option.name)
        if option.name == "file":
            self._files.append(os.path.expanduser(value))  # noqa: PTH111 - as a shell does

    def answer(self, typed: str) -> Answer:
        """Return the candidates for the last word."""
        if self._pending is not None:
            return self._values(self._pending, typed)
        if not self._only_arguments:
            name, equals, value = typed.partition("=")
            if equals and (option := self._named.get(name)) is not None:
                found = self._values(option, value)
                return found._replace(candidates=after(f"{name}=", found.candidates))
            asks = any(one.name == "words" for one in self._arguments)
            if typed.startswith("--") or typed == "-" or (typed.startswith("-") and not asks):
                return Answer(_options(self._command, typed))
        if self._passed < len(self._arguments):
            return self._values(self._arguments[self._passed], typed)
        last = self._arguments[-1] if self._arguments else None
        # An id is a single word; later words are words of a title.
        if last is not None and last.nargs == -1 and last.name != "event":
            return self._values(last, typed)
        return Answer()

    def _values(self, parameter: Any, typed: str) -> Answer:
        if choices := getattr(parameter.type, "choices", None):
            return Answer([Candidate(str(one)) for one in choices if str(one).startswith(typed)])
        if parameter.name in _FILES:
            return Answer(is_file=True)
        if parameter.name == "by":
            return Answer(_facets(typed))
        if parameter.name == "words" and "on" in self._given:
            return Answer(self._asked(Field.ACTOR, typed))
        if parameter.name in ("words", "beside"):
            about = {name: _about(self._named[f"--{name}"]) for name in FIELDS}
            return Answer(word_candidates(typed, self._asked, about))
        field = FIELDS.get(parameter.name.replace("_", "-"))
        if parameter.param_type_name == "option" and field is not None:
            return Answer(value_candidates(field, typed, self._asked))
        if parameter.name == "topic":
            return _topics(typed)
        if parameter.name in _EVENTS:
            return Answer(self._asked(Field.ID, typed))
        return Answer()

    def _asked(self, field: Field, typed: str) -> Sequence[Candidate]:
        try:
            index = at_hand(self._files, MOST_READ)
        except (TimelineError, OSError):
            index = None
        return () if index is None else candidates(index, field, typed)


def _facets(typed: str) -> list[Candidate]:
    """Return the facets that events can be counted by, or the second of two."""
    first, comma, last = typed.rpartition(",")
    others = [one for one in Facet if one.startswith(last) and one != first]
    return after(first + comma, map(Candidate, others)) if "," not in first else []


def _topics(typed: str) -> Answer:
    from timeline.cli.app import COMMANDS
    from timeline.manual import TOPICS, summary

    topics = [Candidate(name, summary(name)) for name in TOPICS]
    commands = [Candidate(name) for name in COMMANDS]
    return Answer([one for one in topics + commands if one.value.startswith(typed)])


def _options(command: Any, typed: str) -> list[Candidate]:
    found = [
        Candidate(name, _about(one))
        for one in command.params
        if one.param_type_name == "option"
        for name in one.opts
        if name.startswith("--")
    ]
    found.append(Candidate("--help", "Show this message and exit."))
    return [one for one in found if one.value.startswith(typed)]


def _about(option: Any) -> str:
    return (option.help or "").replace("\\[", "[")
