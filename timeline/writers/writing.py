"""Writing a selection in any export format."""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, cast

from timeline.chronology import Timeline
from timeline.search import Selection
from timeline.writers.formats import WRITERS, Format
from timeline.writers.losses import RULES, Losses
from timeline.writers.options import ExportOptions

_DATA = (Format.YAML, Format.JSON, Format.JSONL, Format.CSV, Format.TSV)


class Export(NamedTuple):
    """What a writer gets: the chronology, the events to write, and the options.

    The writer adds what its format cannot hold to `losses`.
    """

    timeline: Timeline
    found: Selection
    options: ExportOptions
    losses: Losses


def write(
    timeline: Timeline,
    found: Selection,
    format: Format,
    options: ExportOptions = ExportOptions(),  # noqa: B008 - it is immutable
    losses: Losses | None = None,
) -> Iterator[str]:
    """Yield the events found, with their actors, tags and sources, as text in a format.

    What the format cannot hold is added to `losses`, which is complete at the end.
    """
    export = Export(timeline, found, options, Losses() if losses is None else losses)
    if format in _DATA and timeline.index.has_rule_choices():
        export.losses.add(RULES)
    return cast(Iterator[str], import_module(WRITERS[format].module).write(export))
