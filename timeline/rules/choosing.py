"""Which rules are checked: those on by default, as changed by files and by the command line."""

from collections.abc import Iterable, Sequence

from timeline.errors import NotUnderstoodError
from timeline.index import Index
from timeline.rules.catalogue import RULES
from timeline.text import closest, listed, visible

DEFAULT, ALL = "default", "all"
"""Names that stand for the rules that are on by default, and for all rules."""


def chosen_rules(
    index: Index, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> frozenset[str]:
    """Return the ids of the rules to check.

    `select` and `ignore` are those of the command line. `select` replaces what the files choose
    under the key `check`; `ignore` is added to what they ignore. Names in files that are not those
    of rules have no effect. Raises NotUnderstoodError for such a name in `select` or `ignore`.
    """
    for name in (*select, *ignore):
        if not is_rule(name, DEFAULT, ALL):
            raise unknown_rule(name)
    if select:
        return _meant(select) - _meant(ignore)
    own: list[str] = []
    ignored = list(ignore)
    for key, rule in index.rows("SELECT key, rule FROM rule_choice"):
        (own if key == "select" else ignored).append(rule)
    return _meant(own or [DEFAULT]) - _meant(ignored)


def exempt_events(index: Index, rule: str) -> frozenset[int]:
    """Return the numbers of the events that ignore a rule."""
    sql = "SELECT event FROM exemption WHERE rule IN (?, ?)"
    return frozenset(number for (number,) in index.rows(sql, rule, ALL))


def is_rule(name: str, *others: str) -> bool:
    """Return whether a name is the id of a rule, or one of `others`."""
    return name in RULES or name in others


def unknown_rule(name: str) -> NotUnderstoodError:
    """Return the error for a name that is not the id of a rule."""
    return NotUnderstoodError(f"there is no rule '{visible(name)}'", advice_on_rule(name))


def advice_on_rule(name: str) -> str:
    """Return what to write for a name that is not the id of a rule."""
    near = [f"'{one}'" for one in closest(name, RULES)]
    return f"did you mean {listed(near)}?" if near else f"the rules are {listed(RULES, 'and')}"


def _meant(names: Iterable[str]) -> frozenset[str]:
    meant: set[str] = set()
    for name in names:
        if name == ALL:
            meant |= RULES.keys()
        elif name == DEFAULT:
            meant |= {rule.id for rule in RULES.values() if rule.is_on}
        elif name in RULES:
            meant.add(name)
    return frozenset(meant)
