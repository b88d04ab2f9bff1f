"""Pages of the manual as a terminal shows them."""

import pytest
from rich.cells import cell_len

from tests.conftest import Expect
from tests.views.looking import PIPE, look, terminal
from timeline.manual import TOPICS, page
from timeline.views.manual import Page

PAGE = """\
# A page

A paragraph with `code`, a [link](https://example.org/a) and a page,
[`timeline help dates`](dates.md), that is longer than a line of the terminal.

## A heading

- **First**: something that is so long that it goes on in a second line of a narrow terminal.
- Second.

| written | meaning |
| --- | --- |
| `2014-03-18T14:30:00+03:00/2014-03-19T14:30:00+03:00` | an interval that fits no column |

```console
$ timeline list 2014 --oneline
2014-03-18  crimea-annexation  Putin signs agreement annexing Crimea
```
"""


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_a_page(expect: Expect, width: int, colour: bool) -> None:
    shown = look(Page(PAGE, hyperlinks=False), terminal(width, colour=colour))
    expect(f"views/page-{width}.{'ansi' if colour else 'txt'}", shown)


def test_a_page_with_links(expect: Expect) -> None:
    shown = look(Page(PAGE, hyperlinks=True), terminal(60, colour=True))
    expect("views/page-links-60.ansi", shown)


def test_off_a_terminal_it_is_markdown() -> None:
    assert look(Page(PAGE, hyperlinks=False), PIPE) == PAGE


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_every_page_fits_the_terminal(topic: str, width: int) -> None:
    shown = look(Page(page(topic), hyperlinks=False), terminal(width, colour=False))
    assert max(map(cell_len, shown.splitlines())) <= min(width, 100)


@pytest.mark.parametrize("topic", TOPICS)
def test_no_example_is_broken_at_80_columns(topic: str) -> None:
    """What a terminal showed in an example is shown with the lines that it had."""
    shown = look(Page(page(topic), hyperlinks=False), terminal(80, colour=False))
    examples = page(topic).split("```console terminal\n")[1:]
    lines = [line for one in examples for line in one.split("```")[0].splitlines() if line]
    there = {line.rstrip() for line in shown.splitlines()}
    assert [line for line in lines if f"    {line}" not in there] == []


def test_a_terminal_that_has_only_ascii() -> None:
    console = terminal(60, colour=False)
    options = console.options.update()
    options.encoding = "ascii"
    view = Page(PAGE, hyperlinks=False)
    shown = "".join(part.text for part in view.__rich_console__(console, options))
    assert shown.isascii()
    assert "\n * Second.\n" in shown
