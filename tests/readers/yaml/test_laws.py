"""Laws of the YAML reader, from either parser, over generated files."""

import re
from typing import Any

import msgspec
import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.reading import read, values
from timeline.dates import EventDate
from timeline.model import Event, Source
from timeline.readers import Refused

pytestmark = pytest.mark.usefixtures("each_parser")

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20).filter(
    lambda text: not re.search("[\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]", text)
)
TITLES = TEXTS.map(str.strip).filter(bool)
DATES = st.sampled_from(["2014", "2014-03", "1580~", "2014/..", "-0043", "[1580..1590]", "201X"])
SOURCES = st.builds(
    Source,
    title=TITLES,
    publisher=TEXTS.map(str.strip),
    archive=st.sampled_from(["", "https://archive.ph/1"]),
)
LISTS = st.lists(TITLES, max_size=3, unique=True).map(tuple)
EVENTS = st.builds(
    Event,
    TITLES,
    DATES.map(EventDate.parse),
    TITLES,
    summary=TEXTS.map(str.strip),
    actors=LISTS,
    places=LISTS,
    tags=LISTS,
    follows=LISTS,
    sources=st.lists(SOURCES, max_size=2).map(tuple),
)


def document(event: Event) -> dict[str, Any]:
    """Return an event as it is written: without what is empty, a list of one as its one text."""
    plain = msgspec.structs.asdict(event) | {"date": event.date.text}
    plain["sources"] = [msgspec.structs.asdict(source) for source in event.sources]
    for key in ("actors", "places", "tags", "follows"):
        names = plain[key]
        # One text with a comma is warned of: it may be meant as a list.
        plain[key] = names[0] if len(names) == 1 and "," not in names[0] else list(names)
    return {key: value for key, value in plain.items() if value}


@settings(deadline=None)
@given(
    st.lists(EVENTS, min_size=1, max_size=3),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
)
def test_what_is_written_is_read(
    events: list[Event], flow: bool | None, style: str | None, escaped: bool
) -> None:
    text = pyyaml.safe_dump(
        {"events": [document(event) for event in events]},
        default_flow_style=flow,
        default_style=style,
        allow_unicode=not escaped,
    )
    assert values(re.sub(r"!!\w+ ", "", text)) == events


FRAGMENTS = st.sampled_from(
    [
        "- ",
        ": ",
        "title: ",
        "date: 2014",
        "events:",
        "actors:",
        "\n",
        "\n  ",
        "\n    ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!t ",
        "#",
        "\\",
        "\t",
        "",
        " ",
        "é",
        "克",
        "\x1b",
        "\u2028",
        "\ufeff",
        "---\n",
        "...\n",
        "%",
        "@",
        "<<: ",
        ">-\n",
        "id: x",
        "\r",
        "\x00",
        "�",
    ]
)


@settings(deadline=None)
@given(st.lists(FRAGMENTS, max_size=25).map("".join) | st.binary(max_size=200))
def test_reading_ends_and_says_what_is_wrong(data: str | bytes) -> None:
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    items, problems = read(data)
    # Each thing read is whole, or what is wrong with it was said.
    assert problems or not any(isinstance(item, Refused) for item in items)
    assert [text for text in problems if re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)] == []


FAULTS = st.sampled_from(
    [
        ("  date: 2014-02-30\n", 9),
        ("  title: a: b\n", 11),
        ("  title: @a\n", 10),
        ("  title: 'a\n", 10),
        ("\ttitle: a\n", 1),
        ("  title: a\x1bb\n", 11),
        ("  title: !t a\n", 10),
        ("  <<: a\n", 3),
        ("  actors: [a, [b]]\n", 15),
        ("  title: *a\n", 10),
        ("  titel: a\n", 3),
        ("  sources: {url: a}\n", 18),
        ('  title: "\\q"\n', 11),
    ]
)


@settings(deadline=None)
@given(st.integers(0, 5), st.integers(0, 5), FAULTS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_problem_is_where_the_fault_is(
    before: int, after: int, fault: tuple[str, int], line_end: str
) -> None:
    line, column = fault
    whole = "- date: 2014\n  title: A\n  summary: >-\n    b\n\n    c\n"
    first = "- title: A\n" if "date" in line else "- date: 2014\n"
    text = whole * before + first + line + whole * after
    _, problems = read(text.replace("\n", line_end))
    place = f"f:{6 * before + 2}:"
    found = [re.match(r"f:\d+:", problem) for problem in problems]
    # A quote that is not closed may take the next event with it, and no more.
    assert {one and one[0] for one in found} <= {place, f"f:{6 * before + 1}:"}
    assert any(problem.startswith(f"{place}{column}:") for problem in problems)
