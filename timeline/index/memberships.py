"""Who acts for whom, and on which days."""

from collections import defaultdict
from collections.abc import Mapping

from timeline.dates import ALWAYS, Span, Spans
from timeline.index.database import Database

ACTING = (
    "WITH RECURSIVE members (actor) AS ({} UNION "
    "SELECT m.actor FROM member_of m JOIN members o ON m.organisation = o.actor) "
    "SELECT actor FROM members"
)
"""SQL for everyone who acts for the actors of a statement, on whatever days, and for these."""


def acting_for(index: Database, organisation: str, *, certain: bool = False) -> Mapping[str, Spans]:
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
        rows = index.rows(ACTING.format("SELECT ?"), organisation)
        return {actor: ALWAYS for (actor,) in rows}
    return {actor: tuple(spans) for actor, spans in found.items()}
