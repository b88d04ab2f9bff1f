"""Random questions about a chronology, with the names and words that it has."""

import random
from collections.abc import Iterator

from timeline import Timeline
from timeline.model import Facet

COUNT = 500


def random_questions(timeline: Timeline, count: int, seed: int) -> list[str]:
    """Return questions of one to three terms, always the same ones for a seed."""
    chance = random.Random(seed)
    terms = {name: sorted(found) for name, found in _values(timeline).items() if found}
    return [
        " ".join(_clause(terms, chance) for _ in range(chance.choice([1, 1, 2, 2, 3])))
        + chance.choice(["", "", "", " is:certain"])
        for _ in range(count)
    ]


def _clause(values: dict[str, list[str]], chance: random.Random) -> str:
    if chance.random() < 0.8:
        return _term(values, chance)
    branches = [
        " ".join(_term(values, chance) for _ in range(chance.choice([1, 2]))) for _ in range(2)
    ]
    return f"{chance.choice(['', 'not:'])}({' or '.join(branches)})"


def _term(values: dict[str, list[str]], chance: random.Random) -> str:
    name = chance.choice(list(values))
    one = [chance.choice(values[name]) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
    prefix = chance.choice(["", "", "", "not:"])
    if name == "text":
        return prefix + ",".join(one)
    if name == "question":
        return prefix + ",".join(f"?{value}" for value in one)
    alone = chance.choice(["", "", "="]) if name in ("actor", "source") else ""
    return f"{prefix}{name}:{','.join(f'{alone}{value}' for value in one)}"


def _values(timeline: Timeline) -> dict[str, set[str]]:
    events = list(timeline.select())
    texts = [text for event in events for text in (event.title, event.summary) if text]
    words = {word.strip('".,:;()[]') for text in texts for word in text.split()}
    phrases = {
        " ".join(text.split()[place : place + 2]) for text in texts for place in range(0, 12, 3)
    }
    actors = [*timeline.actors.values()]
    return {
        "year": {*_periods(timeline)},
        "since": {"2012", "2014-03-18", "-0043", "1580", "2013-12"},
        "until": {"2012", "2014-03-18", "-0043", "1580", "2013-12"},
        "during": {"2014", "2013..2014", *(f"@{event.id}" for event in events)},
        "near": {f"@{event.id}~{days}d" for event in events for days in (30, 400)},
        "between": {f"@{events[0].id}..@{event.id}" for event in events},
        "known-by": {"2012", "2013-11-20", "2014-03", "..2014", "today", "2013..2015"}
        | {f"@{event.id}" for event in events if event.date.latest},
        "question": {*timeline.index.saved_questions()},
        "actor": {one.id for one in actors}
        | {_quoted(name) for one in actors for name in (one.name, *one.aliases)},
        "tag": {_quoted(one) for one in timeline.tags},
        "place": {_quoted(name) for event in events for name in event.places}
        | {_quoted(name.split()[0]) for event in events for name in event.places},
        "source": {_quoted(name) for event in events for name in event.names(Facet.PUBLISHER)},
        "id": {event.id for event in events} | {event.id[:5] for event in events},
        "text": {_quoted(one) for one in phrases if one.strip()}
        | {word for word in words if word.isalnum() and not word.isdecimal()}
        | {word[:3] for word in words if word[:3].isalpha()},
    }


def _periods(timeline: Timeline) -> Iterator[str]:
    yield from ("2014", "2013..2014", "2014-03", "201X", "..2000", "2014..", "-0043", "Y12000")
    for event in timeline.select():
        if event.date.earliest and 0 < event.date.earliest.year < 9999:
            yield f"{event.date.earliest.year:04}"
        yield f"@{event.id}"
        yield f"@{event.id}+6m"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
