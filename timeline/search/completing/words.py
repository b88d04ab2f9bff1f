"""Completion of a word of a question: a field, the values after it, or a year."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.query import ALONE_FIELDS, FIELD, FIELDS, Field
from timeline.search.completing.values import Candidate

CERTAIN = Candidate(
    "is:certain", "Only what is certain: events within the period, and memberships at their date."
)

Values = Callable[[Field, str], Sequence[Candidate]]
"""Returns the values of a field that complete a text."""


def word_candidates(word: str, values: Values, about: Mapping[str, str]) -> list[Candidate]:
    """Return the candidates for a word of a question; `about` describes the fields, by name."""
    before = found[0] if (found := re.match(r"(?i)(?:-|not:|\()+", word)) else ""
    typed = word[len(before) :]
    if typed.startswith("?"):
        return after(f"{before}?", values(Field.QUESTION, typed[1:]))
    if (named := FIELD.match(typed)) and named[1].lower() in FIELDS:
        field = FIELDS[named[1].lower()]
        return after(before + named[0], value_candidates(field, typed[named.end() :], values))
    if typed[:1].isdecimal():
        return after(before, value_candidates(Field.YEAR, typed, values))
    fields = [name for name in FIELDS if name.startswith(typed.lower())]
    if len(fields) == 1:
        # Shells add a space after a single candidate, which would be wrong after a field.
        found_values = value_candidates(FIELDS[fields[0]], "", values)
        return after(f"{before}{fields[0]}:", found_values)
    listed = [Candidate(f"{name}:", about[name]) for name in fields]
    if word and CERTAIN.value.startswith(word):
        listed.append(CERTAIN)
    return after(before, listed)


def value_candidates(field: Field, typed: str, values: Values) -> list[Candidate]:
    """Return the candidates for the last value of a list with commas."""
    listed, comma, last = typed.rpartition(",")
    alone = "=" if field in ALONE_FIELDS and last.startswith("=") else ""
    earlier = listed.casefold().split(",")
    found = values(field, last[len(alone) :])
    others = [one for one in found if one.value.casefold() not in earlier]
    return after(listed + comma + alone, others)


def after(before: str, found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates with the same text before each."""
    return [one._replace(value=before + one.value) for one in found]
