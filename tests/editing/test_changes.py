"""Changes leave every other byte as it is, and the chronology is the intended one."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import EventDate
from timeline.editing import (
    Change,
    Contents,
    Document,
    added,
    contents_of,
    removed,
    with_fields,
)
from timeline.model import Event, Source

TEXTS = st.sampled_from(
    [
        "a",
        "Putin signs",
        "x: y",
        "# no comment",
        "- dash",
        "'quoted'",
        '"',
        "ünï",
        "no",
        "2014",
        "a, b",
        "[a]",
        "{a",
        "two\nlines",
        "long " * 30 + "text",
        "a #b",
        "*a",
        "&a",
        "!a",
        "a\\b",
    ]
)
LINES = TEXTS.filter(lambda text: "\n" not in text)
DATES = st.sampled_from(["2014", "2014-03-18", "1580~", "2014-03/2016", "-0043", "2022-02-24/.."])
LISTS = st.lists(LINES, max_size=3, unique=True).map(tuple)
SOURCES = st.lists(
    st.builds(Source, title=LINES, url=st.just("https://example.com/a"), date=st.just("2014")),
    max_size=2,
    unique=True,
).map(tuple)
EVENTS = st.builds(
    Event,
    id=st.just(""),
    date=DATES.map(EventDate.parse),
    title=LINES,
    summary=TEXTS | st.just(""),
    actors=LISTS,
    places=LISTS,
    tags=LISTS,
    sources=SOURCES,
)

FILES = {
    "shipped": (Path(__file__).parents[2] / "events.yaml").read_text(encoding="utf-8"),
    "list": "- {date: 2014, title: A}\n- date: 2015\n  title: B\n",
    "indented blocks": """\
# A chronology
title: "Here"   # a comment

events:
    # the first
    -   title: 'It''s first'
        date: 2013-01 # about
        tags:
            - a   # one
            - "b"

        sources:
            - https://example.com/x
            - {title: T, url: https://example.com/y}   # flow


    # the second
    -   title: Second
        date: 2014
        summary: |
            Some text,

              # not a comment
            and more.

    # trailing
# the end
""",
    "dashes in the column of their key": """\
events:
- date: 2014
  title: A
  actors:
  - one
  - two
- date: 2015
  title: B
  actors: [one]   # c
tags:
  a: {}
""",
    "brackets": """\
events: [{date: 2014, title: A, tags: [a]}, {date: 2015, title: "B"}]
tags: {a: {}}
""",
    "json": """\
{
  "title": "x",
  "events": [
    {"date": "2014", "title": "A", "tags": ["a"]}
  ]
}
""",
    "no line end": "- date: 2014\n  title: A\n- date: 2015\n  title: B\n  tags: [x]",
    "dash alone": "-\n  date: 2014\n  title: A\n\n-\n  date: 2015\n  title: B\n",
    "folded": """\
- title: A
  date: 2014
  summary: some
    plain text
    on lines
  actors: one
""",
}


def document_of(tmp_path: Path, text: str, *, crlf: bool, bom: bool) -> Document:
    data = text.replace("\n", "\r\n" if crlf else "\n").encode()
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" * bom + data)
    return Document(str(path), "a.yaml")


def contents(data: bytes) -> Contents:
    found = contents_of(data, "a.yaml")
    assert found is not None
    return found


def apply(document: Document, change: Change) -> Contents:
    """Return the contents after a change, which leaves the rest of the text as it is."""
    text = document.with_change(change)
    start = min(splice.span.start for splice in change.splices)
    end = max(splice.span.end for splice in change.splices)
    assert text.startswith(document.text[:start])
    assert text.endswith(document.text[end:])
    return contents(document.encoded(text))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editing")


CHANGED = ["id", "date", "title", "summary", "actors", "tags", "sources"]
VARIANTS = st.tuples(st.sampled_from(sorted(FILES)), st.booleans(), st.booleans())


@given(variant=VARIANTS, event=EVENTS, data=st.data())
def test_an_event_is_added(
    folder: Path, variant: tuple[str, bool, bool], event: Event, data: st.DataObject
) -> None:
    name, crlf, bom = variant
    document = document_of(folder, FILES[name], crlf=crlf, bom=bom)
    before = contents(document.data)
    number = data.draw(st.integers(0, len(before.events)))
    after = apply(document, added(document, event, number, with_id=False))
    assert after == before._replace(
        events=(*before.events[:number], event, *before.events[number:])
    )


@given(variant=VARIANTS, data=st.data())
def test_an_event_is_removed(
    folder: Path, variant: tuple[str, bool, bool], data: st.DataObject
) -> None:
    name, crlf, bom = variant
    document = document_of(folder, FILES[name], crlf=crlf, bom=bom)
    before = contents(document.data)
    if len(before.events) < 2:
        return
    number = data.draw(st.integers(0, len(before.events) - 1))
    after = apply(document, removed(document, number))
    assert after.events == (*before.events[:number], *before.events[number + 1 :])


@given(variant=VARIANTS, other=EVENTS, data=st.data())
def test_fields_are_changed(
    folder: Path, variant: tuple[str, bool, bool], other: Event, data: st.DataObject
) -> None:
    name, crlf, bom = variant
    document = document_of(folder, FILES[name], crlf=crlf, bom=bom)
    before = contents(document.data)
    number = data.draw(st.integers(0, len(before.events) - 1))
    keys = data.draw(
        st.sets(
            st.sampled_from(["id", "date", "title", "summary", "actors", "tags", "sources"]),
            min_size=1,
        )
    )
    event = before.events[number]
    fields = {
        key: "an-id" if key == "id" else other.date.text if key == "date" else getattr(other, key)
        for key in keys
    }
    change = with_fields(document, number, event, fields, id_given=bool(event.id))
    changed = {**fields} | ({"date": other.date} if "date" in fields else {})
    expected = msgspec.structs.replace(event, **changed)
    if expected == event:
        return
    assert apply(document, change).events[number] == expected
