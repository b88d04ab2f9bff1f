"""What a command line can go on with, from where it is typed to: commands, options and values."""

import os
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import typer

from timeline.chronology import at_hand
from timeline.errors import TimelineError
from timeline.query import FIELD, FIELDS, Field
from timeline.search.completion import Offer, offers

MOST_READ = 1_000_000
"""How many bytes of files are read to answer; of larger ones only a fresh index is asked."""

_FILES = ("file", "output", "into")
_CERTAIN = Offer("is:certain", "Only what surely lies within the period, not what may.")


class Answer(NamedTuple):
    """Words that can stand where the line is typed to; or it is a file, which the shell knows."""

    offers: Sequence[Offer] = ()
    is_file: bool = False


def complete(words: Sequence[str], begun: str) -> Answer:
    """Return what can stand in place of the last word, `begun`, after the words before it."""
    from timeline.cli.app import COMMANDS, make_app

    if not words:
        program: Any = typer.main.get_command(make_app())
        if begun.startswith("-"):
            return Answer(_options(program, begun))
        commands = [Offer(name, one.help or "") for name, one in program.commands.items()]
        return Answer([one for one in commands if one.value.startswith(begun)])
    if words[0] not in COMMANDS:
        return Answer()
    return _Line(typer.main.get_command(make_app(words[:1])), words[1:]).answer(begun)


class _Line:
    """The line of a command: which parameter its last word is for, and the files it names."""

    def __init__(self, command: Any, words: Sequence[str]) -> None:
        self._command = command
        parameters = {
            kind: [one for one in command.params if one.param_type_name == kind]
            for kind in ("argument", "option")
        }
        self._arguments = parameters["argument"]
        self._named = {name: one for one in parameters["option"] for name in one.opts}
        self._files: list[str] = []
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
            # What a minus excludes is a word of the question.
            self._passed += 1

    def _give(self, option: Any, value: str) -> None:
        if option.name == "file":
            self._files.append(os.path.expanduser(value))  # noqa: PTH111 - as a shell does

    def answer(self, begun: str) -> Answer:
        """Return what the last word can be, which is typed so far."""
        if self._pending is not None:
            return self._values(self._pending, begun)
        if not self._only_arguments:
            name, equals, value = begun.partition("=")
            if equals and (option := self._named.get(name)) is not None:
                return _after(f"{name}=", self._values(option, value))
            asks = any(one.name == "words" for one in self._arguments)
            if begun.startswith("--") or begun == "-" or (begun.startswith("-") and not asks):
                return Answer(_options(self._command, begun))
        if self._passed < len(self._arguments):
            return self._values(self._arguments[self._passed], begun)
        if self._arguments and self._arguments[-1].nargs == -1:
            return self._values(self._arguments[-1], begun)
        return Answer()

    def _values(self, parameter: Any, begun: str) -> Answer:
        if choices := getattr(parameter.type, "choices", None):
            return Answer([Offer(str(one)) for one in choices if str(one).startswith(begun)])
        if parameter.name in _FILES:
            return Answer(is_file=True)
        if parameter.name == "words":
            return self._in_words(begun)
        if parameter.param_type_name == "option" and parameter.name in FIELDS:
            return self._listed(FIELDS[parameter.name], begun)
        if parameter.name == "topic":
            return _topics(begun)
        if (parameter.metavar or "").startswith("ID"):
            return self._asked(Field.ID, begun)
        return Answer()

    def _in_words(self, word: str) -> Answer:
        """Return what a word of a question can go on with."""
        before = found[0] if (found := re.match(r"(?i)(?:-|not:)+", word)) else ""
        begun = word[len(before) :]
        if (named := FIELD.match(begun)) and named[1].lower() in FIELDS:
            values = self._listed(FIELDS[named[1].lower()], begun[named.end() :])
            return _after(before + named[0], values)
        if begun[:1].isdecimal():
            return _after(before, self._listed(Field.YEAR, begun))
        fields = [name for name in FIELDS if name.startswith(begun.lower())]
        if len(fields) == 1:
            # A shell puts a space behind the only word that fits, and none belongs behind a field.
            return _after(f"{before}{fields[0]}:", self._listed(FIELDS[fields[0]], ""))
        offers = [Offer(f"{name}:", _about(self._named[f"--{name}"])) for name in fields]
        if word and _CERTAIN.value.startswith(word):
            offers.append(_CERTAIN)
        return _after(before, Answer(offers))

    def _listed(self, field: Field, begun: str) -> Answer:
        """Return what the last value of a list with commas can go on with."""
        listed, comma, last = begun.rpartition(",")
        alone = "=" if field is Field.ACTOR and last.startswith("=") else ""
        there = listed.casefold().split(",")
        found = self._asked(field, last[len(alone) :]).offers
        others = [one for one in found if one.value.casefold() not in there]
        return _after(listed + comma + alone, Answer(others))

    def _asked(self, field: Field, begun: str) -> Answer:
        try:
            index = at_hand(self._files, MOST_READ)
        except (TimelineError, OSError):
            index = None
        return Answer() if index is None else Answer(offers(index, field, begun))


def _after(before: str, answer: Answer) -> Answer:
    return answer._replace(offers=[one._replace(value=before + one.value) for one in answer.offers])


def _topics(begun: str) -> Answer:
    from timeline.cli.app import COMMANDS
    from timeline.manual import TOPICS, summary

    topics = [Offer(name, summary(name)) for name in TOPICS]
    commands = [Offer(name) for name in COMMANDS]
    return Answer([one for one in topics + commands if one.value.startswith(begun)])


def _options(command: Any, begun: str) -> list[Offer]:
    offers = [
        Offer(name, _about(one))
        for one in command.params
        if one.param_type_name == "option"
        for name in one.opts
        if name.startswith("--")
    ]
    offers.append(Offer("--help", "Show this message and exit."))
    return [one for one in offers if one.value.startswith(begun)]


def _about(option: Any) -> str:
    return (option.help or "").replace("\\[", "[")
