"""Markdown: a chronology to publish, as a list or as tables, with its sources."""

from collections.abc import Callable, Iterable, Iterator

from timeline.chronology import Timeline
from timeline.dates import Day
from timeline.model import Event, Facet
from timeline.query import Alternative, Field, Query, Term
from timeline.search import Selection
from timeline.writers import Citing, Export, ExportOptions, Part, Style
from timeline.writers.actors import actors_in_words
from timeline.writers.anchors import anchor
from timeline.writers.markdown.notes import Footnotes, citations
from timeline.writers.markdown.text import escaped, link, paragraphs

_DEEPEST_HEADING = 6


def write(export: Export) -> Iterator[str]:
    """Yield the events found as Markdown: CommonMark with the tables and footnotes of GFM."""
    separator = ""
    for block in _Document(export.timeline, export.found, export.options).blocks():
        yield separator
        yield from block
        separator = "\n"


def in_markdown(timeline: Timeline, event: Event) -> str:
    """Return an event alone as Markdown: an item of a list, with links to its sources in it."""
    found = timeline.select(Query((Term((Alternative(Field.ID, event.id),)),)))
    document = _Document(timeline, found, ExportOptions(sources=Citing.LINKS))
    return "".join(document.item(event))


class _Document:
    """Yields blocks, each as its lines; empty lines go between them."""

    def __init__(self, timeline: Timeline, found: Selection, options: ExportOptions) -> None:
        self._timeline = timeline
        self._found = found
        self._options = options
        self._notes = Footnotes(options.taken)
        self._has_anchors = Part.ANCHORS in options.show
        facts: dict[Part, Callable[[Event], str]] = {
            Part.PLACES: lambda event: escaped(", ".join(event.places)),
            Part.TAGS: lambda event: escaped(", ".join(event.tags)),
            Part.FOLLOWS: self._follows,
        }
        self._facts = {
            part.capitalize(): fact for part, fact in facts.items() if part in options.show
        }
        self._columns: dict[str, Callable[[Event], str]] = {
            "Date": self._date,
            "Event": self._about,
        }
        if found.names(Facet.ACTOR):
            self._columns["Actors"] = self._actors
        self._columns |= self._facts
        if options.sources is Citing.LINKS:
            self._columns["Sources"] = citations

    def blocks(self) -> Iterator[Iterable[str]]:
        if self._options.front_matter:
            yield self._front_matter()
        title = escaped(self._timeline.title)
        if title:
            yield [self._heading(0, title)]
        for paragraph in paragraphs(self._timeline.description):
            yield [f"{paragraph}\n"]
        question = str(self._found.query)
        if question and self._found:
            yield [f"Events that match: {escaped(question)}\n"]
        for group in self._found.groups(self._options.grouping):
            if group.label:
                yield [self._heading(1 if title else 0, escaped(group.label))]
            if self._options.style is Style.TABLE:
                yield self._table(group.events)
            else:
                yield from map(self.item, group.events)
        if self._notes:
            yield self._notes.definitions()

    def _front_matter(self) -> Iterator[str]:
        import yaml

        low, high = self._found.bounds()
        facts = {
            "title": self._timeline.title,
            "earliest": None if low is None else str(Day.from_ordinal(low)),
            "latest": None if high is None else str(Day.from_ordinal(high)),
            "actors": [self._timeline.actor(name).name for name in self._found.names(Facet.ACTOR)],
            "tags": self._found.names(Facet.TAG),
        }
        text = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1 << 16)
        yield f"---\n{text}---\n"

    def _heading(self, depth: int, text: str) -> str:
        level = min(_DEEPEST_HEADING, (self._options.heading_level or 1) + depth)
        return f"{'#' * level} {text}\n"

    def item(self, event: Event) -> Iterator[str]:
        """Yield an event as an item of a list."""
        title = f"{self._anchor(event)}{self._date(event)}: {escaped(event.title)}"
        blocks = [title, *paragraphs(event.summary, "\\\n  ")]
        blocks[-1] += self._cites(event)
        if event.actors:
            blocks.append(f"Actors: {self._actors(event)}")
        for name, fact in self._facts.items():
            if text := fact(event):
                blocks.append(f"{name}: {text}")
        if self._options.sources is Citing.LINKS and (cited := citations(event)):
            blocks.append(f"Sources: {cited}")
        yield "- " + "\n  ".join(f"{block}\n" for block in blocks)

    def _table(self, events: Iterable[Event]) -> Iterator[str]:
        yield _row(self._columns)
        yield _row("---" for _ in self._columns)
        for event in events:
            yield _row(cell(event) for cell in self._columns.values())

    def _date(self, event: Event) -> str:
        return f"**{escaped(event.date.describe())}**"

    def _about(self, event: Event) -> str:
        # A table cell in GFM is one line: only HTML can break lines and paragraphs in it.
        summary = "<br><br>".join(paragraphs(event.summary, "<br>"))
        title = self._anchor(event) + escaped(event.title)
        return "<br>".join(filter(None, [title, summary])) + self._cites(event)

    def _anchor(self, event: Event) -> str:
        """Return an anchor to link to, which is named for the id of the event."""
        if not self._has_anchors:
            return ""
        return f'<a id="{anchor(event.id)}"></a>'

    def _follows(self, event: Event) -> str:
        causes = self._timeline.causes(event)
        if not self._has_anchors:
            return escaped("; ".join(cause.title for cause in causes))
        return "; ".join(link(cause.title, f"#{anchor(cause.id)}") for cause in causes)

    def _cites(self, event: Event) -> str:
        return self._notes.cite(event) if self._options.sources is Citing.FOOTNOTES else ""

    def _actors(self, event: Event) -> str:
        return escaped(actors_in_words(self._timeline, event))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
