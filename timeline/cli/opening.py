"""Opening the files and asking the question, with notes on standard error."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from timeline.chronology import Timeline
from timeline.chronology import open as open_timeline
from timeline.cli.options import Asked, Chosen
from timeline.cli.terminal import note, progress_bar
from timeline.errors import FileError, QuestionError
from timeline.query import Query, question
from timeline.readers import AS_USUAL, ENDINGS, ReadingOptions
from timeline.search import Selection
from timeline.text import visible

_MOST_NAMED = 10
"""The number of files with warnings up to which each is named."""


def open_files(files: Sequence[str] | None, options: ReadingOptions = AS_USUAL) -> Timeline:
    """Open the chronology; print the number of warnings in its files on standard error."""
    for file in files or ():
        _refuse_archive(file)
    with progress_bar() as bar:
        timeline = open_timeline(*(files or ()), progress=bar, options=options)
    counts = timeline.warning_counts()
    if len(counts) > _MOST_NAMED:
        note(f"{sum(counts.values()):,} warnings in {len(counts):,} files, see timeline check")
        return timeline
    for file, count in counts.items():
        warnings = f"{count:,} warning{'s' if count != 1 else ''}"
        note(f"{visible(file)}: {warnings}, see timeline check")
    return timeline


def ask(
    asked: Asked,
    *,
    reverse: bool = False,
    limit: int | None = None,
    context: int = 0,
    options: ReadingOptions = AS_USUAL,
    engine: Chosen = Chosen(),  # noqa: B008 - it is immutable
) -> tuple[Timeline, Selection]:
    """Open the chronology and ask the question; print hints on standard error."""
    words = asked.words or ()
    refuse_files(words)
    query = question(words, asked.options(), asked.certain)
    timeline = engine.open(asked.file) if engine.engine else open_files(asked.file, options)
    found = timeline.select(query, reverse=reverse, limit=limit, context=context, today=today())
    has_hints = query.doubtful or len(query.terms) > 1 or found.undated
    if has_hints or (limit != 0 and not found):
        from timeline.search import hints_about

        for hint in hints_about(query, found):
            note(hint)
    return timeline, found


class Answers(NamedTuple):
    """The answers to several questions, each of which was narrowed by a shared one."""

    timeline: Timeline
    shared: Query
    questions: list[Query]
    selections: list[Selection]


def ask_each(asked: Asked, questions: Sequence[str]) -> Answers:
    """Open the chronology and ask several questions; print hints on standard error."""
    words = asked.words or ()
    refuse_files(words)
    shared = question(words, asked.options(), asked.certain)
    each = [Query.parse(one) for one in questions]
    timeline = open_files(asked.file)
    selections = []
    for one in each:
        query = Query((*shared.terms, *one.terms), shared.certain or one.certain)
        selections.append(timeline.select(query, today=today()))
    from timeline.search import hints_about

    hints = [hint for found in selections for hint in hints_about(found.query, found)]
    for hint in dict.fromkeys(hints):
        note(hint)
    return Answers(timeline, shared, each, selections)


def ask_others(asked: Asked, files: Sequence[str]) -> list[tuple[Timeline, Selection]]:
    """Ask other chronologies the same question, each in one file or folder.

    Raises QuestionError, which names the file, if a chronology lacks a name of the question.
    """
    query = question(asked.words or (), asked.options(), asked.certain)
    answers = []
    for file in files:
        timeline = open_files([file])
        try:
            found = timeline.select(query, today=today())
        except QuestionError as error:
            message = f"{visible(file)}: {error.message}"
            place = error.start, error.end
            raise QuestionError(message, error.question, *place, error.advice) from None
        if not found or found.undated:
            from timeline.search import hints_about

            for hint in hints_about(query, found):
                note(f"{visible(file)}: {hint}")
        answers.append((timeline, found))
    return answers


def _refuse_archive(path: str) -> None:
    # Any text is asked, which need not be a path.
    if path.endswith(".parquet") or "://" in path or os.path.isdir(path):  # noqa: PTH112
        from timeline.engines import is_archive

        if is_archive(path):
            raise FileError(
                f"{visible(path)} is an archive in Parquet: list, count, actors, tags and export "
                "read it with --engine"
            )


def open_names(files: Sequence[str] | None) -> Timeline:
    """Open an archive with DuckDB, or other files as usual, to look names up in."""
    from timeline.engines import is_archive

    if files and any(map(is_archive, files)):
        return Chosen("duckdb").open(files)
    return open_files(files)


def refuse_files(words: Iterable[str]) -> None:
    """Raise FileError for a word that is the name of a file, which needs `-f`."""
    for word in words:
        if word.endswith(ENDINGS) and os.path.exists(word):  # noqa: PTH110 - any text is asked
            raise FileError(f"{visible(word)} is a file: to read it, put -f before it")


def today() -> date:
    """Return the current day, from which `last 6 months` and `12 years ago` are counted."""
    return date.today()
