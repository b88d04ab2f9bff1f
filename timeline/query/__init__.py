"""The question language: parsed from words, built from options, printed back as words.

A `Query` is a list of clauses, each of which is a `Term`, which is a list of `Alternative`s, or an
`AnyOf`, whose branches are lists of clauses. `timeline.search` looks up names and turns a query
into SQL.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.query.arguments import question as question
    from timeline.query.operators import apart as apart
    from timeline.query.operators import rewritten as rewritten
    from timeline.query.operators import unquoted as unquoted
    from timeline.query.parser import Query as Query
    from timeline.query.renaming import with_name as with_name
    from timeline.query.scanner import DEEPEST as DEEPEST
    from timeline.query.scanner import MOST_VALUES as MOST_VALUES
    from timeline.query.scanner import OperatorError as OperatorError
    from timeline.query.terms import ALONE_FIELDS as ALONE_FIELDS
    from timeline.query.terms import FIELD as FIELD
    from timeline.query.terms import FIELDS as FIELDS
    from timeline.query.terms import PERIOD_FIELDS as PERIOD_FIELDS
    from timeline.query.terms import Alternative as Alternative
    from timeline.query.terms import AnyOf as AnyOf
    from timeline.query.terms import Clause as Clause
    from timeline.query.terms import Field as Field
    from timeline.query.terms import Term as Term
    from timeline.query.terms import as_period as as_period
    from timeline.query.terms import has_operator as has_operator
    from timeline.query.terms import misplaced as misplaced
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "arguments": ("question",),
            "operators": ("apart", "rewritten", "unquoted"),
            "renaming": ("with_name",),
            "scanner": ("DEEPEST", "MOST_VALUES", "OperatorError"),
            "terms": (
                "ALONE_FIELDS",
                "FIELD",
                "FIELDS",
                "PERIOD_FIELDS",
                "Alternative",
                "AnyOf",
                "Clause",
                "Field",
                "Term",
                "as_period",
                "has_operator",
                "misplaced",
            ),
            "parser": ("Query",),
        },
    )
