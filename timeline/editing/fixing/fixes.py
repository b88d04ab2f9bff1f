"""What can be corrected in a file: full stops of titles, and misspelt keys."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import msgspec

from timeline.editing.contents import Contents, contents_of
from timeline.editing.document import Change, Document, EditError
from timeline.editing.fixing.keys import MisspeltKey, misspelt_keys
from timeline.editing.fixing.titles import without_stop
from timeline.editing.yaml import Splice, spliced
from timeline.errors import Problem
from timeline.index import Index, events_of_file, numbers_in_file
from timeline.model import Event
from timeline.rules import ends_in_stop, exempt_events
from timeline.text import visible


class Fix(NamedTuple):
    """A change that corrects a file, and what it corrects, in words."""

    change: Change
    done: tuple[str, ...]


def fix_of(
    document: Document, index: Index, file: int, problems: Iterable[Problem], rules: Collection[str]
) -> Fix | None:
    """Return the change that corrects what has one right answer in a file, None if nothing has.

    `problems` are those found when the file was read, and `rules` the ids of those to check. What
    the file says is otherwise the same, and so is every other byte.
    """
    stops = _stops(document, index, file) if "title-style" in rules else {}
    # Warnings about keys are among those without a rule.
    may_have_keys = any(not problem.rule for problem in problems)
    keys = _readable(document, list(misspelt_keys(document))) if may_have_keys else []
    if not stops and not keys:
        return None
    splices = [*stops.values(), *(key.splice for key in keys)]
    after = _after(document, splices)
    change = Change(tuple(splices), lambda before, _: _intended(before, after, stops, keys))
    return Fix(change, (*_about_stops(len(stops)), *_about_keys(keys)))


def _stops(document: Document, index: Index, file: int) -> dict[int, Splice]:
    """Return the splices that delete the full stops of titles, by the number of the event."""
    exempt = exempt_events(index, "title-style")
    numbers = numbers_in_file(index, file)
    found = {}
    for place, (number, event) in enumerate(zip(numbers, events_of_file(index, file), strict=True)):
        if number not in exempt and ends_in_stop(event.title):
            splice = without_stop(document.item(place))
            if splice is not None:
                found[place] = splice
    return found


def _readable(document: Document, keys: list[MisspeltKey]) -> list[MisspeltKey]:
    """Return the keys without those of events with which the file could not be read."""
    if not keys or _is_readable(document, keys):
        return keys
    by_event = [
        [key for key in keys if key.event == one]
        for one in dict.fromkeys(key.event for key in keys)
    ]
    return [key for group in by_event if _is_readable(document, group) for key in group]


def _is_readable(document: Document, keys: Iterable[MisspeltKey]) -> bool:
    return _after(document, [key.splice for key in keys]) is not None


def _after(document: Document, splices: Sequence[Splice]) -> Contents | None:
    return contents_of(document.encoded(spliced(document.text, splices)), document.name)


def _intended(
    before: Contents, after: Contents | None, stops: Collection[int], keys: Sequence[MisspeltKey]
) -> Contents:
    """Return the contents before a correction with only what it is to correct.

    What is written under a renamed key is taken from the contents after it. Raises EditError.
    """
    if after is None or len(after.events) != len(before.events):
        raise EditError("the corrected file cannot be read")
    events = list(before.events)
    for place in stops:
        events[place] = msgspec.structs.replace(
            events[place], title=events[place].title.removesuffix(".")
        )
    for key in keys:
        if key.event is not None and key.field in Event.__struct_fields__:
            value = getattr(after.events[key.event], key.field)
            events[key.event] = msgspec.structs.replace(events[key.event], **{key.field: value})
    parts = {key.part for key in keys if key.event is None} & set(Contents._fields)
    # A registry that appears is known as one, too.
    parts |= {"registries"} if parts & {"actors", "tags"} else set()
    return before._replace(events=tuple(events), **{part: getattr(after, part) for part in parts})


def _about_stops(count: int) -> list[str]:
    if not count:
        return []
    titles = "a title" if count == 1 else f"{count:,} titles"
    return [f"deleted the full stop of {titles}"]


def _about_keys(keys: Sequence[MisspeltKey]) -> list[str]:
    return [
        f"renamed the key '{visible(old)}' to '{new}'" + (f" {count:,} times" if count > 1 else "")
        for (old, new), count in Counter((key.old, key.new) for key in keys).items()
    ]
