"""The rules of `timeline check` about the content of a chronology, which ask its index.

Reading a file reports what is wrong with the file itself. The rules report what is doubtful about
the events. They run only for `timeline check`, so that nothing else takes longer.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.rules.catalogue.catalogue import RULES as RULES
    from timeline.rules.catalogue.texts import ends_in_stop as ends_in_stop
    from timeline.rules.checking import check as check
    from timeline.rules.choosing import ALL as ALL
    from timeline.rules.choosing import chosen_rules as chosen_rules
    from timeline.rules.choosing import exempt_events as exempt_events
    from timeline.rules.choosing import is_rule as is_rule
    from timeline.rules.choosing import unknown_rule as unknown_rule
    from timeline.rules.rule import Rule as Rule
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "catalogue.catalogue": ("RULES",),
            "catalogue.texts": ("ends_in_stop",),
            "checking": ("check",),
            "choosing": ("ALL", "chosen_rules", "exempt_events", "is_rule", "unknown_rule"),
            "rule": ("Rule",),
        },
    )
