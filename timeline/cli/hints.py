"""Hints about a question: why it found nothing, and what may have been meant."""

from collections.abc import Iterator

from timeline.dates import Day
from timeline.errors import QuestionError
from timeline.query import Field, OperatorError, Query, Term
from timeline.search import Selection
from timeline.text import visible


def hints(query: Query, found: Selection) -> Iterator[str]:
    """Yield hints about the answer to a question, one line each."""
    if not found:
        yield from _of_nothing_found(query, found)
    for word in query.doubtful:
        written = query.text[word.start : word.end]
        # If something is found, `and` and `not` rarely change the answer.
        if not found or written.lower() == "or":
            yield f"'{written}' was searched as a word; {word.advice}"


def _of_nothing_found(query: Query, found: Selection) -> Iterator[str]:
    asked = visible(str(query))
    if not found.total:
        yield "the chronology has no events"
    elif asked:
        yield f"no events match {asked} ({found.total:,} searched)"
    operators = [
        f"{visible(str(one))} was searched as text; {advice}"
        for term in query.terms
        for one in term.alternatives
        if one.phrase and (advice := _operators_in(one.value))
    ]
    yield from operators
    if not operators and (dates := _dates_in(str(query).strip('"'))):
        yield f"{asked} was searched as text; for the date, write {dates}"
    periods = [term for term in query.terms if _is_period(term)]
    if len(periods) > 1:
        each = " ".join(map(str, periods))
        any_of = Term(tuple(one for term in periods for one in term.alternatives))
        yield f"with a space, {visible(each)} finds only events in all of these periods"
        yield f"with a comma, {visible(str(any_of))} finds events in any of them"
    elif (empty := _empty_period(found)) is not None:
        begins, ends = empty
        yield f"the period is empty: it begins on {begins} and ends on {ends}"


def _is_period(term: Term) -> bool:
    return not term.negated and all(one.field is Field.YEAR for one in term.alternatives)


def _empty_period(found: Selection) -> tuple[Day, Day] | None:
    """Return the first and last day of the period if the last is before the first."""
    opens, closes = found.asked.opens, found.asked.closes
    if opens is None or closes is None or opens <= closes:
        return None
    return Day.from_ordinal(opens), Day.from_ordinal(closes)


def _dates_in(words: str) -> str:
    """Return the EDTF for words of a question that are a date, empty if they are not."""
    from timeline.dates import edtf_readings

    # A single word that is a date is already a period. A set in brackets would be searched as text.
    readings = edtf_readings(words) if " " in words else []
    return " or ".join(reading.strip("[]{}") for reading in readings)


def _operators_in(phrase: str) -> str:
    """Return what to write for a phrase with operators of other query languages, or empty."""
    try:
        Query.parse(phrase)
    except OperatorError as error:
        return error.advice.splitlines()[0]
    except QuestionError:
        pass
    return ""
