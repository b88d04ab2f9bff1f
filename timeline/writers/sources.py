"""Citations of sources as plain text."""

from timeline.dates import EventDate
from timeline.model import Source


def citation(source: Source, *, with_address: bool = True) -> str:
    """Return a source in one line: title, publisher, date, address and that of an archived copy."""
    date = EventDate.parse(source.date).describe() if source.date else ""
    address = source.url if with_address else ""
    archived = f"archived at {source.archive}" if source.archive and with_address else ""
    return ", ".join(filter(None, [source.title, source.publisher, date, address, archived]))
