"""Data as Markdown: shown as text whatever it holds, and links that lead where they should."""

from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tests.writers.hard import addresses, texts
from tests.writers.reading import (
    GFM,
    READERS,
    all_of,
    comments,
    github,
    kinds,
    read,
    shown,
    texts_of,
)
from timeline.text import visible
from timeline.writers.markdown.text import escaped, link, paragraphs


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        pytest.param(
            "Plain words, and (more) of them.", "Plain words, and (more) of them.", id="-"
        ),
        pytest.param("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`", id="emphasis-code"),
        pytest.param("a|b [c] <d> ~e~", r"a\|b \[c\] \<d> \~e\~", id="pipe-bracket-tag-tilde"),
        pytest.param("# 1 of $20", r"\# 1 of \$20", id="heading-formula"),
        pytest.param(r"C:\new", r"C:\\new", id="backslash"),
        pytest.param("- dash", r"\- dash", id="item"),
        pytest.param("2014. A year", r"2014\. A year", id="numbered"),
        pytest.param("12) twelve", r"12\) twelve", id="numbered-bracket"),
        pytest.param("3.5 million in 2014.", "3.5 million in 2014.", id="number"),
        pytest.param("> quote", r"\> quote", id="quote"),
        pytest.param("AT&T &copy; &#35;", r"AT&T \&copy; &\#35;", id="entities"),
        pytest.param("see https://a.org/b", r"see https:/\/a\.org/b", id="address"),
        pytest.param("www.a.org or a.org", r"www\.a\.org or a\.org", id="bare-domains"),
        pytest.param("me@a.org", r"me<!-- -->@a\.org", id="mail"),
        pytest.param("e.g. at 5 p.m. @noon", "e.g. at 5 p.m. @noon", id="dots"),
        pytest.param("Stop!", r"Stop\!", id="exclamation-before-a-footnote"),
        pytest.param("a\n  b\tc", "a b c", id="white-space"),
        pytest.param("a\x1b[31m", r"a\<U+001B>\[31m", id="control"),
        pytest.param("\u202eb", r"\<U+202E>b", id="bidirectional"),
    ],
)
def test_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


_IN_BLOCKS = [
    pytest.param("{}\n", {"paragraph"}, id="paragraph"),
    pytest.param("- {}\n", {"bullet_list", "list_item", "paragraph"}, id="item"),
    pytest.param("## {}\n", {"heading"}, id="heading"),
]


@pytest.mark.parametrize(("block", "blocks"), _IN_BLOCKS)
@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@given(text=texts)
@example(text="1. one")
@example(text="Setext\n===")
@example(text="www.http://a")
def test_text_is_shown_as_it_is(
    block: str, blocks: set[str], reader: MarkdownIt, text: str
) -> None:
    tree = read(block.format(escaped(text)), reader)
    assert kinds(tree) - {"html_inline"} == {*blocks, "text"}
    assert comments(tree) <= {"<!-- -->"}
    assert shown(tree) == visible(text)


_in_addresses = [
    *("me@example.org", "a.b+c-d_e@x-y.co.uk", "mailto:me@a.org", "xmpp:me@a.org/x", "@a.org"),
    *("www.a.org", "www.a.b_c.org/d?e=f&g", "WWW.A.ORG", "http://a.org", "HTTPS://a.org/(b)"),
    *("ftp://a.org", "http://a", "a@b@c.org", "me@a", "@", "://", ".", "www.", "*", "_", "("),
    *(")", "<", ">", "&amp;", "\\", "~", " ", "\n", "x", "é"),
]
_addresses = (
    st.lists(st.sampled_from(_in_addresses), min_size=1, max_size=8)
    .map("".join)
    .filter(lambda text: visible(text) != "")
)


@pytest.mark.parametrize(
    ("block", "before"),
    [
        pytest.param("{}\n", "", id="paragraph"),
        pytest.param("- **2014**: {}\n", "\n2014: ", id="item"),
        pytest.param("# {}\n", "", id="heading"),
        pytest.param("| a |\n| --- |\n| {} |\n", "\n\n\na\n\n\n\n\n", id="table"),
    ],
)
@given(text=texts | _addresses)
@example(text="mail me@example.org, or see www.example.org and http://example.org")
def test_github_makes_no_link_of_text(block: str, before: str, text: str) -> None:
    page = github(block.format(escaped(text)))
    assert page.links == []
    assert page.text.removeprefix(before).strip("\n") == visible(text)


