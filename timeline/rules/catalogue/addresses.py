"""The rule about one address that is the source of many events."""

from collections.abc import Iterator

from timeline.index import Index
from timeline.rules.facts import facts_of_all
from timeline.rules.rule import Finding
from timeline.text import visible

MOST_EVENTS = 3
"""The number of events that may share a source."""

_LONGEST_SHOWN = 80


def same_url_many_events(index: Index) -> Iterator[Finding]:
    """Find each address that more than `MOST_EVENTS` events have as a source, at the first one."""
    uses: dict[str, list[int]] = {}
    for number, event in facts_of_all(index):
        for url in {source.url.partition("#")[0] for source in event.sources if source.url}:
            uses.setdefault(url, []).append(number)
    for url, events in uses.items():
        if len(events) > MOST_EVENTS:
            shown = url if len(url) <= _LONGEST_SHOWN else f"{url[:_LONGEST_SHOWN]}..."
            yield Finding(
                f"{visible(shown)} is a source of {len(events):,} events: "
                "check that it is about each of them",
                events[0],
            )
