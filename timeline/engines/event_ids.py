"""Fetch the events that a question names by id, so that ids are looked up as in an index."""

import re
from collections.abc import Iterator
from contextlib import suppress

from sqlglot import exp

from timeline.dates import NO_END, NO_START, possible_ids
from timeline.engines.archive import add_event
from timeline.engines.engine import Engine, event_date
from timeline.engines.sql import Expression, Statements, equals, joined, starts_with
from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.model import Event
from timeline.query import DEEPEST, Field, Query
from timeline.search import MOST_CANDIDATES, MOST_COMPARED, find_question
from timeline.text import slug

_COLUMNS = ("number", "id", "date", "title", "start", "finish", "seconds")


def fetch_events(index: Index, engine: Engine, query: Query) -> None:
    """Add to an index the events whose ids a question may mean, or may have meant.

    Raises EngineError if the engine cannot answer.
    """
    for asked in dict.fromkeys(_asked(index, query, set())):
        exact = [equals("id", one) for one in (asked, slug(asked))]
        # As many as an error lists, and one more.
        found = _fetch(index, engine, joined(exact, every=False), MOST_CANDIDATES + 1)
        found |= _fetch(index, engine, starts_with("id", asked), MOST_CANDIDATES + 1)
        if not found:
            _fetch(index, engine, exp.true(), MOST_COMPARED)


def _asked(index: Index, query: Query, seen: set[str]) -> Iterator[str]:
    """Yield the ids, or their beginnings, that a question and the saved ones in it may contain."""
    for term in query.every_term():
        for one in term.alternatives:
            if one.field is Field.ID:
                yield one.value
            elif one.field is Field.QUESTION:
                # Its errors are reported when the question is answered.
                with suppress(NotUnderstoodError):
                    name, saved = find_question(index, one.value, ())
                    if name not in seen and len(seen) <= DEEPEST:
                        yield from _asked(index, saved, seen | {name})
            elif "@" in one.value:
                for part in re.split(r"\.\.|/", one.value):
                    yield from possible_ids(part.strip().removeprefix("@"))


def _fetch(index: Index, engine: Engine, which: Expression, most: int) -> bool:
    """Add the first of the events that meet a condition, and return whether there are any."""
    found = False
    for number, identifier, date, title, start, finish, seconds in engine.rows(
        Statements(which, limit=most).found(*_COLUMNS)
    ):
        span = (
            NO_START if start is None else start,
            NO_END if finish is None else finish,
            -1 if seconds is None else seconds,
        )
        add_event(index, int(number), Event(identifier, event_date(date), title), span)
        found = True
    return found
