"""The page: headings by time, events with numbered sources, a chart and a filter."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from html import unescape
from pathlib import Path
from urllib.parse import quote

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from timeline.dates import EventDate, Precision
from timeline.model import Event, Facet, Source
from timeline.search import Group
from timeline.text import visible, visible_lines
from timeline.writers.actors import role_then
from timeline.writers.anchors import anchor
from timeline.writers.html.chart import chart
from timeline.writers.sources import citation
from timeline.writers.writing import Export

_HERE = Path(__file__).parent
# RFC 3986 does not allow these in an address; quotes and angle brackets are escaped already.
_ILLEGAL = re.compile(r"[\s\\^`{|}\[\]]|&(?:#34|lt|gt);")
_MOST_LINKED = 1000
"""The maximum number of events in the data for search engines."""


def write(export: Export) -> Iterator[str]:
    """Yield an HTML page with the events found.

    The page requests nothing, and its Content-Security-Policy forbids any other script or style.
    It can be read without JavaScript; a script filters the events.
    """
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_HERE),
        undefined=StrictUndefined,
        finalize=_shown,
        keep_trailing_newline=True,
    )
    style, script = (_own(name) for name in ("page.css", "page.js"))
    timeline, found = export.timeline, export.found
    notes = _Notes()
    # A template calls a filter several times as fast as a function.
    environment.filters |= {
        "anchor": anchor,
        "address": quote,
        "time": _time,
        "lines": lambda names: escape("\n".join(map(visible, names))),
        "link": lambda url: Markup(_ILLEGAL.sub(_percent_encoded, escape(url))),
        "paragraphs": _paragraphs,
        "cite": notes.cite,
        "citation": lambda source: citation(source, with_address=False) or source.url,
        "filtering": lru_cache(maxsize=4096)(partial(_filtering, export)),
        "role": lambda name, date: role_then(timeline.actor(name), date),
        "causes": timeline.causes,
    }
    parts = environment.get_template("page.html.jinja").generate(
        title=timeline.title or "Chronology",
        description=timeline.description,
        question=str(found.query),
        chart=Markup(chart(export)),
        actors=[timeline.actor(name) for name in found.names(Facet.ACTOR)],
        tags=found.names(Facet.TAG),
        groups=_groups(found.groups(export.options.grouping)),
        style=style,
        script=script,
        policy=_policy(style, script),
        linked_data=_linked_data(export),
        sources=notes.numbered,
    )
    yield from _joined(parts)


def _shown(value: object) -> object:
    """Return a value as it is shown: control characters of a text are spelt out."""
    return visible(value) if type(value) is str else value


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in unescape(found[0]).encode())


def _own(name: str) -> Markup:
    return Markup((_HERE / name).read_text(encoding="utf-8"))


def _groups(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the groups that have events, since a list must have items."""
    return (group for group in groups if group.count)


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Yield larger pieces: the template makes a piece of each value."""
    held: list[str] = []
    for part in parts:
        held.append(part)
        if len(held) > 500:
            yield "".join(held)
            held.clear()
    yield "".join(held)


def _policy(style: str, script: str) -> str:
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (style, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _filtering(export: Export, identifier: str, field: str) -> Markup:
    """Return an actor or a tag as a link that filters the events by it."""
    name = export.timeline.actor(identifier).name if field == "actor" else identifier
    # The script compares this with the values of the form, which are visible too.
    value = visible(identifier)
    return Markup('<a href="?{0}={1}" data-field="{0}" data-value="{2}">{3}</a>').format(
        field, quote(value), value, visible(name)
    )


def _time(date: EventDate) -> Markup:
    """Return a date in words, as a `time` element if HTML has a form for it.

    It has none for doubt.
    """
    words = escape(date.describe())
    first = date.earliest
    known = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}.get(date.precision)
    if date.is_interval or date.has_time or date.in_doubt or date.text[0] in "[{":
        return words
    if not known or not first or not 0 < first.year <= 9999:
        return words
    return Markup(f'<time datetime="{str(first)[:known]}">{words}</time>')


def _paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs of a text, each as its lines."""
    paragraphs: list[list[str]] = [[]]
    for line in visible_lines(text):
        if line:
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


class _Notes:
    """Numbers the sources in the order in which they are cited."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def cite(self, event: Event) -> list[int]:
        """Return the numbers of the sources of an event."""
        numbers = self._numbers
        return [numbers.setdefault(one, len(numbers) + 1) for one in dict.fromkeys(event.sources)]

    def numbered(self) -> Iterator[tuple[int, Source]]:
        """Yield the sources that were cited, with their numbers."""
        for source, number in self._numbers.items():
            yield number, source


def _linked_data(export: Export) -> Markup:
    """Return the events as a list of schema.org, for search engines."""
    items: list[dict[str, str]] = []
    for event in export.found:
        if len(items) >= _MOST_LINKED:
            break
        address = f"#{quote(anchor(event.id))}"
        item = {"@type": "Event", "name": visible(event.title), "url": address}
        sides = (
            ("startDate", event.date.start, event.date.starts_on),
            ("endDate", event.date.end, event.date.ends_on),
        )
        for key, side, day in sides:
            # There is no word for doubt, so that a date in doubt would look certain.
            in_doubt = side.approximate or side.uncertain
            if day and 0 < day.year <= 9999 and not in_doubt:
                item[key] = str(day)
        items.append(item)
    data = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": visible(export.timeline.title),
        "itemListElement": items,
    }
    text = msgspec.json.encode(data).decode()
    # Nothing in a string may end the element.
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)
