"""What a question says about the values of a facet, and how it changes with a value."""

from enum import StrEnum

from msgspec.structs import replace

from timeline.dates import Day, EventDate
from timeline.errors import DateError, NotUnderstoodError
from timeline.index import Index
from timeline.model import Facet
from timeline.query import ALONE_FIELDS, Alternative, Clause, Field, Query, Term
from timeline.text import fold

_FIELDS = {
    Facet.ACTOR: Field.ACTOR,
    Facet.TAG: Field.TAG,
    Facet.PLACE: Field.PLACE,
    Facet.PUBLISHER: Field.SOURCE,
    Facet.YEAR: Field.YEAR,
}


class Standing(StrEnum):
    """What a question asks of a value; the sign for it.

    `ONLY` asks for a publisher without others, or for an actor without those who act for it.
    """

    ASKED = "+"
    ONLY = "="
    EXCLUDED = "-"


def standings(index: Index, query: Query, facet: Facet) -> dict[str, Standing]:
    """Return what a question says of each value of a facet that it names outside brackets."""
    return {
        name: standing
        for term in query.terms
        if isinstance(term, Term)
        for one in term.alternatives
        if one.field is _FIELDS[facet] and (standing := _standing(term, one))
        for name in _names(index, facet, one.value)
    }


def changed(index: Index, query: Query, facet: Facet, name: str, standing: Standing) -> Query:
    """Return a question that says this of a value instead of what it said before.

    If that was the same, the value is taken away.
    """
    field = _FIELDS[facet]
    if standing is Standing.ONLY and field not in ALONE_FIELDS:
        standing = Standing.ASKED
    before = standings(index, query, facet).get(name)
    terms = [left for one in query.terms if (left := _without(index, one, facet, name))]
    if before is not standing:
        value = Alternative(field, name, alone=standing is Standing.ONLY)
        terms.append(Term((value,), standing is Standing.EXCLUDED))
    return Query(tuple(terms), query.certain)


def year_named(name: str) -> int | None:
    """Return the year that has this name in a question, None if it is no single year."""
    try:
        first = EventDate.parse(name).earliest
    except DateError:
        return None
    return first.year if first is not None and name_of_year(first.year) == name else None


def name_of_year(year: int) -> str:
    """Return a year as it is named in a question."""
    return str(Day(year, 1, 1)).removesuffix("-01-01")


def _standing(term: Term, one: Alternative) -> Standing | None:
    """Return what a term says of one of its values, None for `not:source:=NAME`."""
    if term.negated:
        return None if one.alone else Standing.EXCLUDED
    return Standing.ONLY if one.alone else Standing.ASKED


def _without(index: Index, clause: Clause, facet: Facet, name: str) -> Clause | None:
    """Return a clause without a value; None if no other is left."""
    if not isinstance(clause, Term):
        return clause
    left = tuple(
        one
        for one in clause.alternatives
        if one.field is not _FIELDS[facet]
        or _standing(clause, one) is None
        or name not in _names(index, facet, one.value)
    )
    return replace(clause, alternatives=left) if left else None


def _names(index: Index, facet: Facet, value: str) -> list[str]:
    """Return the values of a facet that a value in a question names, in whatever spelling."""
    # The first screen needs none of this.
    from timeline.search import find_actors, find_tags, like_words, names_like

    try:
        match facet:
            case Facet.ACTOR:
                # Another may follow that has it in its name.
                return find_actors(index, value)[:1]
            case Facet.TAG:
                return find_tags(index, value)
    except NotUnderstoodError:
        return []
    if facet is Facet.YEAR:
        return [value] if year_named(value) is not None else []
    found = names_like(index, facet, like_words(value)) if fold(value) else []
    same = [one for one in found if fold(one) == fold(value)]
    return [value] if value in same else same or (found if len(found) == 1 else [])
