"""What is on the clipboard after an event, or the address of a source, was copied."""

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import after

TEXT = """
title: Treaties
description: Not to be copied
actors: {ann: {name: Ann Lee}}
events:
  - {id: a, date: 1990-02-01, title: Alpha begins, actors: [ann], summary: At *noon*.,
     sources: [{title: A report, url: "https://example.org/a", publisher: Press, date: 1990-02-02}]}
  - {id: b, date: 1991, title: Beta, sources: [{title: One, url: "https://example.org/1"},
     {title: Without an address}, {title: Two, url: "https://example.org/2"}]}
  - {id: c, date: 1992, title: Gamma, sources: [{title: Without an address}]}
"""

ALPHA = """\
- **1 February 1990**: Alpha begins

  At \\*noon\\*.

  Actors: Ann Lee

  Sources: [A report](https://example.org/a), Press, 2 February 1990
"""

# The question, the keys, and what is on the clipboard and on the screen then.
CASES = {
    "an event alone": ("ann", ["y"], ALPHA, "copied the event as Markdown"),
    "the only address": ("", ["A"], "https://example.org/a", "copied https://example.org/a"),
    "one of several": ("", ["j", "A"], "", "Copy the address of a source  (Enter chooses"),
    "the first of several": (
        "",
        ["j", "A", "enter"],
        "https://example.org/1",
        "copied https://example.org/1",
    ),
    "the second of several": (
        "",
        ["j", "A", "j", "enter"],
        "https://example.org/2",
        "copied https://example.org/2",
    ),
    "none of several": ("", ["j", "A", "escape"], "", "2 of 3"),
    "no address": ("", ["end", "A"], "", "no source has an address"),
    "no address to open": ("", ["end", "o"], "", "no source has an address"),
}


@pytest.mark.parametrize(("question", "keys", "copied", "shown"), CASES.values(), ids=CASES)
def test_the_clipboard(
    open_text: OpenText, question: str, keys: list[str], copied: str, shown: str
) -> None:
    driver = after(open_text(TEXT), keys, question=question)
    assert driver.app.clipboard == copied
    assert shown in "\n".join(driver.shown)
