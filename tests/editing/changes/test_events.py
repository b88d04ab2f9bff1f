"""Changes leave every other byte as it is, and the chronology is the intended one."""

import io
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.dates import EventDate
from timeline.editing import (
    Change,
    Contents,
    Document,
    EditError,
    Edits,
    Named,
    added,
    contents_of,
    place_in_order,
    removed,
    renamed,
    with_fields,
    with_text,
)
from timeline.model import Event, Source
from timeline.readers import ChosenFile, Layout, read
from timeline.readers.yaml import blocks_of

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
    st.builds(
        Source,
        title=LINES,
        url=st.just("https://example.com/a"),
        date=st.just("2014"),
        archive=st.sampled_from(["", "https://archive.example/1"]),
    ),
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
    "shipped": (Path(__file__).parents[3] / "events.yaml").read_text(encoding="utf-8"),
    "list": "- {date: 2014, title: A}\n- date: 2015\n  title: B\n",
    "list below a comment": "# A list\n\n- {date: 2014, title: A}\n- date: 2015\n  title: B\n",
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


class Variant(NamedTuple):
    """A file, and how it is written and changed."""

    name: str
    crlf: bool
    bom: bool
    by_blocks: bool

    def document(self, folder: Path) -> Document:
        text = FILES[self.name].replace("\n", "\r\n" if self.crlf else "\n")
        path = folder / "a.yaml"
        path.write_bytes(b"\xef\xbb\xbf" * self.bom + text.encode())
        layout = layout_of(path.read_bytes()) if self.by_blocks else None
        return Document(str(path), "a.yaml", layout)


def layout_of(data: bytes) -> Layout | None:
    """Return the layout of a file that can be changed block by block, as an index records it."""
    items = read(io.BytesIO(data), ChosenFile("a.yaml", "a.yaml"), [])
    layout = next((item for item in items if isinstance(item, Layout)), None)
    blocks = layout and blocks_of(io.BytesIO(data), layout.indent)
    return layout if layout and blocks and blocks.lines == layout.lines else None


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
VARIANTS = st.builds(
    Variant, st.sampled_from(sorted(FILES)), st.booleans(), st.booleans(), st.booleans()
)


@given(variant=VARIANTS, event=EVENTS, data=st.data())
def test_an_event_is_added(
    folder: Path, variant: Variant, event: Event, data: st.DataObject
) -> None:
    document = variant.document(folder)
    before = contents(document.data)
    number = data.draw(st.integers(0, len(before.events)))
    after = apply(document, added(document, event, number, with_id=False))
    assert after == before._replace(
        events=(*before.events[:number], event, *before.events[number:])
    )


@given(variant=VARIANTS, data=st.data())
def test_an_event_is_removed(folder: Path, variant: Variant, data: st.DataObject) -> None:
    document = variant.document(folder)
    before = contents(document.data)
    if len(before.events) < 2:
        return
    number = data.draw(st.integers(0, len(before.events) - 1))
    after = apply(document, removed(document, number))
    assert after.events == (*before.events[:number], *before.events[number + 1 :])


@given(variant=VARIANTS, other=EVENTS, data=st.data())
def test_fields_are_changed(
    folder: Path, variant: Variant, other: Event, data: st.DataObject
) -> None:
    document = variant.document(folder)
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
    change = with_fields(document, number, event, fields)
    changed = {**fields} | ({"date": other.date} if "date" in fields else {})
    expected = msgspec.structs.replace(event, **changed)
    if expected == event:
        return
    assert apply(document, change).events[number] == expected


NAMES = st.sampled_from(["a", "b", "one", "x: y", "two words", "'s", "russia"])


