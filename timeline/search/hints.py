"""Hints about a question: why it found nothing, and what may have been meant."""

import re
from collections.abc import Iterator
from itertools import combinations

from timeline.dates import Day
from timeline.errors import QuestionError
from timeline.query import (
    FIELD,
    FIELDS,
    Alternative,
    AnyOf,
    Field,
    OperatorError,
    Query,
    Term,
    as_period,
    unquoted,
)
from timeline.search.selection import Selection
from timeline.text import visible

_BESIDE_YEARS = (
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|spring|summer|autumn|fall|winter"
    r"|in|on|from|since|after|before|by|until|till|between|to|about|around|circa|ca?"
    r"|early|mid|late|bce?|ce|ad|century)\b"
)


def hints_about(query: Query, found: Selection) -> Iterator[str]:
    """Yield hints about the answer to a question, one line each."""
    has_operators = any(_operators_in(one.value) for one in _phrases(query))
    date = None if has_operators else _date_in(query, any_words=not found)
    if not found:
        yield from _of_nothing_found(query, found, bool(date))
    if date:
        words, edtf = date
        yield f"{visible(words)} was searched as text; for the date, write {edtf}"
    if found.undated:
        events = "events that match otherwise have no dated source and are"
        if found.undated == 1:
            events = "event that matches otherwise has no dated source and is"
        yield f"{found.undated:,} {events} left out"
    for word in query.doubtful:
        # If something is found, `and` and `not` rarely change the answer.
        if not found:
            written = query.text[word.start : word.end]
            yield f"'{written}' was searched as a word; {word.advice}"


def _of_nothing_found(query: Query, found: Selection, has_date: bool) -> Iterator[str]:
    asked = visible(str(query))
    if not found.total:
        yield "the chronology has no events"
    elif asked:
        yield f"no events match {asked} ({found.total:,} searched)"
    for phrase in _phrases(query):
        if advice := _operators_in(phrase.value):
            yield f"{visible(str(phrase))} was searched as text; {advice}"
        elif not has_date and (terms := unquoted(phrase.value)):
            advice = f"for several terms, leave out the quotes: {terms}"
            yield visible(f"{phrase} was searched as a phrase; {advice}")
    for text in _in_other_brackets(query):
        inside = text[1:].rstrip("]}")
        yield visible(f"{text} was searched as text; round brackets group terms: ({inside})")
    periods = [term for term in query.terms if isinstance(term, Term) and _is_period(term)]
    if has_date:
        return
    if len(periods) > 1:
        each = " ".join(map(str, periods))
        any_of = Term(tuple(one for term in periods for one in term.alternatives))
        yield f"with a space, {visible(each)} finds only events in all of these periods"
        yield f"with a comma, {visible(str(any_of))} finds events in any of them"
    elif (empty := _empty_period(found)) is not None:
        begins, ends = empty
        yield f"the period is empty: it begins on {begins} and ends on {ends}"


def _in_other_brackets(query: Query) -> list[str]:
    """Return the texts searched for that begin with a field in square or curly brackets."""
    texts = [one.value for term in query.every_term() for one in term.alternatives]
    return [
        text
        for text in texts
        if text[:1] in ("[", "{")
        and (field := FIELD.match(text, 1)) is not None
        and field[1].lower() in FIELDS
    ]


def _is_period(term: Term) -> bool:
    return not term.negated and all(one.field is Field.YEAR for one in term.alternatives)


def _empty_period(found: Selection) -> tuple[Day, Day] | None:
    """Return the first and last day of the period if the last is before the first."""
    opens, closes = found.asked.opens, found.asked.closes
    if opens is None or closes is None or opens <= closes:
        return None
    return Day.from_ordinal(opens), Day.from_ordinal(closes)


def _date_in(query: Query, *, any_words: bool) -> tuple[str, str] | None:
    """Return the longest words of a question that are a date, such as `march 2014`, and its EDTF.

    Without `any_words`, only words that often stand beside a year are looked at.
    """
    runs: list[list[str]] = [[]]
    for term in query.terms:
        if not isinstance(term, Term):
            runs.append([])
            continue
        first, *others = term.alternatives
        if others or term.negated or not first.is_bare:
            runs.append([])
        elif " " in first.value:
            # A phrase is not a part of other words.
            runs += [[first.value], []]
        else:
            runs[-1].append(first.value)
    parts = [" ".join(run[i:j]) for run in runs for i, j in combinations(range(len(run) + 1), 2)]
    for words in sorted(parts, key=len, reverse=True):
        likely = any_words or re.search(_BESIDE_YEARS, words, re.IGNORECASE)
        if likely and re.search("[0-9]", words) and as_period(words) is None:
            from timeline.dates import edtf_readings

            # A set in brackets would be searched as text.
            if readings := edtf_readings(words):
                return words, " or ".join(reading.strip("[]{}") for reading in readings)
    return None


def _phrases(query: Query) -> list[Alternative]:
    return [one for term in query.every_term() for one in term.alternatives if one.phrase]


def _operators_in(phrase: str) -> str:
    """Return what to write for a phrase with operators, or empty."""
    try:
        if any(isinstance(clause, AnyOf) for clause in Query.parse(phrase).terms):
            return f"to find either, write '({phrase})'"
    except OperatorError as error:
        return error.advice.splitlines()[0]
    except QuestionError:
        pass
    return ""
