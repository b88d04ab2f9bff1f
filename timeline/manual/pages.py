"""The pages of the manual: their topics, their summaries and their text."""

from pathlib import Path

TOPICS = (
    "file-format",
    "dates",
    "asking",
    "exploring",
    "views",
    "publishing",
    "formats",
    "keeping",
    "comparing",
    "checking",
    "json",
    "python",
    "terminal",
    "performance",
    "architecture",
)
"""The topics, in the order in which a newcomer reads them."""


def page(topic: str) -> str:
    """Return the page on one of the topics, as Markdown."""
    return (Path(__file__).parent / f"{topic}.md").read_text(encoding="utf-8")


def summary(topic: str) -> str:
    """Return what a page is about: the sentence under its title, without the full stop."""
    return _sentence(page(topic))


def rule_page(rule: str) -> str:
    """Return the page on a rule of `timeline check`, as Markdown."""
    return page(f"rules/{rule}")


def rule_summary(rule: str) -> str:
    """Return what a rule finds: the sentence under the title of its page, without the full stop."""
    return _sentence(rule_page(rule))


def _sentence(page: str) -> str:
    _, _, sentence, *_ = page.splitlines()
    return sentence.removesuffix(".")
