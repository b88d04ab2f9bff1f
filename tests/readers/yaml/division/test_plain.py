"""Events in a plain layout are read as the parser would read them."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.readers.items import Entry, Layout
from timeline.readers.parts import FIRST_LINE
from timeline.readers.yaml.division import PlainReader, events_in, plain, read_part

Events = tuple[list[int], list[Entry]] | None


def whole(entry: Entry) -> Entry:
    """Return an entry whose places are computed."""
    return entry._replace(
        actors_at=[*entry.actors_at],
        tags_at=[*entry.tags_at],
        follows_at=[*entry.follows_at],
        addresses=[*entry.addresses],
    )


def in_parts(text: str, indent: int) -> Events:
    """Return the lines and the events of a text, read as a part of a large file."""
    entries: list[Entry] = []

    def add(entry: Entry) -> None:
        entries.append(whole(entry))

    lines = read_part(text.encode(), add, "events", 0, indent)
    return None if lines is None else (lines.tolist(), entries)


def parsed(text: str, indent: int) -> Events:
    """Return the same from the parser."""
    entries: list[Entry] = []

    def add(entry: Entry) -> None:
        entries.append(whole(entry))

    layout = Layout("events", 0, indent, array("I"))
    lines = events_in(text.encode(), "", layout, FIRST_LINE, add)
    return None if lines is None else (lines.tolist(), entries)


PLAIN = {
    "two fields": "date: 2014\ntitle: One\n",
    "an id": "id: one\ndate: 2014-03-18\ntitle: One\n",
    "an id in quotes": "id: 'one'\ndate: \"2014\"\ntitle: 'It''s \"one\"'\n",
    "an id that is not first": "title: One\ndate: 2014\nid: one\n",
    "colons, signs and hyphens": "date: 2014\ntitle: At 12:30 No#1 - 50% of x:y, (https://a.b/#c)\n",
    "spaces at the ends": "date: 2014  \ntitle: One   two \nsummary: ' three '  \n",
    "other letters": "date: 2014\ntitle: Лавров in Zürich\nactors: [Лавров, 路线]\n",
    "a folded text": "date: 2014\ntitle: One\nsummary: >-\n  # One:\n  - two  \n  three\n",
    "a literal text": "date: 2014\ntitle: One\nsummary: |\n    One:\n    - two\nid: one\n",
    "names in brackets": "date: 2014\ntitle: One\nactors: [a b,c,  d-e ]\nplaces: [x]  \n",
    "names on lines": "date: 2014\ntitle: One\ntags:\n- a\n- 'b'\n- c d \nactors:\n  - x\n  - y\n",
    "one name": "date: 2014\ntitle: One\nactors: a b\ntags: 'c'\nfollows: \"d\"\n",
    "follows": "date: 2014\ntitle: One\nfollows: [a, a-b, b]\n",
    "sources": (
        "date: 2014\ntitle: One\nsources:\n"
        "  - title: url of 'https://a.b/c'\n    url: https://a.b/c\n"
        "    publisher: P\n    date: 2014\n"
        "  - archive: https://a.b/c\n    url: https://a.b/c\n"
        "  - https://a.b/c\n  - A book\n"
    ),
    "sources without a margin": (
        "date: 2014\ntitle: One\nsources:\n- url: 'https://a.b/'\n  title: A\n"
    ),
    "an empty text": "date: 2014\ntitle: One\nsummary: ''\n",
    "an empty line": "date: 2014\n\ntitle: One\n\n",
}

FOR_THE_PARSER = {
    "a comment": "date: 2014  # a year\ntitle: One\n",
    "a line of comment": "date: 2014\n# one\ntitle: One\n",
    "an unknown key": "date: 2014\ntitle: One\nlink: https://a.b/\n",
    "a key twice": "date: 2014\ntitle: One\ntitle: Two\n",
    "no title": "date: 2014\n",
    "no date": "title: One\n",
    "a wrong date": "date: 2014-02-30\ntitle: One\n",
    "a date that may be an interval": "date: 1939-41\ntitle: One\n",
    "an anchor": "date: 2014\ntitle: One\nactors: &a [x]\n",
    "an alias": "date: 2014\ntitle: One\nactors: *a\n",
    "a tag": "date: !!str 2014\ntitle: One\n",
    "an escape": 'date: 2014\ntitle: "One\\ttwo"\n',
    "a text over two lines": "date: 2014\ntitle: One\n  two\n",
    "a quoted text over two lines": "date: 2014\ntitle: 'One\n  two'\n",
    "a mapping": "date: {start: 2014}\ntitle: One\n",
    "a list as text": "date: 2014\ntitle: [One]\n",
    "names in quotes in brackets": "date: 2014\ntitle: One\nactors: ['a', b]\n",
    "an empty name": "date: 2014\ntitle: One\nactors: [a, , b]\n",
    "the same name twice": "date: 2014\ntitle: One\nactors: [a, a]\n",
    "brackets in brackets": "date: 2014\ntitle: One\nactors: [a, [b]]\n",
    "a comma in one name": "date: 2014\ntitle: One\nactors: a, b\n",
    "a mapping as a name": "date: 2014\ntitle: One\nactors:\n  - id: a\n",
    "a name over two lines": "date: 2014\ntitle: One\nactors:\n  - a\n    b\n",
    "more spaces after a colon": "date:  2014\ntitle: One\n",
    "a more indented line": "date: 2014\ntitle: One\nsummary: >-\n  One\n    two\n",
    "an empty line in a text": "date: 2014\ntitle: One\nsummary: >-\n  One\n\n  two\n",
    "sources in braces": "date: 2014\ntitle: One\nsources:\n  - {url: https://a.b/}\n",
    "one source": "date: 2014\ntitle: One\nsources: https://a.b/\n",
    "a wrong address": "date: 2014\ntitle: One\nsources:\n  - url: a.b\n",
    "a key of a source twice": "date: 2014\ntitle: One\nsources:\n  - title: A\n    title: B\n",
    "a direction sign": "date: 2014\ntitle: One\u202etwo\n",
    "a tab": "date: 2014\ntitle: One\ttwo\n",
}


def block(fields: str, indent: int, start: str = "-") -> str:
    """Return the fields of an event as an item of a list."""
    margin = " " * (indent + 2)
    lines = [f"{margin}{line}" if line else "" for line in fields.splitlines()]
    return f"{' ' * indent}{start} {lines[0].lstrip()}\n" + "".join(f"{one}\n" for one in lines[1:])


@pytest.mark.parametrize("indent", [0, 2, 5])
@pytest.mark.parametrize("fields", PLAIN.values(), ids=PLAIN)
def test_a_plain_event_needs_no_parser(fields: str, indent: int) -> None:
    entry = PlainReader(indent + 2).entry(block(fields, indent, " "), FIRST_LINE)
    assert entry is not None
    assert ([FIRST_LINE], [whole(entry)]) == parsed(block(fields, indent), indent)


@pytest.mark.parametrize("fields", FOR_THE_PARSER.values(), ids=FOR_THE_PARSER)
def test_any_other_event_is_left_to_the_parser(fields: str) -> None:
    assert PlainReader(4).entry(block(fields, 2, " "), FIRST_LINE) is None


def test_an_event_too_long_to_be_plain_is_left_to_the_parser() -> None:
    fields = f"date: 2014\ntitle: {'a' * plain._LONGEST}\n"
    assert PlainReader(4).entry(block(fields, 2, " "), FIRST_LINE) is None
    assert in_parts(block(fields, 2), 2) == parsed(block(fields, 2), 2) != None  # noqa: E711


PIECES = [
    *(
        "a",
        "One two",
        "x:y",
        "x: y",
        "x #y",
        "x#y",
        "#x",
        "'x'",
        '"x"',
        "'x''y'",
        '"x\\ty"',
        "-",
        "- x",
    ),
    *(
        "2014",
        "2014-03-18",
        "1939-41",
        "c. 1580",
        "",
        " ",
        "  x  ",
        "[a, b]",
        "[a, 'b']",
        "[a,, b]",
    ),
    *(
        "[]",
        "[a]",
        "{a: b}",
        "{}",
        "|",
        ">-",
        ">+",
        "|2",
        "&a x",
        "*a",
        "!!str x",
        "~",
        "null",
        "?",
        "? x",
    ),
    *(
        "https://a.b/",
        "http://a.b/#c",
        "Лавров",
        "a\u00a0b",
        "\u202e",
        "%x",
        "@x",
        "`x`",
        "---",
        "...",
    ),
    *(
        "x,",
        "[a,b ,c]",
        "[-a]",
        "[ - a]",
        "[a b]",
        "it's",
        "x'",
        "'",
        '"',
        "x:",
        ":x",
        "::",
        "\t",
        "x\ty",
    ),
]
KEYS = [
    "id",
    "date",
    "title",
    "summary",
    "actors",
    "places",
    "tags",
    "follows",
    "sources",
    "url",
    "b",
]
values = st.sampled_from(PIECES)
indents = st.sampled_from(["", " ", "  ", "   ", "    "])
lines_of_list = st.lists(
    st.builds(
        lambda margin, start, value: f"{margin}{start}{value}",
        st.sampled_from(["", "  "]),
        st.sampled_from(["- ", "  ", "- title: ", "  url: ", "- url: "]),
        values,
    ),
    min_size=1,
    max_size=4,
)
fields = st.one_of(
    st.builds(lambda key, value: [f"{key}: {value}"], st.sampled_from(KEYS), values),
    st.builds(lambda key, found: [f"{key}:", *found], st.sampled_from(KEYS[4:]), lines_of_list),
    st.builds(
        lambda sign, margin, texts: [f"summary: {sign}", *(f"{margin}{text}" for text in texts)],
        st.sampled_from([">-", "|", ">", "|-"]),
        indents,
        st.lists(values, min_size=1, max_size=3),
    ),
    st.just([""]),
    st.just(["# comment"]),
    st.just(["  continued"]),
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, int]:
    """Events of which some are plain, with any damage."""
    indent = draw(st.sampled_from([0, 2]))
    events = []
    for number in range(draw(st.integers(1, 4))):
        kept = [["date: 2014"], [f"title: Event {number}"]] if draw(st.integers(0, 4)) else []
        chosen = draw(st.permutations(kept + draw(st.lists(fields, max_size=3))))
        if lines := [line for field in chosen for line in field]:
            events.append(block("\n".join(lines) + "\n", indent))
    text = "".join(events) or block("date: 2014\n", indent)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        text = (
            text[:at]
            + draw(st.sampled_from(["", " ", "\n", "-", "'", ":", "#", "\n  - "]))
            + text[at + cut :]
        )
    return text, indent


@given(texts())
def test_a_part_is_read_as_the_parser_would_read_it(case: tuple[str, int]) -> None:
    text, indent = case
    if text.startswith(f"{' ' * indent}-") and text.endswith("\n"):
        assert in_parts(text, indent) == parsed(text, indent)
