"""TimelineJS: the JSON of Knight Lab's TimelineJS3, for slides on a web page."""

import re
import zlib
from collections.abc import Iterator
from html import escape
from typing import Any

import msgspec

from timeline.dates import SECONDS_OF_DAY, Day, EventDate, Precision, Side
from timeline.model import Event, Source
from timeline.text import visible_lines
from timeline.writers.actors import actors_in_words
from timeline.writers.carried import carried
from timeline.writers.losses import BOUNDLESS, OPEN
from timeline.writers.registries import lose_registries
from timeline.writers.sources import citation
from timeline.writers.timelines.spans import shown_span
from timeline.writers.writing import Export

# The years that JavaScript's dates can hold; others need the scale of years alone.
_MOST_YEARS = 271_000
_LAST_YEAR = 9999
_encode = msgspec.json.Encoder().encode


def write(export: Export) -> Iterator[str]:
    """Yield the JSON that TimelineJS3 reads, with a title slide and a slide for each event.

    Years before 1 are counted as in `44 BCE`: -44. A date has only the parts that are known, and is
    shown in words. TimelineJS ignores `edtf`, the date as written, and `timeline`, the other parts
    of an event.
    """
    lose_registries(export)
    timeline = export.timeline
    far = export.found.reaches_beyond(Day(-_MOST_YEARS, 1, 1), Day(_MOST_YEARS, 12, 31))
    yield f'{{\n"scale": "{"cosmological" if far else "human"}",\n'
    if timeline.title:
        slide = {
            "unique_id": "title-slide",
            "text": {"headline": escape(timeline.title), "text": _html(timeline.description)},
        }
        yield f'"title": {_json(slide)},\n'
    yield '"events": ['
    separator = "\n"
    for event in export.found:
        if slide := _slide(event, export, far=far):
            yield f"{separator}{_json(slide)}"
            separator = ",\n"
    yield "\n]\n}\n" if separator == ",\n" else "]\n}\n"


def _json(value: Any) -> str:
    return _encode(value).decode()


def _slide(event: Event, export: Export, *, far: bool) -> dict[str, Any]:
    date = event.date
    if date.earliest is None and date.latest is None:
        export.losses.add(BOUNDLESS, date.describe())
        return {}
    if date.earliest is None or date.latest is None:
        export.losses.add(OPEN, date.describe())
    start, end = _span(date, far=far)
    slide: dict[str, Any] = {"unique_id": _unique_id(event.id), "edtf": date.text}
    slide["start_date"] = start
    if end:
        slide["end_date"] = end
    slide["display_date"] = escape(date.describe())
    paragraphs = _paragraphs(event.summary)
    text = _shown(paragraphs) + _facts(event, export)
    slide["text"] = {"headline": escape(event.title), "text": text}
    if event.tags:
        # TimelineJS takes the text of this HTML, and shows it as HTML again.
        slide["group"] = escape(escape(event.tags[0]))
    if source := next((source for source in event.sources if source.url), None):
        slide["media"] = {
            "url": source.url,
            "link": source.url,
            "caption": escape(source.title),
            "credit": escape(source.publisher),
        }
    parts = carried(event, "actors", "places", "tags", "follows", "sources")
    if slide["unique_id"] != event.id:
        parts["id"] = event.id
    if "\n\n".join(map("\n".join, paragraphs)) != event.summary:
        parts["summary"] = event.summary
    if parts:
        # What the slide has no place for, or shows only as text.
        slide["timeline"] = parts
    # Otherwise TimelineJS makes links of addresses, even inside links.
    slide["autolink"] = False
    return slide


def _unique_id(identifier: str) -> str:
    """Return an id that can be part of an address."""
    if re.fullmatch("[A-Za-z0-9_-]+", identifier):
        return identifier
    safe = re.sub("[^A-Za-z0-9_-]+", "-", identifier).strip("-")
    return f"{safe}-{zlib.crc32(identifier.encode()):08x}"


def _span(date: EventDate, *, far: bool) -> tuple[dict[str, int], dict[str, int]]:
    """Return the start of a slide and its end, which is empty if the start says it all."""
    if date.is_interval and date.earliest and date.latest:
        ends = (date.start, date.earliest), (date.end, date.latest)
        start, end = (_parts(side, day, far=far) for side, day in ends)
        return start, end
    span = shown_span(date)
    assert span is not None
    first, last = span
    side = date.start if date.earliest else date.end
    known = _PARTS.get(side.precision, 0) if side.precision else 0
    if side.seconds is not None or (known and _is_whole(first, last, known)):
        return _parts(side, first, far=far), {}
    # A season, a decade or a set covers several months or years.
    start = {"year": _year(first.year)} if far else _day(first)
    return start, {"year": _year(last.year)} if far else _day(last)


def _is_whole(first: Day, last: Day, known: int) -> bool:
    """Return whether days are the first and last ones of one year, month or day."""
    before, after = (Day.from_ordinal(day) for day in (first.ordinal - 1, last.ordinal + 1))
    is_one = first[:known] == last[:known]
    return is_one and before[:known] != first[:known] and after[:known] != last[:known]


_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def _parts(side: Side, day: Day | None, *, far: bool) -> dict[str, int]:
    """Return the known parts of one side of a date."""
    if day is None:
        return {}
    if far:
        return {"year": _year(day.year)}
    if side.seconds is not None and side.earliest is not None:
        days, seconds = divmod(side.seconds, SECONDS_OF_DAY)
        clock = {"hour": seconds // 3600, "minute": seconds // 60 % 60, "second": seconds % 60}
        return _day(Day.from_ordinal(side.earliest.ordinal + days)) | clock
    known = _PARTS.get(side.precision, 3) if side.precision else 3
    return dict(list(_day(day).items())[:known])


def _day(day: Day) -> dict[str, int]:
    if abs(day.year) > _LAST_YEAR:
        # EDTF has no months and days of such years.
        return {"year": _year(day.year)}
    return {"year": _year(day.year), "month": day.month, "day": day.day}


def _year(year: int) -> int:
    return year if year > 0 else year - 1


def _facts(event: Event, export: Export) -> str:
    """Return the HTML below the summary of an event."""
    names = actors_in_words(export.timeline, event)
    facts = [
        f"<p>{escape(label)}: {escape(text)}</p>"
        for label, text in (("Actors", names), ("Places", ", ".join(event.places)))
        if text
    ]
    sources = "".join(f"<li>{_source(source)}</li>" for source in event.sources)
    return "".join(facts) + (f"<ol>{sources}</ol>" if sources else "")


def _source(source: Source) -> str:
    text = escape(citation(source, with_address=False) or source.url)
    shown = _link(source.url, text) if source.url else text
    copy = _link(source.archive, "archived copy") if source.archive else ""
    return " ".join(filter(None, [shown, copy]))


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{text}</a>'


def _html(text: str) -> str:
    """Return a text as paragraphs of HTML; its lines stay lines."""
    return _shown(_paragraphs(text))


def _shown(paragraphs: list[list[str]]) -> str:
    return "".join(f"<p>{'<br>'.join(map(escape, lines))}</p>" for lines in paragraphs if lines)


def _paragraphs(text: str) -> list[list[str]]:
    """Return the lines of each paragraph of a text."""
    paragraphs: list[list[str]] = [[]]
    for line in visible_lines(text):
        if line:
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return paragraphs
