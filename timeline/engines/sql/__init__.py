"""A question as SQL over an archive, which SQLGlot writes in the dialect of an engine."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.engines.sql.condition import Asked as Asked
    from timeline.engines.sql.condition import within as within
    from timeline.engines.sql.expressions import Expression as Expression
    from timeline.engines.sql.expressions import equals as equals
    from timeline.engines.sql.expressions import joined as joined
    from timeline.engines.sql.expressions import negated as negated
    from timeline.engines.sql.expressions import starts_with as starts_with
    from timeline.engines.sql.printing import printed as printed
    from timeline.engines.sql.statements import Statements as Statements
    from timeline.engines.sql.statements import as_sql as as_sql
    from timeline.engines.sql.statements import both as both
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "condition": ("Asked", "within"),
            "expressions": ("Expression", "equals", "joined", "negated", "starts_with"),
            "printing": ("printed",),
            "statements": ("Statements", "as_sql", "both"),
        },
    )
