"""Markdown as a reader of it sees it: headings, events, sources, front matter."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.writers.conftest import Open
from tests.writers.hard import addresses, texts
from tests.writers.reading import all_of, kinds, read, shown, texts_of
from timeline import Timeline
from timeline.model import Facet
from timeline.text import control_in, visible
from timeline.writers import Format, write
from timeline.writers.options import Citing, ExportOptions, Part, Style

_DATES = (
    "2014-03-18",
    "2014",
    "1580~",
    "201X",
    "2022-02-24/..",
    "-0043",
    "Y12000",
    "2014-XX",
    "..",
)

_legal = texts.filter(lambda text: not control_in(text))
_sources = st.fixed_dictionaries(
    {}, optional={"title": _legal, "url": addresses, "publisher": _legal, "date": st.just("2014")}
).filter(lambda source: "title" in source or "url" in source)
_events = st.fixed_dictionaries(
    {"date": st.sampled_from(_DATES[:-1]), "title": _legal},
    optional={
        "summary": _legal,
        "actors": st.lists(st.sampled_from(["a", "b"]), unique=True),
        "tags": st.lists(st.sampled_from(["war", "peace"]), unique=True),
        "sources": st.lists(_sources, max_size=3),
    },
)
chronologies = st.fixed_dictionaries(
    {"events": st.lists(_events, max_size=4)}, optional={"title": _legal, "description": _legal}
)
_options = st.builds(
    ExportOptions,
    grouping=st.sampled_from(Facet),
    style=st.sampled_from(Style),
    sources=st.sampled_from(Citing),
    heading_level=st.integers(1, 6),
    taken=st.frozensets(st.sampled_from(["1", "2", "note"])),
)


def written(timeline: Timeline, question: str = "", **options: Any) -> str:
    found = timeline.select(question)
    return "".join(write(timeline, found, Format.MARKDOWN, ExportOptions(**options)))


@given(content=chronologies, options=_options)
def test_what_is_published_shows_the_chronology(
    opened: Open, content: Mapping[str, Any], options: ExportOptions
) -> None:
    timeline = opened(content)
    found = list(timeline.select())
    text = "".join(write(timeline, timeline.select(), Format.MARKDOWN, options))
    assert not text.startswith("\n")
    assert not text or (text.endswith("\n") and not text.endswith("\n\n"))
    assert "\n\n\n" not in text
    page = read(text)
    assert not kinds(page) & {"em", "html_block", "code_inline", "code_block", "fence", "image"}
    html = {one.content for one in all_of(page, "html_inline")}
    assert html <= ({"<br>", "<!-- -->"} if options.style is Style.TABLE else {"<!-- -->"})
    links = len(all_of(page, "link"))
    cited = {source for event in found for source in event.sources}
    if options.sources is Citing.NONE:
        assert links == 0
    for title in {timeline.title, *(event.title for event in found)}:
        assert visible(title) in shown(page)
    if options.sources is Citing.FOOTNOTES:
        assert len(all_of(page, "footnote")) == len(cited)
        assert links == sum(bool(source.url) for source in cited)
    if options.style is Style.LIST and options.grouping is None:
        assert [shown(item.children[0]) for item in all_of(page, "list_item")] == [
            f"{visible(event.date.describe())}: {visible(event.title)}" for event in found
        ]
    if options.style is Style.TABLE and options.grouping is None:
        rows = [all_of(row, "td") for row in all_of(page, "tr")][1:]
        assert [shown(row[0]) for row in rows] == [event.date.describe() for event in found]
        assert len({len(row) for row in rows}) <= 1


MINIMAL = {"events": [{"date": "2014", "title": "Only a title"}]}


@pytest.mark.parametrize(
    ("options", "text"),
    [
        pytest.param({}, "# 2014\n\n- **2014**: Only a title\n", id="list"),
        pytest.param(
            {"style": Style.TABLE},
            "# 2014\n\n| Date | Event |\n| --- | --- |\n| **2014** | Only a title |\n",
            id="table",
        ),
        pytest.param({"grouping": None}, "- **2014**: Only a title\n", id="no-heading"),
        pytest.param({"sources": Citing.LINKS}, "# 2014\n\n- **2014**: Only a title\n", id="links"),
        pytest.param(
            {"sources": Citing.LINKS, "style": Style.TABLE, "grouping": None},
            "| Date | Event | Sources |\n| --- | --- | --- |\n| **2014** | Only a title |  |\n",
            id="table-with-links",
        ),
        pytest.param(
            {"grouping": Facet.ACTOR}, "# No actor\n\n- **2014**: Only a title\n", id="no-actor"
        ),
        pytest.param(
            {"front_matter": True},
            "---\ntitle: ''\nearliest: '2014-01-01'\nlatest: '2014-12-31'\nactors: []\ntags: []\n"
            "---\n\n# 2014\n\n- **2014**: Only a title\n",
            id="front-matter",
        ),
    ],
)
def test_an_event_with_only_a_date_and_a_title(
    opened: Open, options: dict[str, Any], text: str
) -> None:
    assert written(opened(MINIMAL), **options) == text


def test_nothing_found_in_a_chronology_without_title_is_nothing(opened: Open) -> None:
    assert written(opened(MINIMAL), "1066") == ""


@pytest.mark.parametrize(
    ("level", "headings"),
    [
        pytest.param(1, ["h1", "h2"], id="1"),
        pytest.param(3, ["h3", "h4"], id="3"),
        pytest.param(6, ["h6", "h6"], id="deepest"),
    ],
)
def test_heading_level(opened: Open, level: int, headings: list[str]) -> None:
    page = read(written(opened(MINIMAL | {"title": "T"}), heading_level=level))
    assert [heading.tag for heading in all_of(page, "heading")] == headings


SOURCES = [
    {"title": "A", "url": "https://a.org"},
    {"title": "B"},
    {"title": "A", "url": "https://a.org"},
    {},
]
CITING = {
    "events": [
        {"date": "2014", "title": "First!", "summary": "Why^", "sources": SOURCES},
        {"date": "2015", "title": "Second", "sources": ["C", *SOURCES[:1]]},
    ]
}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    ("taken", "labels"),
    [
        pytest.param((), ["1", "2", "3"], id="first"),
        pytest.param(("1", "3", "note"), ["2", "4", "5"], id="beside-others"),
    ],
)
def test_each_source_has_one_footnote(
    opened: Open, style: Style, taken: tuple[str, ...], labels: list[str]
) -> None:
    page = read(written(opened(CITING), style=style, taken=frozenset(taken)))
    cites = [one.meta["label"] for one in all_of(page, "footnote_ref")]
    a, b, c = labels
    assert cites == [a, b, c, a]
    assert texts_of(page, "footnote") == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Only a title", "Only a title", id="title"),
        pytest.param("https://a.org/b", "<https://a.org/b>", id="address"),
        pytest.param({"publisher": "P"}, "P", id="publisher"),
        pytest.param({"title": "T", "date": "2014-03"}, "T, March 2014", id="date"),
        pytest.param(
            {"title": "T", "url": "https://a.org", "publisher": "P", "date": "1580~"},
            "[T](https://a.org), P, c. 1580",
            id="all",
        ),
        pytest.param(
            {"title": "T", "url": "https://a.org", "archive": "https://web.archive.org/web/1/a"},
            "[T](https://a.org), [archived copy](https://web.archive.org/web/1/a)",
            id="archive",
        ),
        pytest.param(
            {"archive": "https://archive.ph/1"}, "[archived copy](https://archive.ph/1)", id="only"
        ),
    ],
)
def test_a_source_is_cited_by_what_is_known_of_it(opened: Open, source: Any, text: str) -> None:
    timeline = opened({"events": [{"date": "2014", "title": "T", "sources": [source]}]})
    assert written(timeline).endswith(f"[^1]\n\n[^1]: {text}\n")
    assert written(timeline, sources=Citing.LINKS).endswith(f"\n\n  Sources: {text}\n")


def test_a_table_keeps_paragraphs_apart(opened: Open) -> None:
    event = {"date": "2014", "title": "T", "summary": "One.\n\n- Two.", "sources": ["S"]}
    (row,) = [
        line
        for line in written(opened({"events": [event]}), style=Style.TABLE).splitlines()
        if "One" in line
    ]
    assert row == r"| **2014** | T<br>One.<br><br>\- Two.[^1] |"


def test_footnotes_after_the_last_paragraph_of_a_list_item(opened: Open) -> None:
    event = {"date": "2014", "title": "T", "summary": "One.\n\nTwo.", "sources": ["S"]}
    assert written(opened({"events": [event]})).startswith(
        "# 2014\n\n- **2014**: T\n\n  One.\n\n  Two.[^1]\n\n[^1]: S\n"
    )


@pytest.mark.parametrize(
    "title",
    ["2014", "yes", "a: b", "- a", "---", "# no", "'q\"", "😀 文字", "null", "x" * 200 + " y"],
)
def test_front_matter_is_read_back(opened: Open, title: str) -> None:
    content = {
        "title": title,
        "actors": {"a": {"name": title}},
        "tags": {"on": {}, "2014": {}},
        "events": [
            {"date": "2014-03-18", "title": "First", "actors": ["a"], "tags": ["on", "2014"]},
            {"date": "2014-04/..", "title": "Goes on"},
        ],
    }
    timeline = opened(content)
    _, front, page = written(timeline, front_matter=True).split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": title,
        "earliest": "2014-03-18",
        "latest": None,
        "actors": [title],
        "tags": ["on", "2014"],
    }
    assert page.startswith("\n# ")


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        pytest.param("id:first", ("2014-03-01", "2014-03-31"), id="month"),
        pytest.param("id:old", (None, "-0043-12-31"), id="open-start"),
        pytest.param("id:far", ("12000-01-01", "12000-12-31"), id="far"),
        pytest.param("id:first,far", ("2014-03-01", "12000-12-31"), id="both"),
        pytest.param("1066 id:first", (None, None), id="nothing"),
    ],
)
def test_front_matter_has_the_bounds_of_what_was_found(
    opened: Open, question: str, bounds: tuple[str | None, str | None]
) -> None:
    events = [
        {"date": "2014-03", "title": "First"},
        {"date": "../-0043", "title": "Old"},
        {"date": "Y12000", "title": "Far"},
    ]
    text = written(opened({"events": events}), question, front_matter=True)
    facts = yaml.safe_load(text.split("---\n")[1])
    assert (facts["earliest"], facts["latest"]) == bounds


@pytest.mark.parametrize("style", Style)
def test_an_anchor_breaks_no_list_or_table(opened: Open, style: Style) -> None:
    ids = ["a|b", "a\n\nb", '"><b>', "a b"]
    events = [{"id": one, "date": f"{n}", "title": one} for n, one in enumerate(ids, 2001)]
    text = written(
        opened({"events": events}), style=style, grouping=None, show=frozenset([Part.ANCHORS])
    )
    page = read(text)
    assert len(all_of(page, "html_inline")) == 2 * len(ids)
    kind = "list_item" if style is Style.LIST else "tr"
    assert len(all_of(page, kind)) == len(ids) + (style is Style.TABLE)
