"""Rules about the title and the summary of one event."""

import re
from collections.abc import Iterator
from datetime import date

from timeline.rules.facts import Facts

LONGEST_TITLE = 100
"""The maximum length of a title, in characters."""

_STOP = re.compile(r"(?<![.\s])\.$")
# A short capitalised word, such as Inc. or Jr., or letters with stops between them, as in U.S.
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_a-z]\w{0,3}|\.\w+)\.$")
_SHORTEST_SHOUTED = 5


def ends_in_stop(title: str) -> bool:
    """Return whether a title ends in a full stop that is not part of an abbreviation."""
    return bool(_STOP.search(title)) and not _ABBREVIATION.search(title)


def title_style(event: Facts, today: date) -> Iterator[str]:
    """Find a title that ends in a full stop, is in capitals, or is too long."""
    title = event.title
    if ends_in_stop(title):
        yield "the title ends with a full stop: delete it"
    if (
        title.isupper()
        and " " in title
        and any(len(word) >= _SHORTEST_SHOUTED for word in re.findall(r"[^\W\d_]+", title))
    ):
        yield "the title is in capitals: write it as a sentence"
    if len(title) > LONGEST_TITLE:
        yield (
            f"the title has {len(title)} characters, more than {LONGEST_TITLE}: "
            "move details to the summary"
        )


def summary_missing(event: Facts, today: date) -> Iterator[str]:
    """Find an event without a summary."""
    if not event.summary:
        yield "the event has no summary: add one under 'summary'"
