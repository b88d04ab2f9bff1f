"""What differs between two versions of a chronology, event by event."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from timeline.dates import EventDate
from timeline.editing.comparing import Comparison, Difference, Edit, Listed, Revision, TextEdit
from timeline.model import Actor, Event, Membership, Role, Source, Tag
from timeline.text import visible
from timeline.views.layout import UNLIMITED, Word, paragraph, theme, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_STYLES = {
    "added": Style(color="green"),
    "removed": Style(color="red"),
    "changed": Style(color="cyan"),
}
_FIELD_INDENT = 4
_VALUE_INDENT = 6
_NARROWEST = 20
_SHORT = 60
"""The number of characters up to which an old and a new text stand on one line."""


class Differences:
    """The differences, in sections: the chronology itself, actors, tags, events.

    `+` is added, `-` removed and `~` changed. On a terminal the lines are wrapped.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = max(_NARROWEST, options.max_width) if console.is_terminal else UNLIMITED
        page = _Page(width, "->" if options.ascii_only else "→", self._comparison)
        sections = [
            (
                "Chronology",
                [part for edit in self._comparison.headings for part in page.edit(edit)],
            ),
            ("Actors", list(page.differences(self._comparison.actors))),
            ("Tags", list(page.differences(self._comparison.tags))),
            ("Events", list(page.differences(self._comparison.events))),
        ]
        shown = [(heading, parts) for heading, parts in sections if parts]
        for number, (heading, parts) in enumerate(shown):
            if number:
                yield Segment.line()
            if len(shown) > 1 or heading != "Events":
                yield Segment(heading, theme.HEADING)
                yield Segment.line()
            yield from parts


class History:
    """What each commit changed: its short hash, day, author and subject, and the differences."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self._revisions = revisions

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = max(_NARROWEST, options.max_width) if console.is_terminal else UNLIMITED
        for number, revision in enumerate(self._revisions):
            if number:
                yield Segment.line()
            commit = revision.commit
            day = EventDate.parse(commit.date[:10]).describe()
            facts = [
                *words(commit.short, theme.HEADING),
                *words(f"{day}, {commit.author}:", theme.HEADING),
                *words(commit.subject, theme.PLAIN),
            ]
            yield from paragraph(facts, 0, width)
            yield from Differences(revision.comparison).__rich_console__(console, options)


def differences_summary(comparison: Comparison) -> str:
    """Return the number of events that differ: `2 events added, 1 changed`."""
    kinds = [difference.kind for difference in comparison.events]
    counts = [(kind, kinds.count(kind)) for kind in _SIGNS if kind in kinds]
    if not counts:
        return "no event differs"
    (kind, count), *others = counts
    first = f"{count:,} event{'s' if count != 1 else ''} {kind}"
    return ", ".join([first, *(f"{count:,} {kind}" for kind, count in others)])


class _Page(NamedTuple):
    """How differences are written: the width in cells, an arrow, and the names of actors."""

    width: int
    arrow: str
    comparison: Comparison

    def differences(
        self,
        found: tuple[Difference[Event], ...]
        | tuple[Difference[Actor], ...]
        | tuple[Difference[Tag], ...],
    ) -> Iterator[Segment]:
        for difference in found:
            style = _STYLES[difference.kind]
            sign = _SIGNS[difference.kind]
            yield from self._marked(sign, _heading(difference.record), 0, style)
            for edit in difference.edits:
                yield from self.edit(edit)

    def edit(self, edit: Edit) -> Iterator[Segment]:
        name = [*words(f"{edit.field.replace('_', ' ')}:", theme.PLAIN)]
        if isinstance(edit, TextEdit):
            before, after = (_text(edit.field, text) for text in (edit.before, edit.after))
            note = words(f"({edit.note})", theme.QUIET) if edit.note else []
            if before and after and len(before) + len(after) <= _SHORT:
                old = words(before, _STYLES["removed"])
                new = words(after, _STYLES["added"])
                line = [*name, *old, Word(self.arrow, theme.PLAIN), *new, *note]
                yield from paragraph(line, _FIELD_INDENT, self.width)
                return
            yield from paragraph([*name, *note], _FIELD_INDENT, self.width)
            removed, added = [before] if before else [], [after] if after else []
        else:
            removed = [self._item(edit.field, item) for item in edit.removed]
            added = [self._item(edit.field, item) for item in edit.added]
            moved = [] if removed or added else words("in another order", theme.PLAIN)
            yield from paragraph([*name, *moved], _FIELD_INDENT, self.width)
        for kind, texts in (("removed", removed), ("added", added)):
            for text in texts:
                content = words(text, _STYLES[kind])
                sign = _SIGNS[kind]
                yield from self._marked(sign, content, _VALUE_INDENT, _STYLES[kind])

    def _marked(
        self, sign: str, content: list[Word], indent: int, style: Style
    ) -> Iterator[Segment]:
        # A sign of its own, so that it is coloured, and wrapped lines begin below the text.
        segments = paragraph(content, indent, self.width, f"{sign} ")
        for segment in segments:
            yield Segment(segment.text, style) if segment.text == f"{sign} " else segment

    def _item(self, field: str, item: Listed) -> str:
        if isinstance(item, Role):
            return f"{item.title} ({item.when})"
        if isinstance(item, Membership):
            return f"{self._item(field, item.id)}, {item.when}"
        if isinstance(item, Source):
            date = _text("date", item.date) if item.date else ""
            parts = (item.title, item.publisher, date, item.url, item.archive)
            return ", ".join(part for part in parts if part)
        name = self.comparison.names.get(item, item) if field in ("actors", "member_of") else item
        return name if name == item else f"{name} ({item})"


def _heading(record: Event | Actor | Tag) -> list[Word]:
    if isinstance(record, Event):
        return [
            *words(f"{record.date.describe()}:", theme.PLAIN),
            *words(record.title, theme.TITLE),
            *words(f"({record.id})", theme.QUIET),
        ]
    if isinstance(record, Actor):
        return [*words(record.name, theme.TITLE), *words(f"({record.id})", theme.QUIET)]
    return words(record.id, theme.TITLE)


def _text(field: str, text: str) -> str:
    return EventDate.parse(text).describe() if field == "date" else visible(text)
