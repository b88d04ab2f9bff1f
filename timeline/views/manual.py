"""The manual: the list of its topics, and one page."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich import box, markdown
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from timeline.views.layout import UNLIMITED, beside, paragraph, theme, words

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_WIDEST = 100
"""The maximum width of a page, in cells: longer lines are hard to read."""

_LINK_TO_PAGE = re.compile(r"\[([^]]+)\]\([\w-]+\.md\)")

# Rich's own styles have a black background, which is wrong on a light terminal.
_STYLES = Theme(
    {
        "markdown.h1": "bold underline",
        "markdown.h2": "bold",
        "markdown.h3": "bold italic",
        "markdown.code": "bold",
        "markdown.item.bullet": "none",
        "markdown.link": "none",
        "markdown.link_url": "underline",
    }
)


_BEFORE_TOPICS = "'timeline help TOPIC' shows a page of the manual:"
_AFTER_TOPICS = (
    "'timeline --help' lists the commands; 'timeline help COMMAND' shows the help for one."
)


class Topics:
    """The topics of the manual, each with a summary of its page."""

    def __init__(self, summaries: Mapping[str, str]) -> None:
        self._summaries = summaries

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        width = options.max_width if console.is_terminal else UNLIMITED
        indent = max(map(len, self._summaries)) + 4
        yield from paragraph(words(_BEFORE_TOPICS, theme.PLAIN), 0, width)
        yield Segment.line()
        for topic, summary in self._summaries.items():
            margin = words(topic, theme.HEADING)
            yield from beside(margin, words(summary, theme.PLAIN), indent, width)
        yield Segment.line()
        yield from paragraph(words(_AFTER_TOPICS, theme.PLAIN), 0, width)


class Page:
    """A page of the manual, formatted for a terminal; otherwise its Markdown source."""

    def __init__(self, text: str, *, hyperlinks: bool) -> None:
        self._text = text
        self._hyperlinks = hyperlinks

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> Iterator[Segment]:
        if not console.is_terminal:
            yield Segment(self._text)
            return
        # The text of a link to another page is the command that shows it.
        text = _LINK_TO_PAGE.sub(r"\1", self._text)
        page = _Markdown(text, justify="default", hyperlinks=self._hyperlinks)
        with console.use_theme(_STYLES):
            rendered = console.render(page, options.update(width=min(options.max_width, _WIDEST)))
            for line in Segment.split_lines(rendered):
                for part in _without_padding(line):
                    # This is the only sign that Rich does not replace with ASCII.
                    text = part.text.replace("•", "*") if options.ascii_only else part.text
                    yield part._replace(text=text)
                yield Segment.line()


def _without_padding(line: list[Segment]) -> list[Segment]:
    """Return a line without the trailing spaces that Rich adds."""
    while line and not line[-1].text.rstrip():
        line.pop()
    return [*line[:-1], *(part._replace(text=part.text.rstrip()) for part in line[-1:])]


class _Heading(markdown.Heading):
    """A heading aligned left, without the frame that Rich draws."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        yield self.text


class _CodeBlock(markdown.CodeBlock):
    """Indented code, with the commands at a prompt in bold."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        code = Text(str(self.text).rstrip())
        code.highlight_regex(r"(?m)^\$ .*$", "bold")
        yield Padding(code, (0, 0, 0, 4), expand=False)


class _Table(markdown.TableElement):
    """A table in which nothing is cut: words that are too long continue on the next line."""

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, border_style="dim")
        if self.header is not None and self.header.row is not None:
            for heading in self.header.row.cells:
                table.add_column(heading.content, overflow="fold")
        if self.body is not None:
            for row in self.body.rows:
                table.add_row(*(cell.content for cell in row.cells))
        yield table


class _Markdown(markdown.Markdown):
    elements: ClassVar[dict[str, type[markdown.MarkdownElement]]] = {
        **markdown.Markdown.elements,
        "heading_open": _Heading,
        "fence": _CodeBlock,
        "table_open": _Table,
    }
