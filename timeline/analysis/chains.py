"""The chain of an event: its causes and its results, step by step."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline.index import Index
from timeline.model import Event


class Path(NamedTuple):
    """The path from a step to the central event of the chain.

    `outermost` marks the step that is displayed furthest from its origin, among the steps with the
    same origin. `nearer` is the path of the origin, None if that is the central event.
    """

    outermost: bool
    nearer: "Path | None"


class Step(NamedTuple):
    """One event of a chain.

    `level` is the distance from the central event: negative for causes, positive for results.
    `origin` is the event one step nearer to the center, None for the central event. `elsewhere` is
    `above` or `below` if this is only a reference to an event that is shown in full there. `cut`
    means that the chain continues beyond the requested depth.
    """

    event: Event
    level: int
    origin: Event | None = None
    path: Path | None = None
    elsewhere: str = ""
    cut: bool = False


class _Reach(NamedTuple):
    """The events reached in one direction: for each id, its neighbours.

    With each neighbour is a flag for whether it is shown in full there. An event is shown in full
    where it is nearest to the center. `cut` holds the ids at which the chain continues.
    """

    neighbours: dict[str, list[tuple[Event, bool]]]
    cut: set[str]


class Chain:
    """The causes and results of an event, at most `depth` steps away; None means no limit.

    Iterate over it to get the steps in the order of display: causes before what they led to, then
    the event itself, then its results. A cycle ends at the event that closes it.
    """

    def __init__(self, index: Index, event: Event, depth: int | None = None) -> None:
        self._index = index
        self._event = event
        self._depth = depth

    def __bool__(self) -> bool:
        """Return whether the event has any causes or results."""
        return bool(self._index.causes(self._event) or self._index.followers(self._event.id))

    def __iter__(self) -> Iterator[Step]:
        known = {self._event.id}
        causes = self._reach(self._index.causes, known)
        results = self._reach(lambda event: self._index.followers(event.id), known)
        shown: set[str] = set()
        yield from self._before(causes, shown)
        yield Step(self._event, 0)
        shown.add(self._event.id)
        yield from self._after(results, shown)

    def _reach(self, near: Callable[[Event], Sequence[Event]], known: set[str]) -> _Reach:
        """Search breadth-first in one direction. Events in `known` are not shown in full again."""
        reach = _Reach({}, set())
        here, level = [self._event], 0
        while here:
            there: list[Event] = []
            for event in here:
                if level == self._depth:
                    if near(event):
                        reach.cut.add(event.id)
                    continue
                neighbours = near(event)
                reach.neighbours[event.id] = [(one, one.id not in known) for one in neighbours]
                there += [one for one in neighbours if one.id not in known]
                known.update(one.id for one in neighbours)
            here, level = there, level + 1
        return reach

    def _before(self, reach: _Reach, shown: set[str]) -> Iterator[Step]:
        # Each step is visited twice: first to add its causes, which come above, then to yield it.
        waiting = [(*one, False) for one in _steps(Step(self._event, 0), reach, -1)[::-1]]
        while waiting:
            step, in_full, is_ready = waiting.pop()
            if in_full and not is_ready:
                waiting.append((step, True, True))
                waiting += [(*one, False) for one in _steps(step, reach, -1)[::-1]]
            else:
                yield _shown(step, in_full, shown)

    def _after(self, reach: _Reach, shown: set[str]) -> Iterator[Step]:
        waiting = _steps(Step(self._event, 0), reach, 1)[::-1]
        while waiting:
            step, in_full = waiting.pop()
            yield _shown(step, in_full, shown)
            if in_full:
                waiting += _steps(step, reach, 1)[::-1]


def _steps(origin: Step, reach: _Reach, direction: int) -> list[tuple[Step, bool]]:
    """Return the steps one beyond `origin`, each with a flag for whether it is shown in full."""
    neighbours = reach.neighbours.get(origin.event.id, [])
    outermost = 0 if direction < 0 else len(neighbours) - 1
    return [
        (
            Step(
                event,
                origin.level + direction,
                origin.event,
                Path(number == outermost, origin.path),
                cut=in_full and event.id in reach.cut,
            ),
            in_full,
        )
        for number, (event, in_full) in enumerate(neighbours)
    ]


def _shown(step: Step, in_full: bool, shown: set[str]) -> Step:
    if not in_full:
        return step._replace(elsewhere="above" if step.event.id in shown else "below")
    shown.add(step.event.id)
    return step
