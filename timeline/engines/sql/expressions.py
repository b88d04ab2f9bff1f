"""Parts of SQL, as expressions that SQLGlot writes in any dialect."""

from collections.abc import Sequence

from sqlglot import exp

_MOST_COMPARED = 8
"""The number of names up to which each is looked for in a list by itself."""

_MOST_IN_A_ROW = 50
"""The number of parts up to which each is one level deeper than the one before."""

Expression = exp.Expr


def column(name: str) -> exp.Column:
    """Return a column of the events."""
    return exp.column(name)


def text(value: str) -> exp.Literal:
    """Return a text, which each dialect quotes in its own way."""
    return exp.Literal.string(value)


def number(value: int) -> Expression:
    """Return a whole number."""
    return exp.convert(value)


def joined(parts: Sequence[Expression], *, every: bool) -> Expression:
    """Return whether every part is true, or any.

    Many parts become a balanced tree, because engines limit the depth of expressions.
    """
    if not parts:
        return exp.true() if every else exp.false()
    join = exp.and_ if every else exp.or_
    if len(parts) <= _MOST_IN_A_ROW:
        return join(*parts)
    middle = len(parts) // 2
    return join(joined(parts[:middle], every=every), joined(parts[middle:], every=every))


def negated(of: Expression) -> Expression:
    """Return whether an expression is not true."""
    return exp.not_(of)


def equals(name: str, value: str) -> Expression:
    """Return whether a text equals another, letter for letter."""
    return exp.EQ(this=column(name), expression=text(value))


def contains(name: str, value: str) -> Expression:
    """Return whether a text contains another, letter for letter."""
    position = exp.StrPosition(this=column(name), substr=text(value))
    return exp.GT(this=position, expression=number(0))


def starts_with(name: str, value: str) -> Expression:
    """Return whether a text starts with another, ignoring case."""
    folded = exp.Lower(this=column(name))
    return exp.StartsWith(this=folded, expression=text(value.lower()))


def any_of(name: str, values: Sequence[str]) -> Expression:
    """Return whether a list contains any of some texts."""
    if len(values) <= _MOST_COMPARED:
        parts = [exp.ArrayContains(this=column(name), expression=text(one)) for one in values]
        return joined(parts, every=False)
    return _any_item(name, _is_in(values))


def any_other(name: str, values: Sequence[str]) -> Expression:
    """Return whether a list contains anything but these texts."""
    return _any_item(name, exp.not_(_is_in(values)))


def _is_in(values: Sequence[str]) -> Expression:
    return exp.In(this=exp.column("item"), expressions=[text(one) for one in values])


def _any_item(name: str, which: Expression) -> Expression:
    fitting = exp.Lambda(this=which, expressions=[exp.to_identifier("item")])
    found = exp.ArrayFilter(this=column(name), expression=fitting)
    return exp.GT(this=exp.ArraySize(this=found), expression=number(0))


def at_least(name: str, value: int, *, or_open: bool) -> Expression:
    """Return whether a day is a given one or later; `or_open` says whether an open side is."""
    return _compared(exp.GTE, name, value, or_open)


def at_most(name: str, value: int, *, or_open: bool) -> Expression:
    """Return whether a day is a given one or earlier; `or_open` says whether an open side is."""
    return _compared(exp.LTE, name, value, or_open)


def _compared(comparison: type[exp.Binary], name: str, value: int, or_open: bool) -> Expression:
    # Never null, so that its opposite can be asked for too.
    compared = comparison(this=column(name), expression=number(value))
    is_open = column(name).is_(exp.null())
    return exp.or_(is_open, compared) if or_open else exp.and_(exp.not_(is_open), compared)
