"""The JSON of TimelineJS3: each slide is an event."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.dates import EventDate, date_or_interval
from timeline.errors import DateError, Severity
from timeline.readers.interchange import differs, is_shown_as, text_of_html
from timeline.readers.items import Heading, Item, Place, Refused
from timeline.readers.json.values import JsonError, JsonMark, JsonText, Source, Values, parsed
from timeline.readers.records import EventReader, List, Record, Text, Value, is_address, place_of
from timeline.readers.report import Report
from timeline.readers.text import ByteStream, CheckedText, items_of_text
from timeline.text import visible, visible_lines

_LONGEST = 1 << 28
_READ = {
    *("start_date", "end_date", "display_date", "text", "media", "group", "unique_id", "edtf"),
    *("autolink", "timeline"),
}
_CARRIED = ("id", "summary", "actors", "places", "tags", "follows", "sources")
# What an exported slide shows below its summary, with escaped text in it.
_ACTORS = r"<p>Actors: [^<]*</p>"
_PLACES = r"<p>Places: [^<]*</p>"
_SOURCES = r"<ol>(?:<li>(?:<a [^<>]*>[^<]*</a>|[^<]*)</li>)*</ol>"
_SOURCE_PARTS = {"url": "url", "caption": "title", "credit": "publisher"}

_TEXT = ("headline", "text")
_MEDIA = ("url", "caption", "credit", "link")
_DATE = ("year", "month", "day", "hour", "minute", "second")

Path = tuple[str | int, ...]


def read(stream: ByteStream, report: Report) -> Iterator[Item]:
    """Yield the events of a TimelineJS3 document, and report its problems.

    The year -44 is 44 BCE, as TimelineJS shows it. Text loses its HTML, but keeps its lines.
    """
    return items_of_text(stream, report, _LONGEST, "file", lambda text: _slides(text, report))


def _slides(text: CheckedText, report: Report) -> Iterator[Item]:
    whole = "".join(text.lines())
    try:
        found = parsed(whole)
    except JsonError as error:
        line = whole.count("\n", 0, error.at) + 1
        place = Place(line, error.at - whole.rfind("\n", 0, error.at))
        report.error(place, f"this is not JSON: {error}")
        yield Refused("")
    else:
        yield from _SlideReader(report, Source(whole, 1)).items(_object(found))


class _SlideReader:
    """Makes events from slides."""

    def __init__(self, report: Report, source: Source) -> None:
        self._report = report
        self._source = source
        self._values = Values(report, source)
        self._events = EventReader(report)

    def items(self, document: Mapping[str, Any]) -> Iterator[Item]:
        slide = _object(document.get("title"))
        title = _object(slide.get("text"))
        self._ignore_others(slide, ("text", "unique_id", "autolink"), ("title",))
        for part, key in (("headline", "title"), ("text", "description")):
            if text := _plain(title.get(part)):
                yield Heading(key, text)
        for key in document:
            if key not in ("title", "events", "scale") and document[key]:
                self._ignore(key, (key,))
        slides = document.get("events")
        for number, slide in enumerate(slides if isinstance(slides, list) else []):
            self._report.is_chronology = True
            yield self._events.event(self._record(_object(slide), ("events", number)))

    def _record(self, slide: Mapping[str, Any], path: Path) -> Record:
        record = Record(JsonMark(self._source, path), bracketed=True)
        text = _object(slide.get("text"))
        for part, key in (("headline", "title"), ("text", "summary")):
            if part in text:
                self._add(record, key, _plain(text[part]), (*path, "text", part))
        if "start_date" in slide or isinstance(slide.get("edtf"), str):
            self._add_date(record, slide, path)
        if isinstance(slide.get("unique_id"), str):
            self._add(record, "id", slide["unique_id"], (*path, "unique_id"))
        if isinstance(slide.get("group"), str):
            # TimelineJS takes the text of this HTML, and shows it as HTML again.
            self._add(record, "tags", _plain(_plain(slide["group"])), (*path, "group"))
        if media := _object(slide.get("media")):
            self._add_source(record, media, (*path, "media"))
        if carried := _object(slide.get("timeline")):
            self._add_carried(record, slide, carried, path)
        for key in slide:
            if key not in _READ:
                self._ignore(key, (*path, key))
        for key, parts in (("text", _TEXT), ("start_date", _DATE), ("end_date", _DATE)):
            self._ignore_others(_object(slide.get(key)), parts, (*path, key))
        if slide.get("display_date") and not _says_date(slide):
            self._ignore("display_date", (*path, "display_date"))
        return record

    def _add_carried(
        self, record: Record, slide: Mapping[str, Any], carried: Mapping[str, Any], path: Path
    ) -> None:
        """Add the parts of an event that an exported slide has no place for, or only as text."""
        shown = dict(record.entries)
        path = (*path, "timeline")
        for key, value in self._values.record(tuple(carried.items()), path).entries.items():
            if key not in _CARRIED:
                self._ignore(key, (*path, key))
                continue
            if key == "summary":
                continue
            record.keys[key] = JsonText(key, self._source, (*path, key), of_key=True)
            record.entries[key] = value
        text = _object(slide.get("text")).get("text")
        if isinstance(text, str):
            summary = _plain(_without_facts(text, carried))
            written = carried.get("summary")
            if isinstance(written, str):
                unchanged = " ".join(visible_lines(written)).split() == summary.split()
                summary = written if unchanged else summary
            self._add(record, "summary", summary, (*path[:-1], "text", "text"))
        self._keep_changes(record, shown)

    def _keep_changes(self, record: Record, shown: Mapping[str, Value]) -> None:
        """Add a tag and a source that a slide shows and that are not among those it carries."""
        tag, media, tags = shown.get("tags"), shown.get("sources"), record.entries.get("tags")
        if isinstance(tag, JsonText) and isinstance(tags, List):
            names = [one.value for one in tags.items if one]
            tags.items[:0] = [tag] if tag.value not in names else []
        sources = record.entries.get("sources")
        if isinstance(media, List) and isinstance(sources, List) and media is not sources:
            urls = [_address(one) for one in sources.items]
            sources.items += [one for one in media.items if _address(one) not in urls]

    def _add_date(self, record: Record, slide: Mapping[str, Any], path: Path) -> None:
        start = _edtf(_object(slide.get("start_date")))
        end = _edtf(_object(slide.get("end_date")))
        date = date_or_interval(start, end)
        written = slide.get("edtf")
        if isinstance(written, str):
            if "start_date" not in slide or is_shown_as(written, date):
                self._add(record, "date", written, (*path, "edtf"))
                return
            place = place_of(JsonText(written, self._source, (*path, "edtf")))
            self._report.warning(place, differs("edtf", written))
        self._add(record, "date", date, (*path, "start_date"), style="")

    def _add_source(self, record: Record, media: Mapping[str, Any], path: Path) -> None:
        source = Record(JsonMark(self._source, path), bracketed=True)
        self._ignore_others(media, _MEDIA, path)
        if media.get("link") not in (None, "", media.get("url")):
            self._ignore("media.link", (*path, "link"))
        for part, key in _SOURCE_PARTS.items():
            text = media.get(part)
            # Media can also be a piece of HTML.
            if key == "url" and isinstance(text, str) and is_address(text.strip()):
                self._add(source, key, text.strip(), (*path, part))
            elif text := _plain(text):
                self._add(source, "title" if key == "url" else key, text, (*path, part))
            elif key == "url" and media.get(part):
                at = JsonText("", self._source, (*path, part))
                self._report.ignored(place_of(at), "media that is HTML without text")
        sources = List(source.start_mark, bracketed=True)
        sources.items = [source] if source.entries else []
        record.keys["sources"] = JsonText("sources", self._source, path, of_key=True)
        record.entries["sources"] = sources

    def _add(self, record: Record, key: str, text: str, path: Path, *, style: str = '"') -> None:
        checked = self._values.value(text, path)
        if checked is None:
            record.whole = False
            return
        record.keys[key] = JsonText(key, self._source, path, of_key=True)
        record.entries[key] = JsonText(text, self._source, path, style=style)

    def _ignore_others(self, found: Mapping[str, Any], known: Sequence[str], path: Path) -> None:
        """Warn of what a part of a slide has besides what is read."""
        for key, value in found.items():
            if key not in known and value not in (None, ""):
                self._ignore(f"{path[-1]}.{key}", (*path, key))

    def _ignore(self, key: str, path: Path) -> None:
        name: Text = JsonText(key, self._source, path, of_key=True)
        shown = f"'{visible(key)}'"
        self._report.tally(
            Severity.WARNING,
            ("ignored", key),
            place_of(name),
            f"{shown} has no counterpart in a chronology, and is ignored",
            lambda count: f"{shown} has no counterpart, and is ignored in {count:,} events",
        )


def _address(value: Value) -> str | None:
    """Return the address of a source."""
    url = value.entries.get("url") if isinstance(value, Record) else None
    return url.value if url is not None else None


def _says_date(slide: Mapping[str, Any]) -> bool:
    """Return whether an exported slide shows its date in the words of the export."""
    try:
        shown = EventDate.parse(str(slide.get("edtf"))).describe()
    except DateError:
        return False
    return _plain(slide["display_date"]) == shown


def _without_facts(text: str, carried: Mapping[str, Any]) -> str:
    """Return the HTML of an exported slide without what it shows below the summary."""
    facts = [
        part
        for key, part in (("actors", _ACTORS), ("places", _PLACES), ("sources", _SOURCES))
        if carried.get(key)
    ]
    return re.sub(f"{''.join(facts)}$", "", text)


def _plain(value: Any) -> str:
    """Return a piece of HTML as plain text; empty if it is no text."""
    return text_of_html(value) if isinstance(value, str) else ""


def _object(value: Any) -> dict[str, Any]:
    return dict(value) if type(value) is tuple else {}


def _edtf(parts: Mapping[str, Any]) -> str:
    """Return a date in parts as EDTF, which need not be valid; empty without a year."""
    texts = {key: str(value).strip() for key, value in parts.items() if value not in (None, "")}
    year = texts.get("year", "")
    found = re.fullmatch("(-?)([0-9]+)", year)
    if not found:
        return year
    number = int(found[2]) - (1 if found[1] and found[2].strip("0") else 0)
    date = f"{found[1] if number else ''}{number:04}"
    date = f"Y{date}" if number > 9999 else date
    for part in ("month", "day"):
        if part not in texts:
            break
        date += f"-{texts[part]:0>2}"
    else:
        if "hour" in texts:
            clock = [texts.get(part, "0") for part in ("hour", "minute", "second")]
            date += "T" + ":".join(
                f"{part:0>2}" for part in (clock if clock[2] != "0" else clock[:2])
            )
    return date
