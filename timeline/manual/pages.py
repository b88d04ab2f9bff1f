"""The pages of the manual: their topics, their summaries and their text."""

from pathlib import Path

TOPICS = (
    "file-format",
    "dates",
    "questions",
    "views",
    "publishing",
    "formats",
    "keeping",
    "comparing",
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
    _, _, sentence, *_ = page(topic).splitlines()
    return sentence.removesuffix(".")
