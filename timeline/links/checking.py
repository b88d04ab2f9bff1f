"""The web addresses in the files of a chronology, and what is wrong with them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.archives import copy_near
from timeline.errors import Problem, Severity, TimelineError
from timeline.links.answers import Answer, KeptAnswers, Outcome
from timeline.links.asking import ask
from timeline.model import Source
from timeline.readers import STANDARD_INPUT, ChosenFile, Entry, Place, opened, read, with_excerpts
from timeline.rules import ALL
from timeline.text import visible

_RULES = {
    Outcome.DEAD: "dead-link",
    Outcome.MOVED: "moved-link",
    Outcome.UNCLEAR: "unconfirmed-link",
}


class Use(NamedTuple):
    """A place where an address stands: in which file and in which source.

    `date` is that of the source or, if it has none, of the event. `ignored` are the rules that the
    event ignores.
    """

    address: str
    file: int
    place: Place
    source: Source
    date: str
    ignored: frozenset[str]


class Asked(NamedTuple):
    """The problems, and how many different addresses had each outcome.

    `kept` is the number of those whose answer was known from the last days.
    """

    problems: list[Problem]
    outcomes: dict[Outcome, int]
    kept: int


def check_links(
    files: Sequence[ChosenFile],
    rules: Collection[str],
    progress: Callable[[int, int], None] | None = None,
) -> Asked:
    """Ask the addresses of all sources, and return what the rules with these ids find.

    `progress` is called with the number of addresses that were asked and with their total. Raises
    TimelineError if a file cannot be read again, and NoNetworkError.
    """
    if any(file.path == STANDARD_INPUT for file in files):
        raise TimelineError(
            "the addresses in standard input cannot be asked: write it to a file first"
        )
    uses = list(_uses(files))
    addresses = list(dict.fromkeys(use.address for use in uses))
    kept = KeptAnswers()
    answers = kept.of(addresses)
    count = len(answers)
    asked = [address for address in addresses if address not in answers]

    def tell(address: str, answer: Answer) -> None:
        answers[address] = answer
        if progress is not None:
            progress(len(answers) - count, len(asked))

    if progress is not None:
        progress(0, len(asked))
    try:
        if asked:
            ask(asked, tell)
    finally:
        kept.keep((address, answers[address]) for address in asked if address in answers)
    problems: list[list[Problem]] = [[] for _ in files]
    for use in uses:
        rule = _RULES.get(answers[use.address].outcome, "")
        if rule in rules and use.ignored.isdisjoint((rule, ALL)) and not _has_copy(use, answers):
            message = _message(use, answers[use.address])
            problem = Problem(files[use.file].name, *use.place[:2], Severity.WARNING, message)
            problems[use.file].append(problem._replace(width=use.place.width, rule=rule))
    outcomes = {
        outcome: sum(answer.outcome is outcome for answer in answers.values())
        for outcome in Outcome
    }
    return Asked(list(_placed(files, problems)), outcomes, count)


def _uses(files: Sequence[ChosenFile]) -> Iterator[Use]:
    """Yield the addresses in files, in their order."""
    with opened(files) as streams:
        for number, (file, stream) in enumerate(zip(files, streams, strict=True)):
            for item in read(stream, file, []):
                if isinstance(item, Entry):
                    yield from _uses_in(item, number)
            stream.rest()


def _uses_in(entry: Entry, file: int) -> Iterator[Use]:
    ignored = frozenset(choice.rule for choice in entry.ignored)
    # Several sources of an event may have one address.
    sources: dict[str, list[Source]] = {}
    for source in entry.event.sources:
        for address in (source.url, source.archive):
            sources.setdefault(address, []).append(source)
    for address, place in entry.addresses:
        source = sources[address].pop(0)
        yield Use(address, file, place, source, source.date or entry.event.date.text, ignored)


def _placed(files: Sequence[ChosenFile], problems: Sequence[list[Problem]]) -> Iterator[Problem]:
    """Yield the problems of files with their lines."""
    with opened(files) as streams:
        for stream, own in zip(streams, problems, strict=True):
            yield from with_excerpts(own, stream)
            stream.rest()


def _has_copy(use: Use, answers: Mapping[str, Answer]) -> bool:
    """Return whether a dead address has an archived copy that is not dead too."""
    source = use.source
    if use.address != source.url or answers[use.address].outcome is not Outcome.DEAD:
        return False
    copy = answers.get(source.archive)
    return copy is not None and copy.outcome is not Outcome.DEAD


def _message(use: Use, answer: Answer) -> str:
    about, source = visible(answer.about), use.source
    match answer.outcome:
        case Outcome.MOVED:
            return f"this address has moved to {about}: write that one"
        case Outcome.UNCLEAR:
            return f"it is not clear whether this address works ({about}): open it in a browser"
    if use.address != source.url:
        return f"this archived copy is gone ({about}): look for another one"
    where = visible(copy_near(source.url, use.date))
    return f"this address is dead ({about}): look for a copy at {where}"
