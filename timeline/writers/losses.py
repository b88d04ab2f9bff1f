"""What an export leaves out of the events and registries, because its format cannot hold it."""

from typing import NamedTuple

from timeline.errors import TimelineError
from timeline.text import visible


class Loss(NamedTuple):
    """A kind of loss: what is counted, one or several, and what happened to it."""

    one: str
    several: str
    what: str

    def describe(self, count: int, example: str) -> str:
        """Return the loss in words: `12 dates lost 'approximate' (c. 1580, ...)`."""
        counted = self.one if count == 1 else f"{count:,} {self.several}"
        more = ", ..." if count > 1 else ""
        return f"{counted} {self.what}" + (f" ({example}{more})" if example else "")


def _dates(what: str) -> Loss:
    return Loss("1 date", "dates", what)


APPROXIMATE = _dates("lost 'approximate'")
UNCERTAIN = _dates("lost 'uncertain'")
TIME_OF_DAY = _dates("lost the time of day")
REGISTERED_ACTORS = Loss("1 actor", "actors", "lost what the registry says")
REGISTERED_TAGS = Loss("1 tag", "tags", "lost what the registry says")
TITLE = Loss("the title", "", "was left out")
DESCRIPTION = Loss("the description", "", "was left out")


class LossError(TimelineError):
    """An export that its format cannot hold."""

    exit_code = 1


class Losses:
    """Counts what an export loses, with the first example of each kind."""

    def __init__(self) -> None:
        self._counts: dict[Loss, int] = {}
        self._examples: dict[Loss, str] = {}

    def add(self, loss: Loss, example: str = "", count: int = 1) -> None:
        """Count a loss. `example` is shown with the first one of its kind."""
        if loss not in self._counts:
            self._counts[loss] = 0
            self._examples[loss] = example
        self._counts[loss] += count

    def __bool__(self) -> bool:
        return bool(self._counts)

    def __str__(self) -> str:
        return ", ".join(
            loss.describe(count, visible(self._examples[loss]))
            for loss, count in self._counts.items()
        )
