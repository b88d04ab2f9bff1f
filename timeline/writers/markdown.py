"""Markdown: a chronology to publish, as a list or as tables, with its sources."""

from collections.abc import Iterator

from timeline.dates import Day, EventDate
from timeline.library import Timeline
from timeline.model import Event, Source
from timeline.selection import Selection
from timeline.writers.markdown_text import escaped, link, paragraphs
from timeline.writers.options import Citing, MarkdownOptions, Style

_DEEPEST_HEADING = 6


def write_markdown(timeline: Timeline, found: Selection, options: MarkdownOptions) -> Iterator[str]:
    """Yield the events found as Markdown: CommonMark, with GFM's tables and footnotes."""
    return _Document(timeline, found, options).lines()


class _Document:
    def __init__(self, timeline: Timeline, found: Selection, options: MarkdownOptions) -> None:
        self._timeline = timeline
        self._found = found
        self._options = options
        self._notes = _Footnotes(options.taken)

    def lines(self) -> Iterator[str]:
        """Yield the whole document in pieces; an empty line stands before each block."""
        if self._options.front_matter:
            yield from self._front_matter()
        yield from (f"{block}\n" for block in self._opening())
        for group in self._found.groups(self._options.grouping):
            if group.label:
                yield f"{self._heading(1)} {escaped(group.label)}\n\n"
            if self._options.style is Style.TABLE:
                yield self._table_head()
                yield from map(self._row, group.events)
                yield "\n"
            else:
                yield from map(self._item, group.events)
        yield from self._notes.definitions()

    def _front_matter(self) -> Iterator[str]:
        import yaml

        low, high = self._found.bounds()
        index = self._timeline.index
        facts = {
            "title": self._timeline.title,
            "earliest": None if low is None else str(Day.from_ordinal(low)),
            "latest": None if high is None else str(Day.from_ordinal(high)),
            "actors": [index.actor(name).name for name in self._found.names("actor")],
            "tags": self._found.names("tag"),
        }
        text = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1 << 16)
        yield f"---\n{text}---\n\n"

    def _opening(self) -> Iterator[str]:
        if self._timeline.title:
            yield f"{self._heading(0)} {escaped(self._timeline.title)}\n"
        for paragraph in paragraphs(self._timeline.description):
            yield f"{paragraph}\n"

    def _heading(self, depth: int) -> str:
        return "#" * min(_DEEPEST_HEADING, self._options.heading_level + depth)

    def _item(self, event: Event) -> str:
        cites = self._notes.cite(event) if self._options.sources is Citing.FOOTNOTES else ""
        summary = paragraphs(event.summary)
        opening = f"**{escaped(event.date.describe())}**: {escaped(event.title)}"
        blocks = [opening, *summary]
        blocks[-1] += cites
        if event.actors:
            blocks.append(f"Actors: {self._actors(event)}")
        if self._options.sources is Citing.LINKS and event.sources:
            blocks.append(f"Sources: {'; '.join(map(citation, event.sources))}")
        first, *others = blocks
        return "".join([f"- {first}\n\n", *(f"  {block}\n\n" for block in others)])

    def _actors(self, event: Event) -> str:
        return escaped(", ".join(self._timeline.index.actor(one).name for one in event.actors))

    def _table_head(self) -> str:
        names = ["Date", "Event", "Actors"]
        if self._options.sources is Citing.LINKS:
            names.append("Sources")
        return f"| {' | '.join(names)} |\n|{' --- |' * len(names)}\n"

    def _row(self, event: Event) -> str:
        sources = self._options.sources
        cites = self._notes.cite(event) if sources is Citing.FOOTNOTES else ""
        about = " ".join([_sentence(escaped(event.title)), *paragraphs(event.summary)])
        if not event.summary:
            about = escaped(event.title)
        cells = [f"**{escaped(event.date.describe())}**", about + cites, self._actors(event)]
        if sources is Citing.LINKS:
            cells.append("; ".join(map(citation, event.sources)))
        return f"| {' | '.join(cells)} |\n"


class _Footnotes:
    """Numbers the sources in the order in which they are first cited."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = taken
        self._numbers: dict[Source, int] = {}
        self._last = 0

    def cite(self, event: Event) -> str:
        """Return the references to the sources of an event."""
        return "".join(f"[^{self._number(source)}]" for source in event.sources)

    def _number(self, source: Source) -> int:
        if source not in self._numbers:
            self._last += 1
            while str(self._last) in self._taken:
                self._last += 1
            self._numbers[source] = self._last
        return self._numbers[source]

    def definitions(self) -> Iterator[str]:
        """Yield the footnotes themselves."""
        if self._numbers:
            yield "".join(
                f"[^{number}]: {citation(source)}\n" for source, number in self._numbers.items()
            )


def citation(source: Source) -> str:
    """Return a source as it is cited: its title, which leads to it, its publisher, its date."""
    parts = [link(source.title, source.url) if source.url else escaped(source.title)]
    if source.publisher:
        parts.append(escaped(source.publisher))
    if source.date:
        parts.append(escaped(EventDate.parse(source.date).describe()))
    return ", ".join(part for part in parts if part)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
