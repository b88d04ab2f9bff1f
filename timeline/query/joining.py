"""Join the terms of one level of a question by the `or`s between them, and simplify brackets."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from timeline.errors import QuestionError
from timeline.query.terms import AnyOf, Clause, Field, Term


class Piece(NamedTuple):
    """A term, or terms in brackets, and the position in the question, `text[start:end]`.

    A sign such as `|` has no clauses.
    """

    start: int
    end: int
    clauses: tuple[Clause, ...]


def is_or(piece: Piece, text: str) -> bool:
    """Return whether a piece is `|`, `||` or the word `or`."""
    return text[piece.start : piece.end].lower() in ("|", "||", "or")


def joined(pieces: Sequence[Piece], text: str) -> tuple[Clause, ...]:
    """Return the clauses of the pieces of one level of a question.

    Raises QuestionError if an `or` is not between two terms, or it is unclear which it joins.
    """
    branches: list[list[Piece]] = [[]]
    ors: list[Piece] = []
    for place, piece in enumerate(pieces):
        if not is_or(piece, text):
            branches[-1].append(piece)
            continue
        after = pieces[place + 1 : place + 2]
        if not branches[-1] or not after or is_or(after[0], text):
            raise _missing(piece, text, "after" if branches[-1] else "before")
        _check_values(branches[-1][-1], piece, after[0], text)
        ors.append(piece)
        branches.append([])
    if not ors:
        return tuple(clause for piece in pieces for clause in piece.clauses)
    for one, before, after in zip(ors, branches, branches[1:], strict=False):
        if len(before) > 1 or len(after) > 1:
            raise _unclear(one, branches, text)
    return grouped([branch[0].clauses for branch in branches], negated=False)


def _missing(piece: Piece, text: str, where: str) -> QuestionError:
    sign = text[piece.start : piece.end]
    advice = "write 'this or that'"
    if piece.clauses:
        advice += f"\nto search for the text, quote it: '\"{sign}\"'"
    return QuestionError(
        f"a term is missing {where} '{sign}'", text, piece.start, piece.end, advice
    )


def _check_values(before: Piece, sign: Piece, after: Piece, text: str) -> None:
    """Raise QuestionError for `tag:war|peace`, in which the field seems to apply to both."""
    first, second = before.clauses[-1], after.clauses[0]
    if before.end < sign.start or sign.end < after.start:
        return
    if not isinstance(first, Term) or not isinstance(second, Term) or second.negated:
        return
    field = first.alternatives[0].field
    others = second.alternatives
    if any(one.is_bare for one in first.alternatives) or others[0].field is not Field.TEXT:
        return
    values = tuple(replace(one, field=field) for one in others)
    listed = replace(first, alternatives=(*first.alternatives, *values))
    raise QuestionError(
        f"'{text[sign.start : sign.end]}' joins terms, and not the values of a field",
        text,
        sign.start,
        sign.end,
        f"a comma lists values: write '{listed}'",
    )


def _unclear(one: Piece, branches: Sequence[Sequence[Piece]], text: str) -> QuestionError:
    """Return the error for terms that a space and an `or` join in two possible ways."""
    spelt = [[text[piece.start : piece.end] for piece in branch] for branch in branches]
    tight = " or ".join(
        " ".join(branch) if len(branch) == 1 else f"({' '.join(branch)})" for branch in spelt
    )
    runs = [[term] for term in spelt[0]]
    for first, *others in spelt[1:]:
        runs[-1].append(first)
        runs += [[term] for term in others]
    loose = " ".join(run[0] if len(run) == 1 else f"({' or '.join(run)})" for run in runs)
    sign = text[one.start : one.end]
    return QuestionError(
        f"it is unclear which terms '{sign}' joins",
        text,
        one.start,
        one.end,
        f"use brackets: '{loose}' or '{tight}'",
    )


def grouped(branches: Sequence[tuple[Clause, ...]], *, negated: bool) -> tuple[Clause, ...]:
    """Return the clauses that brackets around these branches stand for.

    Brackets that change nothing are left out: `(2022 war)`, `((a or b) or c)`, `not:(not:war)`.
    """
    flat: list[tuple[Clause, ...]] = []
    for branch in branches:
        only = branch[0] if len(branch) == 1 else None
        flat += only.branches if isinstance(only, AnyOf) and not only.negated else [branch]
    if len(flat) > 1:
        return (AnyOf(tuple(flat), negated),)
    (clauses,) = flat
    if not negated:
        return clauses
    if len(clauses) > 1:
        return (AnyOf((clauses,), negated=True),)
    opposite = replace(clauses[0], negated=not clauses[0].negated)
    if isinstance(opposite, AnyOf) and not opposite.negated and len(opposite.branches) == 1:
        return opposite.branches[0]
    return (opposite,)
