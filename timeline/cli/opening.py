"""Opening what a command asks, and saying what a person should know of it."""

import os
from collections.abc import Sequence
from datetime import date

from timeline.chronology import Timeline
from timeline.chronology import open as open_timeline
from timeline.cli.options import Asked
from timeline.cli.terminal.output import note
from timeline.cli.terminal.progress import reading_bar
from timeline.errors import FileError
from timeline.query.arguments import question
from timeline.query.terms import Field, Term
from timeline.readers import ENDINGS
from timeline.search.selection import Selection
from timeline.text import visible


def open_files(files: Sequence[str] | None) -> Timeline:
    """Open the chronology; say on standard error how many warnings its files have."""
    with reading_bar() as bar:
        timeline = open_timeline(*(files or ()), progress=bar)
    for file, count in timeline.warning_counts().items():
        warnings = f"{count:,} warning{'s' if count != 1 else ''}"
        note(f"{visible(file)}: {warnings}, see timeline check")
    return timeline


def ask(
    asked: Asked, *, reverse: bool = False, limit: int | None = None, context: int = 0
) -> tuple[Timeline, Selection]:
    """Open the chronology and put the question; say on standard error if nothing was found."""
    words = asked.words or ()
    for word in words:
        if word.endswith(ENDINGS) and os.path.exists(word):  # noqa: PTH110 - any text is asked
            raise FileError(f"{visible(word)} is a file, no word to search for: put -f before it")
    query = question(words, asked.options(), asked.certain)
    timeline = open_files(asked.file)
    found = timeline.select(query, reverse=reverse, limit=limit, context=context, today=today())
    if not found and limit != 0:
        said = str(query)
        total = f"{found.total:,} event{'s' if found.total != 1 else ''}"
        note(f"nothing found{f' for {visible(said)}' if said else ''} among {total}")
        if dates := _dates_in(said.strip('"')):
            note(f"{visible(said)} was searched as text: as a date it is {dates}")
        periods = [term for term in query.terms if _is_period(term)]
        if len(periods) > 1:
            each = " ".join(map(str, periods))
            any_of = Term(tuple(one for term in periods for one in term.alternatives))
            note(f"a space narrows to what is in each of {visible(each)}")
            note(f"write {visible(str(any_of))} for what is in any of them")
    return timeline, found


def _is_period(term: Term) -> bool:
    return not term.negated and all(one.field is Field.YEAR for one in term.alternatives)


def _dates_in(words: str) -> str:
    """Return how to write what words of a question are as a date, empty where they are none."""
    from timeline.dates import edtf_readings

    # A single word that is a date was asked for as one.
    return " or ".join(edtf_readings(words)) if " " in words else ""


def today() -> date:
    """Return the present day, which `last 6 months` and `12 years ago` count from."""
    return date.today()