@given(variant=VARIANTS, kind=st.sampled_from([Named.ACTOR, Named.TAG]), old=NAMES, new=NAMES)
def test_a_name_is_renamed_wherever_it_is(
    folder: Path, variant: Variant, kind: Named, old: str, new: str
) -> None:
    document = variant.document(folder)
    before = contents(document.data)
    if old == new:
        return
    change = renamed(document, before.events, kind, old, new)
    field = f"{kind}s"
    mentions = [event for event in before.events if old in getattr(event, field)]
    if change is None:
        assert not mentions
        return
    after = apply(document, change)
    for was, event in zip(before.events, after.events, strict=True):
        names = getattr(was, field)
        assert old not in getattr(event, field)
        assert set(getattr(event, field)) == {new if name == old else name for name in names}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("[{id: un, since: 2004}]", "[{id: uno, since: 2004}]", id="dated"),
        pytest.param("{since: 2004, id: un}", "{since: 2004, id: uno}", id="one mapping"),
        pytest.param("[eu, un]", "[eu, uno]", id="plain"),
        pytest.param(
            "[{id: 'un', until: 1946}, eu, {id: un, since: 2004}]",
            "[{id: 'uno', until: 1946}, eu, {id: uno, since: 2004}]",
            id="twice",
        ),
        pytest.param(
            "\n    - id: un   # c\n      since: 2004\n    - eu",
            "\n    - id: uno   # c\n      since: 2004\n    - eu",
            id="block",
        ),
    ],
)
def test_an_actor_is_renamed_in_memberships(tmp_path: Path, text: str, after: str) -> None:
    start = (
        "actors:\n  un: {name: UN}\n  eu: {role: {title: un, since: 2004}}\n  a:\n    member_of: "
    )
    end = "\nevents:\n- {date: 2014, title: A, actors: [a, eu]}\n"
    path = tmp_path / "events.yaml"
    path.write_text(start + text + end)
    before = path.read_bytes()
    document = Edits(timeline.open(path)).document(0)
    change = renamed(document, contents(before).events, Named.ACTOR, "un", "uno")
    assert change is not None
    assert document.with_change(change) == start.replace("  un:", "  uno:") + after + end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  - {date: 2014, title: A}\ntags: {}\n", id="another key"),
        pytest.param("    - {date: 2014, title: A}\n", id="other indentation"),
        pytest.param("  - date: 2014\n    title: 'A\n", id="open quote"),
        pytest.param("- \n", id="no event"),
        pytest.param("  - date: 2014\n    title: |\n      A\n    - x\n", id="cut"),
    ],
)
@pytest.mark.parametrize("by_blocks", [True, False])
def test_lines_that_would_change_other_events_are_refused(
    folder: Path, text: str, by_blocks: bool
) -> None:
    document = Variant("shipped", crlf=False, bom=False, by_blocks=by_blocks).document(folder)
    with pytest.raises(EditError):
        document.with_change(with_text(document, 5, text))


@pytest.mark.parametrize("by_blocks", [True, False])
def test_lines_may_become_several_events_or_none(folder: Path, by_blocks: bool) -> None:
    document = Variant("shipped", crlf=False, bom=False, by_blocks=by_blocks).document(folder)
    before = contents(document.data).events
    two = "  - {date: 2014, title: A}\n  # between\n  - {date: 2015, title: B}\n"
    after = apply(document, with_text(document, 5, two)).events
    assert [event.title for event in after[5:7]] == ["A", "B"]
    assert (after[:5], after[7:]) == (before[:5], before[6:])
    after = apply(document, with_text(document, 5, "")).events
    assert after == (*before[:5], *before[6:])


@pytest.mark.parametrize(
    ("dates", "number"),
    [
        pytest.param([], 0, id="empty"),
        pytest.param(["2013"], 1, id="after one"),
        pytest.param(["2015"], 0, id="before one"),
        pytest.param(["2012", "2013", "2014", "2015"], 3, id="after an equal date"),
        pytest.param(["2016", "2015", "2014", "2013"], 2, id="reverse order, before an equal date"),
        pytest.param(["2011", "2012", "2013", "2010", "2014", "2015", "2016"], 5, id="one astray"),
        pytest.param(["2016", "2012", "2015", "2011"], 4, id="no order"),
    ],
)
def test_the_place_of_a_new_event(dates: list[str], number: int) -> None:
    keys = [EventDate.parse(date).sort_key for date in dates]
    assert place_in_order(keys, EventDate.parse("2014")) == number
