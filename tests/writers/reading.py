"""Markdown read back as sites read it, and what it then shows."""

from html.parser import HTMLParser

from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped]
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

COMMONMARK = MarkdownIt("commonmark")
# With tables, bare addresses as links, and footnotes.
GFM = MarkdownIt("gfm-like").use(footnote_plugin)

READERS = (COMMONMARK, GFM)


def read(markdown: str, reader: MarkdownIt = GFM) -> SyntaxTreeNode:
    """Return what a reader makes of Markdown."""
    return SyntaxTreeNode(reader.parse(markdown))


def kinds(node: SyntaxTreeNode) -> set[str]:
    """Return the types of a node and of all below it."""
    return {one.type for one in node.walk()} - {"root", "inline"}


def shown(node: SyntaxTreeNode) -> str:
    """Return the text that a node shows."""
    return "".join(one.content for one in node.walk() if one.type == "text")


def comments(node: SyntaxTreeNode) -> set[str]:
    """Return the HTML that stands in text."""
    return {one.content for one in node.walk() if one.type == "html_inline"}


class Page(HTMLParser):
    """What a browser shows of HTML: its text, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        self.text += data


def github(markdown: str) -> Page:
    """Return what GitHub's own reader makes of Markdown."""
    return Page(github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))


def all_of(node: SyntaxTreeNode, kind: str) -> list[SyntaxTreeNode]:
    """Return the nodes of a type, in the order of the document."""
    return [one for one in node.walk() if one.type == kind]


def texts_of(node: SyntaxTreeNode, kind: str) -> list[str]:
    """Return the texts that the nodes of a type show."""
    return [shown(one) for one in all_of(node, kind)]
