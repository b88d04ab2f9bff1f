"""Wikitext: a list or sortable tables for MediaWiki, with sources as references."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from timeline.archives import archived_on
from timeline.dates import EventDate
from timeline.model import Event, Facet, Source
from timeline.text import slug, visible, visible_lines
from timeline.writers.actors import actors_in_words
from timeline.writers.anchors import anchor
from timeline.writers.options import Citing, Part, Style
from timeline.writers.writing import Export

# Entities keep these from being read as markup, as links or as signatures. Each alternative begins
# with a character, because then the text is searched ten times as fast.
_SPECIAL = re.compile(
    r"[\[\]{}|<>&]|'(?:(?=')|(?<=''))|~(?:(?=~)|(?<=~~))|_(?:(?=_)|(?<=__))|:(?=//)"
    r"|:(?:(?<=mailto:)|(?<=news:))|(?:RFC|PMID|ISBN) "
)
# A text that neither rule changes: it has none of the characters with which a match can begin.
_PLAIN = re.compile(r"(?![*#:;= !+-])[^\[\]{}|<>&'~_:RPI]*")
_AT_LINE_START = re.compile(r"^[*#:;= !+-]")
_NOT_IN_ADDRESS = re.compile(r"[\s\[\]{}|<>\"\\^`]|'(?:(?=')|(?<=''))")
_NEWS = re.compile(
    r"\b(?:news|times|post|journal|tribune|herald|guardian|telegraph|reuters|press|gazette|daily"
    r"|bbc|cnn|npr|pbs|cbs|nbc|abc|rfe/rl|tass|interfax|politico|bloomberg|al jazeera)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:research service|accountability office|inspector general|institute|commission)\b",
    re.IGNORECASE,
)


def write(export: Export) -> Iterator[str]:
    """Yield the events found as wikitext, with a `ref` for each source and the list of them.

    Sources use the templates `cite news`, `cite report` or `cite web`, as the name of their
    publisher suggests. A source that is cited again refers to its name, which is the same in every
    export.
    """
    page = _Page(export)
    options = export.options
    # The title of a page has level 1.
    equals = "=" * (options.heading_level or 2)
    separator = ""
    for group in export.found.groups(options.grouping):
        yield separator
        if group.label:
            yield f"{equals} {_escaped(group.label)} {equals}\n"
        if options.style is Style.TABLE:
            yield from page.table(group.events)
        else:
            yield from map(page.item, group.events)
        separator = "\n"
    if page.has_references:
        yield f"\n{equals} References {equals}\n<references />\n"


class _Page:
    """Writes events, and remembers which sources were cited."""

    def __init__(self, export: Export) -> None:
        self._export = export
        # Digests take less memory than the sources.
        self._cited: set[bytes] = set()
        self._columns: dict[str, Callable[[Event], str]] = {"Event": self._about}
        if export.found.names(Facet.ACTOR):
            self._columns["Actors"] = self._actors
        facts: dict[Part, Callable[[Event], str]] = {
            Part.PLACES: lambda event: _escaped(", ".join(event.places)),
            Part.TAGS: lambda event: _escaped(", ".join(event.tags)),
            Part.FOLLOWS: self._follows,
        }
        for part, fact in facts.items():
            if part in export.options.show:
                self._columns[part.capitalize()] = fact

    @property
    def has_references(self) -> bool:
        """Whether any source was cited in a reference."""
        return bool(self._cited)

    def item(self, event: Event) -> str:
        """Return an event as an item of a list."""
        facts = {name: fact(event) for name, fact in self._columns.items() if name != "Event"}
        about = self._about(event) + "".join(
            f"<br />{name}: {text}" for name, text in facts.items() if text
        )
        return f"* '''{_escaped(event.date.describe())}''': {about}\n"

    def table(self, events: Iterable[Event]) -> Iterator[str]:
        """Yield events as a sortable table."""
        yield '{| class="wikitable sortable"\n'
        yield f"! Date !! {' !! '.join(self._columns)}\n"
        for event in events:
            first = event.date.earliest
            key = f'data-sort-value="{first.ordinal + 10**9:010}" | ' if first else ""
            yield f"|-\n| {key}{_escaped(event.date.describe())}\n"
            for cell in self._columns.values():
                yield f"| {cell(event)}\n"
        yield "|}\n"

    def _about(self, event: Event) -> str:
        lines = [event.title, *visible_lines(event.summary)]
        target = ""
        if Part.ANCHORS in self._export.options.show:
            target = f'<span id="{anchor(event.id)}"></span>'
        return target + "<br />".join(map(_escaped, lines)) + self._cites(event)

    def _actors(self, event: Event) -> str:
        return _escaped(actors_in_words(self._export.timeline, event))

    def _follows(self, event: Event) -> str:
        causes = self._export.timeline.causes(event)
        if Part.ANCHORS not in self._export.options.show:
            return _escaped("; ".join(cause.title for cause in causes))
        return "; ".join(f"[[#{anchor(cause.id)}|{_escaped(cause.title)}]]" for cause in causes)

    def _cites(self, event: Event) -> str:
        match self._export.options.sources:
            case Citing.NONE:
                return ""
            case Citing.LINKS:
                cited = "; ".join(_link(source) for source in event.sources)
                return f" ({cited})" if cited else ""
            case Citing.FOOTNOTES:
                return "".join(map(self._reference, dict.fromkeys(event.sources)))

    def _reference(self, source: Source) -> str:
        parts = (source.title, source.url, source.publisher, source.date)
        text = "\n".join((*parts, source.archive) if source.archive else parts)
        digest = blake2b(text.encode(), digest_size=8).digest()
        # The name is that of the source in any export, so that a page can hold several.
        name = f"{_prefix(source.publisher)}-{digest.hex()}"
        if digest in self._cited:
            return f'<ref name="{name}" />'
        self._cited.add(digest)
        return f'<ref name="{name}">{_cited(source)}</ref>'


@lru_cache
def _prefix(publisher: str) -> str:
    """Return the start of the names of a publisher's references."""
    return slug(publisher or "source", 20)


