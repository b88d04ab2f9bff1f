"""The order of the parts of a merged text."""

from collections.abc import Callable, Sequence

_COMMENT = "\n#"
# Above a part there is one comment, but one that is moved may stand above another.
_MOST_COMMENTS = 5


def order_of(
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    precedes: Callable[[str, str], bool],
) -> list[str]:
    """Return the keys of both sides in one order.

    The order is that of the side that changed it, and that of ours if both did. What the other side
    added follows what it follows there. Where both added something, `precedes` tells which of two
    is the first.
    """
    is_theirs = _is_kept(base, ours, theirs) and not _is_kept(base, theirs, ours)
    first, second = (theirs, ours) if is_theirs else (ours, theirs)
    order = list(first)
    here, known = set(first), {*base, *second}
    last = ""
    for number, key in enumerate(second):
        if key not in here:
            subject = _subject(second, number)
            at = order.index(last) + 1 if last else 0
            while at < len(order):
                other = _subject(order, at)
                if other in known or order[at] in known or not precedes(other, subject):
                    break
                at += 1
            order.insert(at, key)
            here.add(key)
        last = key
    return order


def comment_key(text: str, above: str) -> str:
    """Return the key of a comment, which may be repeated, above the part with a key."""
    return f"{_COMMENT}{text}\n{above}"


def _subject(keys: Sequence[str], at: int) -> str:
    """Return the key at a place, or that of the part which the comment there is about."""
    rest = (key for key in keys[at : at + _MOST_COMMENTS] if not key.startswith(_COMMENT))
    return next(rest, "")


def _is_kept(base: Sequence[str], side: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a side has the parts that all three have in the order of the base."""
    common = set(base) & set(side) & set(other)
    return [key for key in side if key in common] == [key for key in base if key in common]
