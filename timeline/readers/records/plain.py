"""Events that need no record, because nothing is wrong with them."""

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Event, Source
from timeline.readers.records.sources import is_address

_EMPTY = Source()


def has_no_problem(event: Event) -> bool:
    """Return whether `EventReader` would make this event of its parts, and report nothing.

    Its texts must be printable and without white space around them.
    """
    if not event.id or not event.title:
        return False
    for names in (event.actors, event.places, event.tags, event.follows):
        if names and ("" in names or (len(names) > 1 and len(names) != len(set(names)))):
            return False
    return all(map(_is_valid, event.sources))


def _is_valid(source: Source) -> bool:
    url, archive = source.url, source.archive
    if (url and not is_address(url)) or (archive and not is_address(archive)):
        return False
    if not source.date:
        return source != _EMPTY
    try:
        EventDate.parse(source.date)
    except DateError:
        return False
    return True
