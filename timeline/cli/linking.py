"""Asking the addresses of sources for `timeline check --links`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.errors import Problem

if TYPE_CHECKING:
    from timeline.chronology import Timeline
    from timeline.links import Asked


def with_links(
    timeline: "Timeline", problems: Sequence[Problem], select: Sequence[str], ignore: Sequence[str]
) -> list[Problem]:
    """Return problems with those of the addresses of sources, in the order of the files.

    A note says how many addresses were asked, and what they answered. Raises TimelineError.
    """
    from timeline.cli.terminal import note, progress_bar
    from timeline.rules import chosen_rules

    with progress_bar("Asking", in_bytes=False) as bar:
        asked = timeline.check_links(select, ignore, progress=bar)
    shows_unclear = "unconfirmed-link" in chosen_rules(timeline.index, select, ignore)
    note(_summary(asked, shows_unclear=shows_unclear))
    order = {name: number for number, name in enumerate(timeline.files)}
    return sorted(
        [*problems, *asked.problems], key=lambda one: (order[one.file], one.line, one.column)
    )


def _summary(asked: "Asked", *, shows_unclear: bool) -> str:
    """Return what was asked: `210 addresses: 3 dead, 5 moved, 12 unclear`."""
    from timeline.links import Outcome

    total = sum(asked.outcomes.values())
    words = {Outcome.DEAD: "dead", Outcome.MOVED: "moved", Outcome.UNCLEAR: "unclear"}
    counts = [
        f"{asked.outcomes[outcome]:,} {word}"
        for outcome, word in words.items()
        if asked.outcomes[outcome]
    ]
    said = f"{total:,} address{'es' if total != 1 else ''}: {', '.join(counts) or 'all work'}"
    if not total:
        return "no source has a web address"
    if asked.kept:
        said += f" ({asked.kept:,} asked in the last days)"
    if asked.outcomes[Outcome.UNCLEAR] and not shows_unclear:
        said += "; --select default,unconfirmed-link lists those that are unclear"
    return said
