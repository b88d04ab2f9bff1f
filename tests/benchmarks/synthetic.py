"""Chronologies of any size to measure with: the same text for the same number of events."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ACTORS = 300
TAGS = 24
PLACES = 60
FIRST_YEAR = 1900
YEARS = 125

ACTOR = "actor-77"
YEAR = 1984
"""The question of the benchmarks: the events of this actor, for whom nobody acts, in this year."""

_WORDS = [
    "talks",
    "treaty",
    "mission",
    "summit",
    "decree",
    "embassy",
    "envoy",
    "border",
    "sanctions",
    "protest",
    "visit",
    "fleet",
    "ministry",
    "statement",
    "vote",
    "exchange",
    "arrest",
    "court",
    "bank",
    "export",
    "grain",
    "pipeline",
    "satellite",
    "accord",
    "delegation",
    "ceasefire",
    "inspection",
    "quota",
    "tariff",
    "archive",
]


class Facts(NamedTuple):
    """What a synthetic event tells."""

    number: int
    date: str
    title: str
    summary: str
    actors: list[str]
    tags: list[str]
    place: str
    publisher: str


def facts(number: int, chance: random.Random) -> Facts:
    """Return the facts of one event, which `chance` decides."""
    return Facts(
        number,
        f"{FIRST_YEAR + chance.randrange(YEARS)}-{chance.randint(1, 12):02}"
        f"-{chance.randint(1, 28):02}",
        " ".join(chance.choices(_WORDS, k=5)).capitalize(),
        " ".join(chance.choices(_WORDS, k=24)),
        [f"actor-{one}" for one in chance.sample(range(ACTORS), 3)],
        [f"tag-{one}" for one in chance.sample(range(TAGS), 2)],
        f"Place {chance.randrange(PLACES)}",
        f"Paper {chance.randrange(40)}",
    )


def write_events(path: Path, count: int) -> None:
    """Write a chronology of `count` events, about 580 bytes each, in the plain block style."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(count))


def write_files(folder: Path, count: int, each: int) -> None:
    """Write the same events to files of `each` events, and the rest to the first of the files."""
    folder.mkdir()
    head, *events = "".join(lines(count)).split("  - id: ")
    folder.joinpath("0.yaml").write_text(head, encoding="utf-8")
    for first in range(0, count, each):
        text = "".join(f"  - id: {event}" for event in events[first : first + each])
        folder.joinpath(f"{first + 1}.yaml").write_text(f"events:\n{text}", encoding="utf-8")


def lines(count: int) -> Iterator[str]:
    """Yield the text of a chronology of `count` events."""
    chance = random.Random(count)
    yield f"title: {count:,} synthetic events\n\nactors:\n"
    for actor in range(ACTORS):
        boss = f"\n    member_of: actor-{actor // 10}" if actor >= 10 else ""
        yield f"  actor-{actor}:\n    name: Person Number{actor}\n    kind: person{boss}\n"
    yield "\nevents:\n"
    for number in range(count):
        yield block(facts(number, chance))


def block(event: Facts) -> str:
    """Return the text of one event."""
    return (
        f"  - id: event-{event.number}\n"
        f"    date: {event.date}\n"
        f"    title: {event.title}\n"
        "    summary: >-\n"
        f"      {event.summary[:88]}\n"
        f"      {event.summary[88:].strip()}.\n"
        f"    actors: [{', '.join(event.actors)}]\n"
        f"    places: [{event.place}]\n"
        f"    tags: [{', '.join(event.tags)}]\n"
        "    sources:\n"
        f"      - title: {event.title} reported\n"
        f"        url: https://news.example.org/{event.date}/{event.number}\n"
        f"        publisher: {event.publisher}\n"
        f"        date: {event.date}\n"
    )
