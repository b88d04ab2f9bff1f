"""A question as a tree of terms, joined by `or` and grouped by brackets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Union

import msgspec
from msgspec.structs import replace

from timeline.query.terms import Term

Clause = Union[Term, "AnyOf"]
"""A part of a question that an event must match."""


class AnyOf(msgspec.Struct, frozen=True):
    """`(2022 tag:war) or 2023`: an event matches if it matches every clause of any branch.

    If `negated`, it must not. `grouped` makes one in its simplest form.
    """

    branches: tuple[tuple[Clause, ...], ...]
    negated: bool = False

    def __str__(self) -> str:
        if len(self.branches) == 1:
            either = _spelt(self.branches[0])
        else:
            either = " or ".join(
                _spelt(branch) if len(branch) == 1 else f"({_spelt(branch)})"
                for branch in self.branches
            )
        return ("not:" if self.negated else "") + f"({either})"


def _spelt(clauses: Iterable[Clause]) -> str:
    return " ".join(map(str, clauses))


def terms_in(clauses: Iterable[Clause]) -> Iterator[Term]:
    """Yield the terms of clauses, including those in brackets, in the order of the question."""
    for clause in clauses:
        if isinstance(clause, Term):
            yield clause
        else:
            for branch in clause.branches:
                yield from terms_in(branch)


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
