"""How Markdown cites sources: as numbered footnotes (GFM), or in the text."""

from collections.abc import Iterator

import msgspec

from timeline.dates import EventDate
from timeline.model import Event, Source
from timeline.writers.markdown.text import escaped, link


class Footnotes:
    """Numbers the sources in the order in which they are first cited.

    `taken` are the labels of other footnotes; these numbers are skipped.
    """

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = taken
        # As JSON, a source takes half of the memory.
        self._numbers: dict[bytes, int] = {}
        self._last = 0

    def cite(self, event: Event) -> str:
        """Return the references to the sources of an event."""
        return "".join(f"[^{self._number(source)}]" for source in dict.fromkeys(event.sources))

    def _number(self, source: Source) -> int:
        key = msgspec.json.encode(source)
        if key not in self._numbers:
            self._last += 1
            while str(self._last) in self._taken:
                self._last += 1
            self._numbers[key] = self._last
        return self._numbers[key]

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def definitions(self) -> Iterator[str]:
        """Yield a line for each source that was cited."""
        for key, number in self._numbers.items():
            yield f"[^{number}]: {citation(msgspec.json.decode(key, type=Source))}\n"


def citation(source: Source) -> str:
    """Return the citation of a source: its title as a link, publisher, date and archived copy."""
    parts = [link(source.title, source.url) if source.url else escaped(source.title)]
    if source.publisher:
        parts.append(escaped(source.publisher))
    if source.date:
        parts.append(escaped(EventDate.parse(source.date).describe()))
    if source.archive:
        parts.append(link("archived copy", source.archive))
    return ", ".join(part for part in parts if part)


def citations(event: Event) -> str:
    """Return the sources of an event in one line, empty if it has none."""
    return "; ".join(map(citation, dict.fromkeys(event.sources)))
