"""Who acts for whom, and on which days.

An actor acts for an organisation on a day if memberships lead to it that all hold on that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from timeline.dates import ALWAYS, Spans, Tenure, shared, united
from timeline.index.database import Database

Members = Mapping[str, Mapping[str, Spans]]
"""The members of each organisation, and the days on which they are."""

ACTING = (
    "WITH RECURSIVE members (actor) AS ({} UNION "
    "SELECT m.actor FROM member_of m JOIN members o ON m.organisation = o.actor) "
    "SELECT actor FROM members"
)
"""SQL for everyone who acts for the actors of a statement, on whatever days, and for these."""

_DATED = "(m.since <> '' OR m.until <> '')"


def members_of_each(index: Database, *, certain: bool = False) -> Members:
    """Return the members of all organisations, and the days on which each may be a member.

    With `certain`, they are the days on which it surely is.
    """
    return _members(index, "", certain=certain)


def acting_for(index: Database, organisation: str, *, certain: bool = False) -> Mapping[str, Spans]:
    """Return who may act for an organisation, itself included, and on which days.

    With `certain`, they are the days on which each surely does.
    """
    below = f"WHERE m.organisation IN ({ACTING.format('SELECT ?')})"
    members = _members(index, below, organisation, certain=certain)
    found: dict[str, Spans] = {organisation: ALWAYS}
    waiting = [organisation]
    while waiting:
        one = waiting.pop()
        for actor, spans in members.get(one, {}).items():
            before = found.get(actor, ())
            after = shared(found[one], spans)
            if before:
                after = united((*before, *after))
            if after != before:
                found[actor] = after
                waiting.append(actor)
    return found


def depend_on_dates(index: Database, actors: Iterable[str]) -> bool:
    """Return whether the day matters for who acts for any of these actors."""
    everyone = ACTING.format("SELECT value FROM json_each(?)")
    return bool(
        index.value(
            f"SELECT EXISTS (SELECT 1 FROM member_of m WHERE {_DATED} "
            f"AND m.organisation IN ({everyone}))",
            _to_json(actors),
        )
    )


def all_that_depend_on_dates(index: Database) -> list[str]:
    """Return the ids of the organisations for which it depends on the day who acts for them."""
    sql = (
        f"WITH RECURSIVE above (id) AS (SELECT m.organisation FROM member_of m WHERE {_DATED} "
        "UNION SELECT m.organisation FROM member_of m JOIN above a ON m.actor = a.id) "
        "SELECT id FROM above"
    )
    return [name for (name,) in index.rows(sql)]


def acted_for_by(index: Database, actors: Iterable[str]) -> list[str]:
    """Return all for whom some actors act on whatever days, in the order of the registry.

    The actors themselves are included.
    """
    sql = (
        "WITH RECURSIVE above (actor) AS (SELECT value FROM json_each(?) UNION "
        "SELECT m.organisation FROM member_of m JOIN above a ON m.actor = a.actor) "
        "SELECT id FROM actor WHERE id IN (SELECT actor FROM above) ORDER BY rowid"
    )
    return [name for (name,) in index.rows(sql, _to_json(actors))]


def _members(index: Database, which: str, *parameters: str, certain: bool) -> Members:
    """Return the members in the memberships `m` that an SQL condition selects."""
    found: dict[str, dict[str, Spans]] = defaultdict(dict)
    for organisation, actor, since, until in index.rows(
        f"SELECT m.organisation, m.actor, m.since, m.until FROM member_of m {which}", *parameters
    ):
        tenure = Tenure.between(since, until)
        days = tenure.certain if certain else tenure.possible
        before = found[organisation].get(actor, ())
        found[organisation][actor] = united((*before, days))
    return found


def _to_json(names: Iterable[str]) -> str:
    return msgspec.json.encode(list(names)).decode()
