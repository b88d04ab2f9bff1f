"""Which events stand beside others in chronological order, as SQL."""

from timeline.index.schema import ORDER, REVERSED

_POSITION = "{0}.start, {0}.finish, {0}.time, {0}.number"


def beside(event: str, other: str, *, later: bool) -> str:
    """Return the condition and the order of the events `other` before or after one, nearest first.

    Both are names of rows of the table `event`.
    """
    sign, order = (">", ORDER) if later else ("<", REVERSED)
    return (
        f"{other}.start {sign}= {event}.start "
        f"AND ({_POSITION.format(other)}) {sign} ({_POSITION.format(event)}) "
        f"ORDER BY {order.replace('e.', f'{other}.')}"
    )


def with_neighbours(found: str, count: int, *, few: bool) -> str:
    """Return the condition that an event `e` is one of those found, or near one of them.

    Near are the `count` events before it and the `count` events after it, whatever was asked for.
    `found` is the SQL of the numbers of those found; whether they are `few` decides which of two
    ways costs less.
    """
    if few:
        near = " ".join(
            f"UNION SELECT n.number FROM ({found}) m CROSS JOIN event f ON f.number = m.number "
            "JOIN event n ON n.number IN "
            f"(SELECT b.number FROM event b WHERE {beside('f', 'b', later=later)} LIMIT {count})"
            for later in (False, True)
        )
        return f"e.number IN ({found} {near})"
    # The first rows are there when a few events have been looked at.
    near = " ".join(
        "OR EXISTS (SELECT 1 FROM "
        f"(SELECT b.number FROM event b WHERE {beside('e', 'b', later=later)} LIMIT {count}) "
        f"WHERE number IN ({found}))"
        for later in (False, True)
    )
    return f"(e.number IN ({found}) {near})"
