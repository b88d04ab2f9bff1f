"""Rules about the sources of one event."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from timeline.dates import NO_END, EventDate
from timeline.model import Source
from timeline.rules.facts import Facts
from timeline.text import fold, visible

_WIRE_SERVICES = {
    "afp": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "ap": "Associated Press",
    "ap news": "Associated Press",
    "associated press": "Associated Press",
    "dpa": "dpa",
    "interfax": "Interfax",
    "reuters": "Reuters",
    "tass": "TASS",
    "xinhua": "Xinhua",
}
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


def no_source(event: Facts, today: date) -> Iterator[str]:
    """Find an event without sources."""
    if not event.sources:
        yield "the event has no source: add one under 'sources'"


def single_publisher(event: Facts, today: date) -> Iterator[str]:
    """Find an event all of whose sources come from one publisher."""
    origins = {_origin(source) for source in event.sources}
    if len(origins) != 1:
        return
    (origin,) = origins
    if origin:
        known = next(source.publisher for source in event.sources)
        name = visible(_WIRE_SERVICES.get(origin) or known or origin)
        count = len(event.sources)
        sources = "the only source is" if count == 1 else f"all {count} sources are"
        yield f"{sources} from {name}: add one from another publisher"


def _origin(source: Source) -> str:
    """Return who a source is from: a wire service, a publisher or a site; empty if unknown."""
    publisher = fold(source.publisher)
    for text in (source.publisher, source.title):
        if (found := _IN_BRACKETS.search(text)) and fold(found[1]) in _WIRE_SERVICES:
            publisher = fold(found[1])
    if publisher in _WIRE_SERVICES:
        return fold(_WIRE_SERVICES[publisher])
    return publisher or _site(source.url)


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def no_archive(event: Facts, today: date) -> Iterator[str]:
    """Find an event with sources on the web that have no archived copy."""
    on_web = [source for source in event.sources if source.url]
    missing = sum(not source.archive for source in on_web)
    if missing:
        count = len(on_web)
        whose = (
            "the only source on the web has"
            if count == 1
            else f"all {count} sources on the web have"
            if missing == count
            else f"{missing} of {count} sources on the web {'has' if missing == 1 else 'have'}"
        )
        yield f"{whose} no archived copy: add its address under 'archive'"


def source_before_event(event: Facts, today: date) -> Iterator[str]:
    """Find an event whose dated sources are all older than the event can be."""
    if not event.sources or not all(source.date for source in event.sources):
        return
    when = event.when
    if when.earliest is None or when.in_doubt:
        return
    last = max(
        _dates(event), key=lambda dated: NO_END if (day := dated.latest) is None else day.ordinal
    )
    if last.latest is not None and last.latest < when.earliest:
        yield (
            f"the event is dated {when.describe()}, but no source is later than "
            f"{last.describe()}: correct the date, or add a source that reports it"
        )


def source_future(event: Facts, today: date) -> Iterator[str]:
    """Find a source that is dated after the present day."""
    for dated in _dates(event):
        if dated.earliest is not None and dated.earliest.ordinal > today.toordinal():
            yield f"a source is dated {dated.describe()}, which is in the future: correct it"


def vague_date_precise_source(event: Facts, today: date) -> Iterator[str]:
    """Find an event of a month or year with a source of a day in it."""
    if not any(source.date for source in event.sources):
        return
    when = event.when
    first, last = when.earliest, when.latest
    if when.is_interval or when.in_doubt or first is None or last is None or first == last:
        return
    for dated in _dates(event):
        day = dated.earliest
        if day is not None and day == dated.latest and first <= day <= last:
            yield (
                f"the date is only {when.describe()}, but a source is dated {dated.describe()}: "
                "look there for the day"
            )
            return


def _dates(event: Facts) -> Iterator[EventDate]:
    """Yield the different dates of an event's sources."""
    for text in dict.fromkeys(source.date for source in event.sources):
        if text:
            yield EventDate.parse(text)
