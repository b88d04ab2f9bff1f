"""What a YAML file gives: whole values, the same from both parsers."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.readers.reading import values
from timeline import Timeline
from timeline.dates import EventDate
from timeline.model import Actor, Color, Event, Kind, Membership, Role, Source, Tag
from timeline.readers import Heading, Registry

pytestmark = pytest.mark.usefixtures("each_parser")


def event(identifier: str, date: str, title: str, **others: Any) -> Event:
    return Event(identifier, EventDate.parse(date), title, **others)


ONE = event("one", "2014", "One")
TWO = event("two", "2015", "Two")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        pytest.param("- {date: 2014, title: One}", [ONE], id="list-at-the-top"),
        pytest.param("events:\n- {date: 2014, title: One}", [ONE], id="list-under-events"),
        pytest.param("[{date: 2014, title: One}]", [ONE], id="in-brackets"),
        pytest.param('{"events": [{"title": "One", "date": "2014"}]}', [ONE], id="json"),
        pytest.param("---\n- {date: 2014, title: One}\n...\n", [ONE], id="document-marks"),
        pytest.param("date: 2014\ntitle: One\n", [ONE], id="one-event"),
        pytest.param(
            "title: One\ntags: [a]\nactors: b\nsummary: |\n  First.\n\n  - x\n  - y\ndate: 2014\n",
            [event("one", "2014", "One", tags=("a",), actors=("b",), summary="First.\n\n- x\n- y")],
            id="one-event-with-keys-of-a-chronology",
        ),
        pytest.param(
            "title: T\ntags:\nactors: {}\n",
            [Heading("title", "T"), Registry("tags"), Registry("actors")],
            id="registries-alone",
        ),
        pytest.param("events:\n", [], id="no-events-yet"),
        pytest.param("events: []\n", [], id="empty-list"),
        pytest.param("\ufeff- {date: 2014, title: One}", [ONE], id="byte-order-mark"),
        pytest.param(
            "- date: 2014\r  title: One\r- date: 2015\r  title: Two\r", [ONE, TWO], id="cr"
        ),
        pytest.param(
            "- date: 2014\r\n  title: One\r\n- date: 2015\r\n  title: Two", [ONE, TWO], id="crlf"
        ),
        pytest.param(
            "- date: 2014\r\n  title: One\r- date: 2015\n  title: Two",
            [ONE, TWO],
            id="mixed-line-ends",
        ),
        pytest.param(
            "- {date: &d 2014, title: &t One}\n- {id: two, date: *d, title: *t}",
            [ONE, event("two", "2014", "One")],
            id="aliases-of-texts",
        ),
        pytest.param(
            "- {date: 2014, title: One, actors: &a [x, y]}\n"
            "- {date: 2015, title: Two, actors: *a, places: *a}",
            [
                event("one", "2014", "One", actors=("x", "y")),
                event("two", "2015", "Two", actors=("x", "y"), places=("x", "y")),
            ],
            id="aliases-of-lists",
        ),
        pytest.param(
            "- {date: 2014, title: One, actors: x, places: a b, tags: t, follows: f, sources: s}",
            [
                event(
                    "one",
                    "2014",
                    "One",
                    actors=("x",),
                    places=("a b",),
                    tags=("t",),
                    follows=("f",),
                    sources=(Source(title="s"),),
                )
            ],
            id="a-text-for-a-list-of-one",
        ),
        pytest.param(
            "- {date: 2014, title: One, actors: [x, y, x, '', ], places: , tags: []}",
            [event("one", "2014", "One", actors=("x", "y"))],
            id="nothing-empty-and-nothing-twice",
        ),
        pytest.param(
            "- date: 2014\n  title: One\n  sources:\n"
            "    - A book\n    - HTTPS://example.org/a\n    - {url: 'http://b.example/?q=[1]'}\n"
            "    - {publisher: P, date: 2014-03~, title: T}\n    - {}\n",
            [
                event(
                    "one",
                    "2014",
                    "One",
                    sources=(
                        Source(title="A book"),
                        Source(url="HTTPS://example.org/a"),
                        Source(url="http://b.example/?q=[1]"),
                        Source("T", "", "P", "2014-03~"),
                    ),
                )
            ],
            id="sources",
        ),
        pytest.param(
            "- title: >-\n    One\n    text\n\n    two\n  date: |\n    2014\n"
            "  summary: |\n    first\n      second\n\n",
            [event("one-text-two", "2014", "One text\ntwo", summary="first\n  second")],
            id="block-texts",
        ),
        pytest.param(
            "- title: One\n    text\n  date: '2014'\n  summary: \"a\\u00e9 \\\n    b\"\n",
            [event("one-text", "2014", "One text", summary="aé b")],
            id="texts-over-several-lines",
        ),
        pytest.param(
            "- {id: X y, date: 2014, title: One}", [event("X y", "2014", "One")], id="id-given"
        ),
        pytest.param("- {id: '', date: 2014, title: One}", [ONE], id="id-empty"),
        pytest.param(
            "- {date: 2014?, title: Who?}", [event("who", "2014?", "Who?")], id="question-mark"
        ),
        pytest.param(
            "- {date:\t2014,\ttitle: a\tb}", [event("a-b", "2014", "a\tb")], id="tabs-between"
        ),
        pytest.param(
            "- {date: !!str 2014, title: ! One}", [ONE], id="tags-that-say-a-text-is-a-text"
        ),
        pytest.param(
            "events:\n- {date: 2014, title: One}\n"
            "actors:\n  a: {name: A, kind: state, role: r, member_of: b, aliases: [c, d]}\n  b:\n"
            "tags:\n  t: {description: d, color: bright_red}\n  u: {}\n"
            "description: >\n  What it\n  is about\ntitle: T\n",
            [
                ONE,
                Registry("actors"),
                Actor("a", "A", Kind.STATE, (Role("r"),), (Membership("b"),), ("c", "d")),
                Actor("b", "b"),
                Registry("tags"),
                Tag("t", "d", Color.BRIGHT_RED),
                Tag("u"),
                Heading("description", "What it is about"),
                Heading("title", "T"),
            ],
            id="every-key-in-another-order",
        ),
        pytest.param(
            "actors:\ntags: {}\nevents:\n",
            [Registry("actors"), Registry("tags")],
            id="empty-registries",
        ),
    ],
)
def test_a_file_gives(text: str, given: list[Any]) -> None:
    assert values(text) == given


@pytest.mark.parametrize(
    "text",
    [
        "2014",
        "-0530",
        "NO",
        "no",
        "on",
        "true",
        "12:30",
        "1:30:00",
        "~",
        "null",
        "0x10",
        "0o17",
        "010",
        "1_000",
        "1e3",
        ".inf",
        ".nan",
        "=",
        "2014-03-18",
        "2014-03-18T10:00:00Z",
        "a:b",
        "a#b",
        "-x",
        "http://a.b/c?d=e",
    ],
)
@pytest.mark.parametrize(
    "form", [pytest.param("- date: 2014\n  title: {}", id="block"), "- {{date: 2014, title: {}}}"]
)
def test_a_text_is_what_stands_in_the_file(form: str, text: str) -> None:
    (given,) = values(form.format(text))
    assert given.title == text


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("One,2014 One,2015 One,2015", "one one-2015 one-2015-2", id="made"),
        pytest.param("One,2014 X,2015,one", "one-2014 one", id="given-after-made"),
        pytest.param("X,2015,one One,2014", "one one-2014", id="given-before-made"),
        pytest.param(
            "X,2013,one-2014 One,2014,one One,2014", "one-2014 one one-2014-2", id="dated-is-given"
        ),
        pytest.param("A,2014 A,[2014..2016] A,2014/..", "a a-2014-to-2016 a-2014-to", id="signs"),
        pytest.param("!,2014 ?,2014", "event event-2014", id="no-words"),
        pytest.param("Лавров,2014 Élan,2014", "лавров elan", id="other-scripts"),
    ],
)
def test_ids_are_unique_and_those_given_stay(
    text: str, ids: str, open_text: Callable[[str], Timeline]
) -> None:
    rows = []
    for one in text.split():
        title, rest = one.split(",", 1)
        date, _, identifier = rest.partition(",")
        rows.append(f"- {{title: '{title}', date: '{date}', id: '{identifier}'}}\n")
    events = {e.id: e.title for e in open_text("".join(rows)).select()}
    titles = [one.split(",")[0] for one in text.split()]
    assert events == dict(zip(ids.split(), titles, strict=True))