@given(text=texts | _addresses)
def test_github_makes_one_link_of_a_link(text: str) -> None:
    page = github(link(text, "https://example.org/a"))
    assert page.links == ["https://example.org/a"]
    assert page.text.strip("\n") == visible(text)


@given(text=texts)
@example(text="a\\|b")
@example(text="ends in \\")
def test_text_in_a_table_stays_in_its_cell(text: str) -> None:
    tree = read(f"| a | b |\n| --- | --- |\n| {escaped(text)} | {escaped(text)} |\n")
    cells = all_of(tree, "td")
    assert [shown(cell) for cell in cells] == [visible(text)] * 2
    assert [kinds(cell) - {"html_inline"} for cell in cells] == [{"td", "text"}] * 2
    assert comments(tree) <= {"<!-- -->"}


@given(text=texts)
@example(text="Stop!")
@example(text="up^")
def test_a_footnote_after_text_is_found(text: str) -> None:
    tree = read(f"- {escaped(text)}[^1]\n\n[^1]: {escaped(text)}\n")
    assert texts_of(tree, "footnote") == [visible(text)]
    assert len(all_of(tree, "footnote_ref")) == 1
    assert texts_of(tree, "bullet_list") == [visible(text)]


@pytest.mark.parametrize(
    ("text", "address", "markdown"),
    [
        pytest.param("T", "https://a.org/b?c=d&e", "[T](https://a.org/b?c=d&e)", id="plain"),
        pytest.param("T", "https://a.org/b_(c)", "[T](<https://a.org/b_(c)>)", id="brackets"),
        pytest.param("T", "https://a.org/b c", "[T](https://a.org/b%20c)", id="space"),
        pytest.param("T", "https://a.org/<b>|`", "[T](https://a.org/%3Cb%3E%7C%60)", id="unsafe"),
        pytest.param("T", "https://a.org/&copy;", "[T](https://a.org/&amp;copy;)", id="entity"),
        pytest.param("T", "https://a.org/&copy=1", "[T](https://a.org/&copy=1)", id="no-entity"),
        pytest.param("T", "https://a.org/\u2028", "[T](https://a.org/%E2%80%A8)", id="separator"),
        pytest.param("[a] *b*", "https://a.org", r"[\[a\] \*b\*](https://a.org)", id="title"),
        pytest.param("", "https://a.org/&copy;", "<https://a.org/&copy;>", id="no-title"),
    ],
)
def test_link(text: str, address: str, markdown: str) -> None:
    assert link(text, address) == markdown


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@given(text=st.just("") | texts, address=addresses)
def test_a_link_has_its_text_and_leads_to_its_address(
    reader: MarkdownIt, text: str, address: str
) -> None:
    tree = read(f"before {link(text, address)} after\n", reader)
    _check_link(tree, text, address)
    assert shown(tree).startswith("before ")
    assert shown(tree).endswith(" after")


@given(text=st.just("") | texts, address=addresses)
def test_a_link_in_a_table_stays_in_its_cell(text: str, address: str) -> None:
    written = link(text, address)
    tree = read(f"| a | b |\n| --- | --- |\n| {written} | {written} |\n", GFM)
    for cell in all_of(tree, "td"):
        assert [node.type for node in cell.children[0].children] == ["link"]
        _check_link(cell, text, address)


def _check_link(tree: SyntaxTreeNode, text: str, address: str) -> None:
    (found,) = all_of(tree, "link")
    assert unquote(str(found.attrs["href"])) == unquote(address)
    if text:
        assert shown(found) == visible(text)
        assert kinds(found) == {"link", "text"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("", [], id="none"),
        pytest.param(" \n\n ", [], id="blank"),
        pytest.param("one\ntwo", ["one\\\ntwo"], id="two-lines"),
        pytest.param("a:\n- b\n  - c", ["a:\\\n\\- b\\\n&nbsp;&nbsp;\\- c"], id="list"),
        pytest.param("ends in \\\nb", ["ends in \\\\\\\nb"], id="backslash-at-the-end"),
        pytest.param("one\n\n*two*", ["one", r"\*two\*"], id="two"),
        pytest.param("one\n \n\t\n\n2. two\n", ["one", r"2\. two"], id="blank-lines-with-spaces"),
    ],
)
def test_paragraphs(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts
