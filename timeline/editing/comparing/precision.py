"""Whether a date became more or less precise, or more or less certain."""

from timeline.dates import Edge, EventDate, Side


def precision_change(before: EventDate, after: EventDate) -> str:
    """Return how the precision and the doubt of a date changed, in words; empty if not at all.

    It is more precise if its start or its end is (`Precision`), and neither is less precise.
    """
    notes = []
    sides = ((before.start, after.start), (before.end, after.end))
    steps = {_step(old, new) for old, new in sides} - {0}
    if len(steps) == 1:
        notes.append("more precise" if steps == {1} else "less precise")
    for doubt in ("approximate", "uncertain"):
        was, now = getattr(before, doubt), getattr(after, doubt)
        if was != now:
            notes.append(f"now {doubt}" if now else f"no longer {doubt}")
    return ", ".join(notes)


def _step(before: Side, after: Side) -> int:
    """Return 1 if a side of a date is more precise than before, -1 if less, otherwise 0."""
    if Edge.OPEN in (before.edge, after.edge):
        return 0
    # An unknown side is less precise than any other.
    old = -1 if before.precision is None else before.precision.rank
    new = -1 if after.precision is None else after.precision.rank
    return (new > old) - (new < old)
