"""Running rules on a chronology, and finding the places of what they find."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from timeline.errors import MOST_PROBLEMS, Problem, Severity
from timeline.index import Index
from timeline.readers import ChosenFile, Place, opened, with_excerpts
from timeline.rules.catalogue import RULES
from timeline.rules.choosing import ALL, DEFAULT, advice_on_rule, is_rule
from timeline.rules.facts import facts_of_all
from timeline.rules.rule import Entry, Finding
from timeline.text import visible


class _Found(NamedTuple):
    """A finding, and the rule that found it; empty for a rule that does not exist."""

    rule: str
    finding: Finding


def check(
    index: Index, files: Sequence[ChosenFile], rules: Collection[str], today: date
) -> list[Problem]:
    """Return what the rules with these ids find, in the order of the files.

    `files` are those of the index. The rules that are checked when a file is read find nothing
    here. Warns of names in the files that are not those of rules, too. Raises FileError if a
    file cannot be read.
    """
    exempt = set(index.rows("SELECT event, rule FROM exemption"))
    found = [
        one
        for one in _found(index, rules, today)
        if not one.rule or exempt.isdisjoint([(one.finding.at, one.rule), (one.finding.at, ALL)])
    ]
    places = _places(index, [one.finding.at for one in found])
    problems: dict[int, list[Problem]] = defaultdict(list)
    events: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (rule, finding), (file, place) in sorted(
        zip(found, places, strict=True), key=lambda pair: pair[1]
    ):
        own = problems[file]
        if len(own) < MOST_PROBLEMS:
            if isinstance(finding.at, int):
                events[file][finding.at].append(len(own))
            own.append(_warning(files[file], place, finding.message, rule))
        elif len(own) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS:,} problems: the rest are not shown"
            own.append(_warning(files[file], Place(0, 0), message))
    for key, rule, number, line, column in index.rows("SELECT * FROM rule_choice"):
        if not is_rule(rule, ALL, DEFAULT):
            place = Place(line, column, max(1, len(rule)))
            problems[number].append(_warning(files[number], place, _no_rule(key, rule)))
    return [
        problem
        for file in sorted(problems)
        for problem in _placed(index, files[file], problems[file], events[file])
    ]


def _warning(file: ChosenFile, at: Place, message: str, rule: str = "") -> Problem:
    return Problem(file.name, *at[:2], Severity.WARNING, message, at.width, rule=rule)


def _found(index: Index, rules: Collection[str], today: date) -> Iterator[_Found]:
    chosen = [rule for rule in RULES.values() if rule.id in rules]
    of_event = [(rule.id, rule.of_event) for rule in chosen if rule.of_event]
    if of_event:
        for number, facts in facts_of_all(index):
            for name, find in of_event:
                for message in find(facts, today):
                    yield _Found(name, Finding(message, number))
    for rule in chosen:
        if rule.of_chronology:
            for finding in rule.of_chronology(index):
                yield _Found(rule.id, finding)
    for number, name in index.rows("SELECT event, rule FROM exemption"):
        if not is_rule(name, ALL):
            yield _Found("", Finding(_no_rule("ignore", name), number))


def _no_rule(key: str, name: str) -> str:
    return f"'{key}' names the rule '{visible(name)}', which does not exist: {advice_on_rule(name)}"


def _places(index: Index, found: Iterable[int | Entry]) -> Iterator[tuple[int, Place]]:
    """Yield the file and the place of each event or entry, as they are in the index."""
    of_event = "SELECT file, line, column, width FROM event WHERE number = ?"
    of_entry = (
        "SELECT file, line, column, length(name) FROM listing WHERE kind = ? AND name = ? LIMIT 1"
    )
    of_question = "SELECT file, line, column, width FROM saved_question WHERE name = ?"
    for at in found:
        if isinstance(at, int):
            rows = index.rows(of_event, at)
        elif at.kind == "question":
            rows = index.rows(of_question, at.id)
        else:
            rows = index.rows(of_entry, *at)
        ((file, *place),) = rows
        yield file, Place(*place)


def _placed(
    index: Index, file: ChosenFile, problems: list[Problem], events: dict[int, list[int]]
) -> list[Problem]:
    """Return the problems of a file with present places and excerpts, in the order of the file.

    `events` maps the number of an event to the indexes of its problems. Standard input has been
    read, so its problems have no excerpts.
    """
    from timeline.index.building import places_now

    if not Path(file.path).is_file():
        return problems
    with opened([file]) as (stream,):
        for number, place in places_now(index, stream, file.name, events).items():
            for at in events[number]:
                line, column, width = place
                problems[at] = problems[at]._replace(line=line, column=column, width=width)
        return with_excerpts(problems, stream)
