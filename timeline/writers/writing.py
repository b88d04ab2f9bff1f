"""Writing a selection in any export format."""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, cast

from timeline.chronology import Timeline
from timeline.search import Selection
from timeline.writers.formats import WRITERS, Format
from timeline.writers.losses import RULES, Losses
from timeline.writers.options import ExportOptions

_DATA = (Format.YAML, Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.PARQUET)


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

    What the format cannot hold is added to `losses`, which is complete at the end. Raises
    ValueError for a format that is not text.
    """
    if WRITERS[format].is_binary:
        raise ValueError(f"{format} is not text")
    return cast(Iterator[str], _written(timeline, found, format, options, losses))


def write_bytes(
    timeline: Timeline,
    found: Selection,
    format: Format,
    options: ExportOptions = ExportOptions(),  # noqa: B008 - it is immutable
    losses: Losses | None = None,
) -> Iterator[bytes]:
    """Yield an export as `write` does, in a format that is not text."""
    return cast(Iterator[bytes], _written(timeline, found, format, options, losses))


def write_folder(
    timeline: Timeline,
    found: Selection,
    path: str,
    options: ExportOptions,
    losses: Losses,
    *,
    force: bool,
) -> None:
    """Write an archive as a folder, completely or not at all; see `write`.

    An archive that exists is replaced only with `force`. Raises FileError if that fails.
    """
    export = _export(timeline, found, Format.PARQUET, options, losses)
    import_module(WRITERS[Format.PARQUET].module).write_archive(export, path, force=force)


def _written(
    timeline: Timeline,
    found: Selection,
    format: Format,
    options: ExportOptions,
    losses: Losses | None,
) -> Iterator[str | bytes]:
    export = _export(timeline, found, format, options, losses)
    return cast(Iterator[str | bytes], import_module(WRITERS[format].module).write(export))


def _export(
    timeline: Timeline,
    found: Selection,
    format: Format,
    options: ExportOptions,
    losses: Losses | None,
) -> Export:
    export = Export(timeline, found, options, Losses() if losses is None else losses)
    if format in _DATA and timeline.index.has_rule_choices():
        export.losses.add(RULES)
    return export
