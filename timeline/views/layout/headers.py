"""The header of a view: title, files, question, number of events and dates."""

from collections.abc import Iterator

from rich.segment import Segment

from timeline.chronology import Timeline
from timeline.dates import describe_span
from timeline.query import Query
from timeline.search import Selection
from timeline.views.layout import theme
from timeline.views.layout.look import Look
from timeline.views.layout.wrapping import paragraph


def header(timeline: Timeline, selection: Selection, look: Look) -> Iterator[Segment]:
    """Yield the header: the title, then one line about the question and its result."""
    facts = [files(timeline)]
    if selection.query != Query():
        facts.append(str(selection.query))
    facts.append(_how_many(selection))
    extent = selection.extent()
    if extent is not None:
        first, last = (date.without_time() for date in extent)
        is_one = first.text == last.text
        facts.append(first.describe() if is_one else describe_span(first.start, last.end))
    line = f" {look.glyphs.dot} ".join(facts)
    for content, style in ((timeline.title, theme.TITLE), (line, theme.QUIET)):
        yield from paragraph(look.words(content, style), 0, look.width)


def _how_many(selection: Selection) -> str:
    shown, found, total = len(selection), selection.matching, selection.total
    of_all = f"{total:,} {'event' if total == 1 else 'events'}"
    if shown == found:
        return of_all if found == total else f"{found:,} of {of_all}"
    where = "last" if selection.descending else "first"
    if found == total:
        return f"{where} {shown:,} of {of_all}"
    return f"{where} {shown:,} of {found:,} matching events ({total:,} in all)"


def files(timeline: Timeline) -> str:
    """Return the names of the files of a chronology, shortened if there are many."""
    first, *others = timeline.files
    return f"{first} and {len(others)} more" if len(others) > 2 else ", ".join(timeline.files)
