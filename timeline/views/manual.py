"""The manual: the list of its topics, and one page."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich import markdown
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from timeline.views.layout import theme
from timeline.views.layout.lines import beside, lines, segments, width_of, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult

_WIDEST = 100
"""The most columns that a page takes: longer lines are hard to read."""

_LINK_TO_PAGE = re.compile(r"\[([^]]+)\]\([\w-]+\.md\)")

# Rich's own styles have a black background, which a light terminal has not.
_STYLES = Theme(
    {
        "markdown.h1": "bold underline",
        "markdown.h2": "bold",
        "markdown.h3": "bold italic",
        "markdown.code": "bold",
        "markdown.item.bullet": "none",
        "markdown.link": "none",
        "markdown.link_url": "underline",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
    }
)


_BEFORE_TOPICS = "'timeline help TOPIC' shows a page of the manual:"
_AFTER_TOPICS = (
    "'timeline --help' lists the commands, 'timeline help COMMAND' shows the help of one."
)


class Topics:
    """The topics of the manual, each with what its page is about."""

    def __init__(self, summaries: Mapping[str, str]) -> None:
        self._summaries = summaries

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = width_of(console, options)
        indent = max(map(len, self._summaries)) + 4
        yield from _paragraph(_BEFORE_TOPICS, width)
        yield Segment.line()
        for topic, summary in self._summaries.items():
            margin = words(topic, theme.HEADING)
            yield from beside(margin, words(summary, theme.PLAIN), indent, width)
        yield Segment.line()
        yield from _paragraph(_AFTER_TOPICS, width)


def _paragraph(text: str, width: int) -> Iterator[Segment]:
    for line in lines(words(text, theme.PLAIN), width):
        yield from segments(line)
        yield Segment.line()


class Page:
    """A page of the manual, laid out; off a terminal, its Markdown as it stands."""

    def __init__(self, text: str, *, hyperlinks: bool) -> None:
        self._text = text
        self._hyperlinks = hyperlinks

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        if not console.is_terminal:
            yield Segment(self._text)
            return
        # A link to another page shows the command for it, which is its text.
        text = _LINK_TO_PAGE.sub(r"\1", self._text)
        page = _Markdown(text, justify="default", hyperlinks=self._hyperlinks)
        with console.use_theme(_STYLES):
            yield from console.render(page, options.update(width=min(options.max_width, _WIDEST)))


class _Heading(markdown.Heading):
    """A heading at the left, which Rich would centre or frame."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        yield self.text


class _CodeBlock(markdown.CodeBlock):
    """Code, indented, with what is typed at a prompt in bold."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        code = Text(str(self.text).rstrip())
        code.highlight_regex(r"(?m)^\$ .*$", "bold")
        yield Padding(code, (0, 0, 0, 4), expand=False)


class _Cell(markdown.TableDataElement):
    """A cell of a table: where it is too narrow for a word, the word goes on below."""

    def __init__(self, justify: "JustifyMethod") -> None:
        super().__init__(justify)
        self.content.overflow = "fold"


class _Markdown(markdown.Markdown):
    elements: ClassVar[dict[str, type[markdown.MarkdownElement]]] = {
        **markdown.Markdown.elements,
        "heading_open": _Heading,
        "fence": _CodeBlock,
        "td_open": _Cell,
        "th_open": _Cell,
    }
