"""Markdown read back as sites read it, and what it then shows."""

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


def all_of(node: SyntaxTreeNode, kind: str) -> list[SyntaxTreeNode]:
    """Return the nodes of a type, in the order of the document."""
    return [one for one in node.walk() if one.type == kind]


def texts_of(node: SyntaxTreeNode, kind: str) -> list[str]:
    """Return the texts that the nodes of a type show."""
    return [shown(one) for one in all_of(node, kind)]
