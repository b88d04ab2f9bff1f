"""Wikitext as MediaWiki parses it."""

import html
import re
from collections.abc import Mapping
from typing import Any

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from timeline import Timeline
from timeline.text import visible, visible_lines
from timeline.writers import ExportOptions, Format, Part, Style, write
from timeline.writers.options import Citing


def written(one: Timeline, **options: Any) -> str:
    return "".join(write(one, one.select(), Format.WIKITEXT, ExportOptions(**options)))


@given(
    content=chronologies,
    style=st.sampled_from(Style),
    citing=st.sampled_from(Citing),
    show=st.frozensets(st.sampled_from(Part)),
)
def test_no_text_is_markup(
    opened: Open, content: Mapping[str, Any], style: Style, citing: Citing, show: frozenset[Part]
) -> None:
    one = opened(content)
    text = written(one, style=style, sources=citing, show=show)
    page = mwparserfromhell.parse(text)
    events = list(one.select())
    sources = {source for event in events for source in event.sources}
    with_address = [source for source in sources if source.url]
    cited = citing is Citing.FOOTNOTES
    assert len(page.filter_templates()) == (len(with_address) if cited else 0)
    assert {str(one.name).strip() for one in page.filter_templates()} <= {
        *("cite web", "cite news", "cite report")
    }
    tags = {str(tag.tag) for tag in page.filter_tags()}
    allowed = {"ref", "references", "br", "b", "li", "table", "tr", "td", "th", "span"}
    assert tags <= allowed
    shown = html.unescape(" ".join(page.strip_code(normalize=False).split()))
    source = html.unescape(text)
    for event in events:
        for line in [event.title, *visible_lines(event.summary)]:
            assert visible(line) in source
    assert len(shown) or not events


def test_a_source_used_again_refers_to_its_name(opened: Open) -> None:
    source = {
        "title": "A|b",
        "url": "https://a.org/[x]|y",
        "publisher": "The Times",
        "date": "2014",
    }
    one = opened(
        {"events": [{"date": f"201{n}", "title": f"t{n}", "sources": [source]} for n in (4, 5)]}
    )
    assert written(one) == (
        "== 2014 ==\n"
        "* '''2014''': t4<ref name=\"the-times-NAME\">{{cite news |title=A&#124;b "
        "|url=https://a.org/%5Bx%5D%7Cy |work=The Times |date=2014}}</ref>\n"
        "\n"
        "== 2015 ==\n"
        "* '''2015''': t5<ref name=\"the-times-NAME\" />\n"
        "\n"
        "== References ==\n"
        "<references />\n"
    ).replace("NAME", "0ae09057636ea5ae")


def test_names_of_references_are_those_of_their_sources(opened: Open) -> None:
    x, y, z = ({"title": title} for title in "XYZ")
    one = opened({"events": [{"date": "2014", "title": "a", "sources": [x, y]}]})
    other = opened({"events": [{"date": "2014", "title": "a", "sources": [z, y]}]})
    names = re.findall('<ref name="(source-[0-9a-f]{16})">', written(one) + written(other))
    assert [names.index(name) for name in names] == [0, 1, 2, 1]


@pytest.mark.parametrize("level", [None, 1, 2, 6])
def test_headings_have_the_level_that_is_asked_for(opened: Open, level: int | None) -> None:
    one = opened({"events": [{"date": "2014", "title": "a", "sources": [{"title": "X"}]}]})
    text = written(one, heading_level=level)
    headings = mwparserfromhell.parse(text).filter_headings()
    assert [(one.level, str(one.title).strip()) for one in headings] == [
        (level or 2, "2014"),
        (level or 2, "References"),
    ]


@pytest.mark.parametrize(
    ("archive", "fields"),
    [
        pytest.param(
            "https://web.archive.org/web/20140319120000/https://a.org",
            "|archive-url=https://web.archive.org/web/20140319120000/https://a.org "
            "|archive-date=19 March 2014",
            id="with a date",
        ),
        pytest.param(
            "https://archive.ph/AbC12", "|archive-url=https://archive.ph/AbC12", id="without one"
        ),
    ],
)
def test_an_archived_copy_is_dated_if_its_address_is(
    opened: Open, archive: str, fields: str
) -> None:
    source = {"title": "A", "url": "https://a.org", "archive": archive}
    one = opened({"events": [{"date": "2014", "title": "t", "sources": [source]}]})
    assert f"{{{{cite web |title=A |url=https://a.org {fields}}}}}</ref>" in written(one)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("''a'' 'b'", "&#39;&#39;a&#39;&#39; 'b'", id="quotes"),
        pytest.param(
            "[[a|b]] {{c}}", "&#91;&#91;a&#124;b&#93;&#93; &#123;&#123;c&#125;&#125;", id="links"
        ),
        pytest.param("http://a.b", "http&#58;//a.b", id="address"),
        pytest.param(
            "~~~~ __TOC__", "&#126;&#126;&#126;&#126; &#95;&#95;TOC&#95;&#95;", id="magic"
        ),
        pytest.param("# a & b", "&#35; a &#38; b", id="start of a line"),
        pytest.param("ISBN 123", "ISBN&#32;123", id="numbers of books"),
    ],
)
def test_titles(opened: Open, text: str, escaped: str) -> None:
    one = opened({"events": [{"date": "2014", "title": text}]})
    assert written(one, grouping=None) == f"* '''2014''': {escaped}\n"
