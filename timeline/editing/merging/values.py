"""What a merged chronology must say, found from the values of records and not from their text."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

import msgspec

from timeline.readers import Entry, Heading, Item, ListedActor, ListedTag, RuleChoice, SavedQuestion

CHRONOLOGY = "chronology"
"""The key of what is said about all of a chronology."""

ABOUT_IT = frozenset({"title", "description", "check"})
"""The keys of a file with what is said about all of it."""

Values = tuple[Hashable, ...]
"""The values of a record. Those that are a tuple are of a list, whose order does not matter."""


def values_of(items: Iterable[Item], keys: Iterable[str]) -> dict[str, Values]:
    """Return the records of a file, by kind and key (`actor un`), and one for `CHRONOLOGY`.

    `keys` are those of the events, in order.
    """
    of_events = iter(keys)
    found: dict[str, Values] = {}
    texts: dict[str, str] = {}
    rules: dict[str, list[str]] = {"select": [], "ignore": []}
    for item in items:
        if isinstance(item, Entry):
            ignored = tuple(choice.rule for choice in item.ignored)
            found[f"event {next(of_events)}"] = (*msgspec.structs.astuple(item.event), ignored)
        elif isinstance(item, ListedActor):
            found[f"actor {item.actor.id}"] = msgspec.structs.astuple(item.actor)
        elif isinstance(item, ListedTag):
            found[f"tag {item.tag.id}"] = msgspec.structs.astuple(item.tag)
        elif isinstance(item, SavedQuestion):
            found[f"question {item.name}"] = (item.text,)
        elif isinstance(item, Heading):
            texts[item.key] = item.text
        elif isinstance(item, RuleChoice):
            rules[item.key].append(item.rule)
    found[CHRONOLOGY] = (
        *(texts.get(key) for key in ("title", "description")),
        *(tuple(names) for names in rules.values()),
    )
    return found


def expected(
    base: Mapping[str, Values], ours: Mapping[str, Values], theirs: Mapping[str, Values]
) -> dict[str, Values | None]:
    """Return the merged records by key, None for one that both sides changed differently."""
    found: dict[str, Values | None] = {}
    for key in dict.fromkeys([*ours, *theirs]):
        before, own, other = base.get(key), ours.get(key), theirs.get(key)
        if own is not None and other is not None:
            found[key] = own if own == other else _merged(before, own, other)
        elif before is None:
            found[key] = own or other
        elif (own or other) != before:
            found[key] = None
    return found


def is_as_expected(
    wanted: Mapping[str, Values | None], found: Mapping[str, Values], *, is_clean: bool
) -> bool:
    """Return whether the records are those that are wanted, under any keys of their kind.

    If the text has conflicts, others may be among them.
    """
    known, held = _counted(wanted), _counted(found)
    missing, more = _in_any_order(known - held), _in_any_order(held - known)
    return missing == more if is_clean else missing <= more


def _merged(base: Values | None, ours: Values, theirs: Values) -> Values | None:
    values: list[Hashable] = []
    for before, own, other in zip(base or (None,) * len(ours), ours, theirs, strict=True):
        if own == other or (other == before if base else not other):
            values.append(own)
        elif own == before if base else not own:
            values.append(other)
        elif isinstance(own, tuple) and isinstance(other, tuple):
            held = before if isinstance(before, tuple) else ()
            # A changed source is another one, and both may be right.
            values.append(
                tuple(
                    item
                    for item in dict.fromkeys((*own, *other))
                    if (item in own and item in other) or item not in held
                )
            )
        else:
            return None
    return tuple(values)


def _counted(records: Mapping[str, Values | None]) -> "Counter[tuple[str, Values]]":
    """Return how often each record occurs, with its kind."""
    return Counter(
        (key.partition(" ")[0], values) for key, values in records.items() if values is not None
    )


def _in_any_order(records: "Counter[tuple[str, Values]]") -> "Counter[tuple[Hashable, ...]]":
    """Return records without the order of their lists."""
    found: Counter[tuple[Hashable, ...]] = Counter()
    for (kind, values), count in records.items():
        plain = (frozenset(one) if isinstance(one, tuple) else one for one in values)
        found[kind, *plain] += count
    return found
