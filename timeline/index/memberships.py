"""Who acts for whom, and on which days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from timeline.index.database import Database

if TYPE_CHECKING:
    from timeline.dates import Span, Spans

ACTING = (
    "WITH RECURSIVE members (actor) AS ({} UNION "
    "SELECT m.actor FROM member_of m JOIN members o ON m.organisation = o.actor) "
    "SELECT actor FROM members"
)
"""SQL for everyone who acts for the actors of a statement, on whatever days, and for these."""


def acting_for(
    index: Database, organisation: str, *, certain: bool = False
) -> "Mapping[str, Spans]":
    """Return who may act for an organisation, itself included, and on which days.

    With `certain`, they are the days on which each surely does. An actor that acts for it through
    several memberships does so on the days on which all of them hold.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    for actor, low, high in index.rows(
        "SELECT actor, low, high FROM acting WHERE organisation = ? AND certain = ? "
        "ORDER BY actor, low",
        organisation,
        int(certain),
    ):
        found[actor].append((low, high))
    if not found:
        from timeline.dates import ALWAYS

        rows = index.rows(ACTING.format("SELECT ?"), organisation)
        return {actor: ALWAYS for (actor,) in rows}
    return {actor: tuple(spans) for actor, spans in found.items()}


def acted_for_by(index: Database, actors: Iterable[str]) -> list[str]:
    """Return all for whom some actors act on whatever days, in the order of the registry.

    The actors themselves are included.
    """
    sql = (
        "WITH RECURSIVE above (actor) AS (SELECT value FROM json_each(?) UNION "
        "SELECT m.organisation FROM member_of m JOIN above a ON m.actor = a.actor) "
        "SELECT id FROM actor WHERE id IN (SELECT actor FROM above) ORDER BY rowid"
    )
    return [name for (name,) in index.rows(sql, msgspec.json.encode(list(actors)).decode())]
