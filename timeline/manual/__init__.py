"""The manual: pages of Markdown, one for each topic, which `timeline help TOPIC` shows.

The pages are the `.md` files of this folder. Those in `rules/` explain the rules of
`timeline check`. The tests run every example in them.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.manual.pages import TOPICS as TOPICS
    from timeline.manual.pages import page as page
    from timeline.manual.pages import rule_page as rule_page
    from timeline.manual.pages import rule_summary as rule_summary
    from timeline.manual.pages import summary as summary
else:
    __getattr__, __all__ = lazy(
        __name__, {"pages": ("TOPICS", "page", "rule_page", "rule_summary", "summary")}
    )
