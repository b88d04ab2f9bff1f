"""Look up the names and the informally written periods of a question in a chronology."""

from datetime import date
from json import dumps as to_json
from typing import assert_never

from timeline.dates import EventDate, Period, PeriodError, parse_period
from timeline.index import NO_NAME, Index
from timeline.query import Alternative, Field
from timeline.search.naming import (
    NoSuchName,
    check_named,
    find_actors,
    find_id,
    find_tags,
    is_id,
    like_words,
    with_signs,
)
from timeline.search.sql.acting import acting
from timeline.search.sql.parts import Part, Window
from timeline.text import fold, searchable, visible


def lookup(index: Index, asked: Alternative, window: Window, *, certain: bool = False) -> Part:
    """Return the condition for an alternative that is a name or a text.

    With `certain`, memberships must surely hold on each day of an event. Raises
    `NotUnderstoodError` if nothing has the name or several have it.
    """
    match asked.field:
        case Field.ACTOR:
            actors = find_actors(index, asked.value)
            if asked.alone:
                these = "name IN (SELECT value FROM json_each(?))"
                return window.named("actor", these, to_json(actors))
            return acting(index, actors, window, certain=certain)
        case Field.TAG:
            tags = to_json(find_tags(index, asked.value))
            return window.named("tag", "name IN (SELECT value FROM json_each(?))", tags)
        case Field.PLACE:
            check_named(index, "place", asked.value)
            return _called("place", like_words(asked.value), window)
        case Field.SOURCE:
            check_named(index, "publisher", asked.value)
            publisher = like_words(asked.value)
            found = _called("publisher", publisher, window)
            if not asked.alone:
                return found
            others = _called("publisher", publisher, window, negated=True)
            sql = f"({found.sql} AND NOT {others.sql})"
            return Part(sql, (*found.parameters, *others.parameters))
        case Field.ID:
            return Part("e.id = ?", (find_id(index, asked.value),))
        case Field.TEXT:
            return _text(asked, window)
        case (
            Field.YEAR
            | Field.SINCE
            | Field.UNTIL
            | Field.DURING
            | Field.NEAR
            | Field.BETWEEN
            | Field.KNOWN_BY
            | Field.QUESTION
        ):
            raise ValueError(f"{asked.field} is not a name or a text")
    assert_never(asked.field)


def _called(kind: str, like: str, window: Window, *, negated: bool = False) -> Part:
    """Return the condition that an event has a name of this kind that matches a LIKE pattern.

    If `negated`, it must have a name that does not match.
    """
    names = f"(SELECT name FROM spelling WHERE kind = '{kind}' AND ' ' || folded || ' ' LIKE ?)"
    which = f"name <> '{NO_NAME}' AND name NOT IN {names}" if negated else f"name IN {names}"
    return window.named(kind, which, like)


def _text(asked: Alternative, window: Window) -> Part:
    """Search titles, summaries, and the names of actors and places."""
    if not fold(asked.value):
        raise NoSuchName(f"'{visible(asked.value)}' has no letters or digits to search for")
    match = '"' + searchable(asked.value).replace('"', '""') + '"' + ("" if asked.phrase else "*")
    like = like_words(asked.value, prefix=not asked.phrase)
    parts = [
        Part("e.number IN (SELECT rowid FROM search WHERE search MATCH ?)", (match,)),
        _called("actor", like, window),
        _called("place", like, window),
    ]
    return Part(
        " OR ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.parameters),
    )


def typed_period(index: Index, text: str, today: date, asked: Alternative | None = None) -> Period:
    """Parse a period as people type it, such as `last 6 months` or `@crimea-annexation+6m`.

    Relative periods are counted from `today`. `asked` is the term that contains the text, if any,
    for advice on how to write it. Raises `NotUnderstoodError` if the text is not a period.
    """
    try:
        return parse_period(
            text,
            today,
            date_of=lambda name: _date_of(index, name),
            is_event=lambda name: is_id(index, name),
        )
    except PeriodError as error:
        if (written := with_signs(index, text, asked)) is None:
            raise
        raise PeriodError(error.message, f"did you mean '{written}'?") from None


def _date_of(index: Index, name: str) -> EventDate:
    identifier = find_id(index, name)
    return EventDate.parse(index.value("SELECT date FROM event WHERE id = ?", identifier))
