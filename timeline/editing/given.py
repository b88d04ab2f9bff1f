"""An event from values of Python, read as the file of an event is."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO

import msgspec

from timeline.dates import EventDate
from timeline.editing.document import EditError
from timeline.errors import Problem, Severity
from timeline.model import Event, Source
from timeline.readers import ChosenFile, Entry, read

_NAME = "event.json"


def event_of(fields: Mapping[str, object]) -> Event:
    """Return the event with these fields, with an empty id if none is given.

    A date is a text in EDTF, an `EventDate` or a `datetime.date`. Lists are any iterables. A source
    is a `Source`, a mapping, an address or a title. Raises EditError.
    """
    given = {key: value for key, value in fields.items() if value not in (None, "")}
    data = json.dumps([given], default=_plain).encode()
    problems: list[Problem] = []
    items = list(read(BytesIO(data), ChosenFile(_NAME, _NAME), problems))
    errors = [one.message for one in problems if one.severity is Severity.ERROR]
    if errors:
        raise EditError("\n".join(errors))
    (entry,) = (item for item in items if isinstance(item, Entry))
    return entry.event if entry.id_given else msgspec.structs.replace(entry.event, id="")


def _plain(value: object) -> object:
    """Return a value as JSON has it."""
    if isinstance(value, EventDate):
        return value.text
    if isinstance(value, Source):
        return {key: part for key, part in msgspec.structs.asdict(value).items() if part}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"{value!r} cannot be part of an event")
