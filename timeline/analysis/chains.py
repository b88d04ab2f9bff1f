"""The chain of an event: what led to it and what followed from it, step by step."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline.index import Index
from timeline.model import Event


class Path(NamedTuple):
    """The way from a step to the event that the chain is of, one step after the other.

    `outermost`: of what has the same origin, it stands furthest from that event in the reading.
    """

    outermost: bool
    nearer: "Path | None"


class Step(NamedTuple):
    """One event of a chain, as it is read.

    `level` counts the steps from the event that the chain is of: below 0 what led to it, above 0
    what followed. `origin` is the event one step nearer, None for the event itself. `elsewhere`
    is `above` or `below` where the event is only named, and told with its own steps there; `cut`
    says that the chain goes on, further than was asked.
    """

    event: Event
    level: int
    origin: Event | None = None
    path: Path | None = None
    elsewhere: str = ""
    cut: bool = False


class _Reach(NamedTuple):
    """What is reached in one direction: by id, the neighbours, each with whether it is told there.

    An event is told where it is nearest. `cut` holds the ids at which the chain goes on.
    """

    neighbours: dict[str, list[tuple[Event, bool]]]
    cut: set[str]


class Chain:
    """What led to an event and what followed from it, up to so many steps away.

    Iterate it to get the steps in the order of reading: causes before what they led to, then the
    event, then what followed. Circles end where they close.
    """

    def __init__(self, index: Index, event: Event, depth: int | None = None) -> None:
        self._index = index
        self._event = event
        self._depth = depth

    def __bool__(self) -> bool:
        """Tell whether anything led to the event or followed from it."""
        return bool(self._index.causes(self._event) or self._index.followers(self._event.id))

    def __iter__(self) -> Iterator[Step]:
        known = {self._event.id}
        causes = self._reach(self._index.causes, known)
        results = self._reach(lambda event: self._index.followers(event.id), known)
        told: set[str] = set()
        yield from self._before(causes, told)
        yield Step(self._event, 0)
        told.add(self._event.id)
        yield from self._after(results, told)

    def _reach(self, near: Callable[[Event], Sequence[Event]], known: set[str]) -> _Reach:
        """Go from the event in one direction, nearest first; what is known is not told again."""
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

    def _before(self, reach: _Reach, told: set[str]) -> Iterator[Step]:
        # A step is met twice: its causes are put above it before it is told.
        waiting = [(*one, False) for one in _steps(Step(self._event, 0), reach, -1)[::-1]]
        while waiting:
            step, in_full, is_ready = waiting.pop()
            if in_full and not is_ready:
                waiting.append((step, True, True))
                waiting += [(*one, False) for one in _steps(step, reach, -1)[::-1]]
            else:
                yield _told(step, in_full, told)

    def _after(self, reach: _Reach, told: set[str]) -> Iterator[Step]:
        waiting = _steps(Step(self._event, 0), reach, 1)[::-1]
        while waiting:
            step, in_full = waiting.pop()
            yield _told(step, in_full, told)
            if in_full:
                waiting += _steps(step, reach, 1)[::-1]


def _steps(origin: Step, reach: _Reach, direction: int) -> list[tuple[Step, bool]]:
    """Return the steps one further than `origin`, in order, each with whether it is told there."""
    found = reach.neighbours.get(origin.event.id, [])
    outermost = 0 if direction < 0 else len(found) - 1
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
        for number, (event, in_full) in enumerate(found)
    ]


def _told(step: Step, in_full: bool, told: set[str]) -> Step:
    if not in_full:
        return step._replace(elsewhere="above" if step.event.id in told else "below")
    told.add(step.event.id)
    return step
