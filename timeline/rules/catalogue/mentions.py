"""Rules about actors in the texts of events, and in their lists of actors."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from timeline.index import Index
from timeline.model import Actor, Facet, Kind
from timeline.rules.facts import facts_of, facts_of_all
from timeline.rules.rule import Finding
from timeline.text import fold, searchable, visible

_WORD = re.compile(r"\w+")
_LEAST = 2
_LEAST_STEM = 4


def actor_named_not_listed(index: Index) -> Iterator[Finding]:
    """Find each actor whose name or alias is in the texts of an event, but not among its actors.

    An actor is also taken as listed if one who acts for it is.
    """
    columns, listed = index.columns, dict(index.bitmaps.each(Facet.ACTOR))
    missing: dict[int, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    by_word = _names_by_word(index)
    for name, actor in _names(index).items():
        pattern = None
        sql = "SELECT rowid FROM search WHERE search MATCH ?"
        phrase = '"' + searchable(name).replace('"', '""') + '"'
        found = {number for (number,) in index.rows(sql, phrase)}
        if actor in listed:
            found.difference_update(columns.numbers[place] for place in listed[actor])
        for number in found:
            pattern = pattern or _pattern(name, by_word)
            missing[number].append((actor, pattern))
    for number, event in facts_of(index, sorted(missing)):
        named = dict.fromkeys(
            actor
            for actor, pattern in missing[number]
            for text in (event.title, event.summary)
            if any(found[1] for found in pattern.finditer(text))
        )
        for actor in named:
            yield Finding(
                f"the text names {visible(index.actor(actor).name)}, but '{visible(actor)}' "
                "is not among the actors: add it there",
                number,
            )


def _names(index: Index) -> dict[str, str]:
    """Return the names and aliases that only one actor has, each with the actor's id."""
    actors: dict[str, set[str]] = defaultdict(set)
    for actor in index.actors().values():
        for name in (actor.name, *actor.aliases):
            if len(name) >= _LEAST and fold(name):
                actors[name].add(actor.id)
    return {name: next(iter(ids)) for name, ids in actors.items() if len(ids) == 1}


def _names_by_word(index: Index) -> dict[str, set[str]]:
    """Return the names and aliases of all actors by each of their words."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for actor in index.actors().values():
        for name in (actor.name, *actor.aliases):
            for word in _WORD.findall(name):
                by_word[word].add(name)
    return by_word


def _pattern(name: str, by_word: Mapping[str, set[str]]) -> re.Pattern[str]:
    """Return a pattern whose group 1 is a name that is not part of another actor's longer name."""
    near = by_word[_WORD.findall(name)[0]]
    longer = [other for other in near if name in other and name != other]
    others = "".join(f"{re.escape(one)}|" for one in sorted(longer, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{others}({re.escape(name)}))(?!\w)")


def actor_listed_not_named(index: Index) -> Iterator[Finding]:
    """Find each actor of an event that neither its title nor its summary seems to name."""
    actors = index.actors()
    for number, event in facts_of_all(index):
        if not event.actors:
            continue
        text = f" {fold(f'{event.title} {event.summary}')} "
        for identifier in event.actors:
            actor = actors[identifier]
            if not _is_named(actor, text):
                yield Finding(
                    f"neither the title nor the summary names {visible(actor.name)}, "
                    "which is among the actors",
                    number,
                )


def _is_named(actor: Actor, text: str) -> bool:
    """Return whether a folded text has one of an actor's names, or a word that begins like one."""
    names = [fold(name) for name in (actor.name, *actor.aliases)]
    if any(f" {name} " in text for name in names):
        return True
    # Of a person, the last name is enough; Russian stands for Russia.
    words = [name.split()[-1:] if actor.kind is Kind.PERSON else name.split() for name in names]
    return any(len(word) >= _LEAST_STEM and f" {word}" in text for own in words for word in own)
