"""SQL that finds the events before and after others in chronological order."""

from timeline.index.schema import ORDER, REVERSED

_POSITION = "{0}.start, {0}.finish, {0}.time, {0}.number"


def beside(event: str, other: str, *, later: bool) -> str:
    """Return WHERE and ORDER BY for the events before or after one, nearest first.

    `event` and `other` are aliases of the table `event`; the result selects rows of `other`.
    """
    sign, order = (">", ORDER) if later else ("<", REVERSED)
    return (
        f"{other}.start {sign}= {event}.start "
        f"AND ({_POSITION.format(other)}) {sign} ({_POSITION.format(event)}) "
        f"ORDER BY {order.replace('e.', f'{other}.')}"
    )


def with_neighbours(found: str, count: int, *, few: bool) -> str:
    """Return the condition that an event `e` was found or is near an event that was found.

    An event is near if it is one of the `count` events before or after, whether or not it matches
    the question. `found` is SQL that selects the numbers of the events found. `few` chooses the
    query that is faster for a small result.
    """
    if few:
        near = " ".join(
            f"UNION SELECT n.number FROM ({found}) m CROSS JOIN event f ON f.number = m.number "
            "JOIN event n ON n.number IN "
            f"(SELECT b.number FROM event b WHERE {beside('f', 'b', later=later)} LIMIT {count})"
            for later in (False, True)
        )
        return f"e.number IN ({found} {near})"
    # This returns its first rows after checking only a few events.
    near = " ".join(
        "OR EXISTS (SELECT 1 FROM "
        f"(SELECT b.number FROM event b WHERE {beside('e', 'b', later=later)} LIMIT {count}) "
        f"WHERE number IN ({found}))"
        for later in (False, True)
    )
    return f"(e.number IN ({found}) {near})"