def _cited(source: Source) -> str:
    if not source.address:
        parts = [source.title, source.publisher, _date(source)]
        return _escaped(", ".join(filter(None, parts)))
    kind, field, publisher = _published(source.publisher)
    fields = {
        "title": _escaped(source.title or source.address),
        "url": _address(source.address),
        field: publisher,
        "date": _escaped(_date(source)),
    }
    if source.url and source.archive:
        copied = archived_on(source.archive)
        fields["archive-url"] = _address(source.archive)
        fields["archive-date"] = copied.describe() if copied else ""
    given = "".join(f" |{name}={value}" for name, value in fields.items() if value)
    return f"{{{{cite {kind}{given}}}}}"


@lru_cache
def _published(publisher: str) -> tuple[str, str, str]:
    """Return the template for a publisher, its parameter for the name, and the name."""
    name = _escaped(publisher)
    if _REPORTS.search(publisher):
        return "report", "publisher", name
    if _NEWS.search(publisher):
        return "news", "work", name
    return "web", "website", name


def _date(source: Source) -> str:
    return EventDate.parse(source.date).describe() if source.date else ""


def _link(source: Source) -> str:
    text = _escaped(source.title or source.publisher or source.address)
    shown = f"[{_address(source.address)} {text}]" if source.address else text
    if source.url and source.archive:
        return f"{shown} [{_address(source.archive)} archived copy]"
    return shown


def _address(url: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _escaped(text: str) -> str:
    """Return a text as one line of wikitext that shows exactly this text."""
    text = visible(text)
    if _PLAIN.fullmatch(text):
        return text
    return _AT_LINE_START.sub(_entity, _SPECIAL.sub(_entity, text))


def _entity(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}&#{ord(found[0][-1])};"
