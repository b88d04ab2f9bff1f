"""Who acts for whom through memberships with dates, and on which days."""

from collections import defaultdict
from collections.abc import Mapping

from timeline.dates import ALWAYS, Spans, Tenure, shared, united
from timeline.index import Index

Members = Mapping[str, Mapping[str, Spans]]
"""The members of each organisation, and the days on which they are."""


def store_acting(index: Index) -> None:
    """Store who acts for each organisation above a membership with dates, and on which days.

    An actor acts for an organisation on a day if memberships lead to it that all hold on that day.
    """
    index.connection.execute("DELETE FROM acting")
    rows = list(index.rows("SELECT organisation, actor, since, until FROM member_of"))
    dated = {organisation for organisation, _, since, until in rows if since or until}
    if not dated:
        return
    organisations: dict[str, list[str]] = defaultdict(list)
    tenures: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for organisation, actor, since, until in rows:
        organisations[actor].append(organisation)
        tenures[organisation, actor].append(Tenure.between(since, until))
    above = _reached(dated, organisations)
    for certain in (False, True):
        members: dict[str, dict[str, Spans]] = defaultdict(dict)
        for (organisation, actor), found in tenures.items():
            members[organisation][actor] = united(
                one.certain if certain else one.possible for one in found
            )
        index.connection.executemany(
            "INSERT INTO acting VALUES (?, ?, ?, ?, ?)",
            (
                (organisation, int(certain), actor, low, high)
                for organisation in sorted(above)
                for actor, spans in days_of_acting(members, organisation).items()
                for low, high in spans
            ),
        )


def days_of_acting(members: Members, organisation: str) -> dict[str, Spans]:
    """Return everyone who acts for an organisation, itself included, and on which days."""
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


def _reached(starts: set[str], following: Mapping[str, list[str]]) -> set[str]:
    """Return the actors that can be reached from some, which are included."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += following.get(one, ())
    return found
