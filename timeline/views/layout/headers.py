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
    line = facts(timeline, selection, look)
    for content, style in ((timeline.title, theme.TITLE), (line, theme.QUIET)):
        yield from paragraph(look.words(content, style), 0, look.width)


def facts(
    timeline: Timeline, selection: Selection, look: Look, *, with_question: bool = True
) -> str:
    """Return the files, the question, the number of events and their dates as one line."""
    found = [files(timeline)]
    if with_question and selection.query != Query():
        found.append(str(selection.query))
    found.append(_how_many(selection) + _left_out(selection))
    extent = selection.extent()
    if extent is not None:
        first, last = (date.without_time() for date in extent)
        is_one = first.text == last.text
        found.append(first.describe() if is_one else describe_span(first.start, last.end))
    return f" {look.glyphs.dot} ".join(found)


def _how_many(selection: Selection) -> str:
    shown, found, total = len(selection), selection.matching, selection.total
    of_all = f"{total:,} {'event' if total == 1 else 'events'}"
    if shown == found:
        return of_all if found == total else f"{found:,} of {of_all}"
    where = "last" if selection.descending else "first"
    if found == total:
        return f"{where} {shown:,} of {of_all}"
    return f"{where} {shown:,} of {found:,} matching events ({total:,} in all)"


def _left_out(selection: Selection) -> str:
    left_out = selection.undated
    return f" ({left_out:,} left out without a dated source)" if left_out else ""


def files(timeline: Timeline) -> str:
    """Return the names of the files of a chronology, shortened if there are many."""
    first, *others = timeline.files
    return f"{first} and {len(others)} more" if len(others) > 2 else ", ".join(timeline.files)
