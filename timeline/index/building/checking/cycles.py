"""Cycles in a graph."""

from collections.abc import Iterator, Mapping, Sequence

_MOST_SHOWN = 12
"""The maximum number of names of a cycle in a message."""


def in_short(cycle: Sequence[str]) -> list[str]:
    """Return the names of a cycle, or the first and the last of many and how many are left out."""
    left_out = len(cycle) - _MOST_SHOWN
    if left_out < 2:
        return list(cycle)
    half = _MOST_SHOWN // 2
    return [*cycle[:half], f"({left_out:,} more)", *cycle[-half:]]


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield a cycle for each edge that closes one in a depth-first search; it ends as it begins.

    `edges` maps each node to those that follow it.
    """
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        on_path: set[str] = set()
        stack = [(start, iter(edges.get(start, ())))] if start not in done else []
        while stack:
            node, rest = stack[-1]
            if node not in on_path:
                path.append(node)
                on_path.add(node)
            following = next(rest, None)
            if following is None:
                stack.pop()
                on_path.discard(path.pop())
                done.add(node)
            elif following in on_path:
                yield [*path[path.index(following) :], following]
            elif following not in done:
                stack.append((following, iter(edges.get(following, ()))))
