"""What stands above a view: the title, the files, the question, and what it found."""

from collections.abc import Iterator

from rich.segment import Segment

from timeline.library import Timeline
from timeline.query import Query
from timeline.selection import Selection
from timeline.sides import end_text, from_to, start_text
from timeline.views import theme
from timeline.views.layout import lines, segments, words


def header(
    timeline: Timeline, selection: Selection, look: theme.Theme, width: int
) -> Iterator[Segment]:
    """Yield the header of what a question found, in one line more than the title takes."""
    facts = [files(timeline)]
    if selection.query != Query():
        facts.append(str(selection.query))
    count, total = len(selection), selection.total
    events = "event" if total == 1 else "events"
    facts.append(f"{count:,} of {total:,} {events}" if count != total else f"{total:,} {events}")
    extent = selection.extent()
    if extent is not None:
        first, last = extent
        one = first.text == last.text
        facts.append(first.describe() if one else from_to(start_text(first), end_text(last)))
    told = f" {look.glyphs.dot} ".join(facts)
    for content, style in ((timeline.title, theme.TITLE), (told, theme.QUIET)):
        for line in lines(words(content, style), width):
            yield from segments(line)
            yield Segment.line()


def files(timeline: Timeline) -> str:
    """Return which files a chronology was read from, in a few words."""
    first, *others = timeline.files
    return f"{first} and {len(others)} more" if len(others) > 2 else ", ".join(timeline.files)
