"""What an export leaves out of the events and registries, because its format cannot hold it."""

from typing import NamedTuple

from timeline.errors import TimelineError
from timeline.model import Event
from timeline.text import visible


class Loss(NamedTuple):
    """A kind of loss, in words that follow `not included:`; `{count}` stands for their number.

    `of_event` means that a whole event is left out.
    """

    one: str
    several: str = ""
    of_event: bool = False

    def describe(self, count: int, example: str) -> str:
        """Return the loss in words: `that 12 dates are approximate (c. 1580, ...)`."""
        words = self.one if count == 1 else self.several.format(count=f"{count:,}")
        more = ", ..." if count > 1 else ""
        return words + (f" ({example}{more})" if example else "")


TITLE = Loss("the title")
DESCRIPTION = Loss("the description")
REGISTERED_ACTORS = Loss("registry details of 1 actor", "registry details of {count} actors")
REGISTERED_TAGS = Loss("registry details of 1 tag", "registry details of {count} tags")
QUESTIONS = Loss("1 saved question", "{count} saved questions")
STALE_QUESTIONS = Loss(
    "1 saved question that names something the export lacks",
    "{count} saved questions that name something the export lacks",
)
APPROXIMATE = Loss("that 1 date is approximate", "that {count} dates are approximate")
UNCERTAIN = Loss("that 1 date is uncertain", "that {count} dates are uncertain")

RULES = Loss("which rules of timeline check are on or off")
SOURCE_DATES = Loss("the date of 1 source", "the dates of {count} sources")
BOUNDLESS = Loss(
    "1 event without a first or a last day",
    "{count} events without a first or a last day",
    of_event=True,
)
OPEN = Loss("that 1 interval is open", "that {count} intervals are open")
_PARTS = {
    "summary": Loss("1 summary", "{count} summaries"),
    "actors": Loss("the actors of 1 event", "the actors of {count} events"),
    "places": Loss("the places of 1 event", "the places of {count} events"),
    "tags": Loss("the tags of 1 event", "the tags of {count} events"),
    "follows": Loss("what 1 event follows", "what {count} events follow"),
    "sources": Loss("the sources of 1 event", "the sources of {count} events"),
}


class LossError(TimelineError):
    """An export that its format cannot hold."""

    exit_code = 1


class Losses:
    """Counts what an export loses, with the first example of each kind."""

    def __init__(self) -> None:
        self._counts: dict[Loss, int] = {}
        self._examples: dict[Loss, str] = {}

    def add(self, loss: Loss, example: str = "") -> None:
        """Count a loss. `example` is shown with the first one of its kind."""
        if loss not in self._counts:
            self._counts[loss] = 0
            self._examples[loss] = example
        self._counts[loss] += 1

    def add_parts(self, event: Event, *parts: str) -> None:
        """Count the parts of an event that it has and the format cannot hold, such as `tags`."""
        for part in parts:
            if getattr(event, part):
                self.add(_PARTS[part], event.id)

    @property
    def events(self) -> int:
        """The number of events that are left out."""
        return sum(count for loss, count in self._counts.items() if loss.of_event)

    def __bool__(self) -> bool:
        return bool(self._counts)

    def __str__(self) -> str:
        return ", ".join(
            loss.describe(count, visible(self._examples[loss]))
            for loss, count in self._counts.items()
        )
