"""Merging events and fields that are written in brackets, as in JSON."""

import json
from operator import itemgetter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.merging.test_merge import changed, merged
from timeline.editing.merging import merge

BRACKETS = """\
title: Talks
events: [{date: 2001, title: Peace talks open}, {date: 2005, title: Talks end}]
"""
LINES = """\
events: [
  {id: open, date: 2001, title: Peace talks open,
   tags: [talks], sources: [{title: A, url: "https://example.org/a#1"}]},
  {date: 2005, title: Talks end},   # at last
]
"""
FLOW_EVENTS = """\
# Events
- {id: open, date: 2001, title: Peace talks open, tags: [talks]}   # the first
- {date: 2005, title: Talks end}
"""
JSON = """\
{
  "title": "Talks",
  "events": [
    {
      "date": "2001",
      "title": "Peace talks open",
      "tags": ["talks"]
    },
    {"date": "2005", "title": "Talks end"}
  ]
}
"""


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        pytest.param(
            BRACKETS,
            [("2001", "2001-05")],
            [
                ("Peace talks open", "Peace talks begin"),
                ("end}", "end}, {date: 2006, title: After}"),
            ],
            [],
            id="events in brackets",
        ),
        pytest.param(
            BRACKETS,
            [("end}", "end}, {date: 2007, title: Later}")],
            [("end}", "end}, {date: 2006, title: After}")],
            [("end}", "end}, {date: 2006, title: After}, {date: 2007, title: Later}")],
            id="both add an event in brackets",
        ),
        pytest.param(
            LINES,
            [("[talks]", "[talks, peace]"), ("2005", "2006")],
            [
                ('{title: A, url: "https://example.org/a#1"}', "B"),
                ("open,\n", "open, places: X,\n"),
            ],
            [],
            id="on lines of their own",
        ),
        pytest.param(
            FLOW_EVENTS,
            [("2001", "2001-05"), ("[talks]", "[talks, a]"), ("# the first", "# now")],
            [
                ("Peace talks open", "Peace talks begin"),
                ("[talks]", "[b, talks]"),
                ("# Events", "# All"),
            ],
            [
                (
                    "2001, title: Peace talks open, tags: [talks]",
                    "2001-05, title: Peace talks begin, tags: [b, talks, a]",
                ),
                ("# the first", "# now"),
                ("# Events", "# All"),
            ],
            id="each event in brackets",
        ),
        pytest.param(
            JSON,
            [('"2001"', '"2001-05"'), ('["talks"]', '["talks", "peace"]')],
            [
                ('"Peace talks open"', '"Peace talks begin"'),
                ('end"}', 'end"},\n    {"date": "2006", "title": "A"}'),
            ],
            [],
            id="JSON",
        ),
    ],
)
def test_brackets(
    base: str,
    ours: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    both: list[tuple[str, str]],
) -> None:
    name = "events.json" if base == JSON else "events.yaml"
    one, other = changed(*ours, base=base), changed(*theirs, base=base)
    assert merged(one, other, base, name) == changed(*(both or ours + theirs), base=base)


def test_a_conflict_in_brackets_cannot_be_marked() -> None:
    ours, theirs = BRACKETS.replace("2001", "2002"), BRACKETS.replace("2001", "2003")
    assert merge(BRACKETS.encode(), ours.encode(), theirs.encode(), "a.yaml", 7) is None


@settings(max_examples=20)
@given(st.randoms(use_true_random=False), st.sampled_from([None, 1, 2]))
def test_random_edits_of_json_lose_nothing(random: Random, indent: int | None) -> None:
    base: list[dict[str, object]] = [
        {"id": f"e{number}", "date": f"{2000 + number}", "title": f"Event {number}", "tags": ["a"]}
        for number in range(8)
    ]
    versions = [[dict(event) for event in base] for _ in range(3)]
    ours, theirs, both = versions
    for side, label in ((ours, "ours"), (theirs, "theirs")):
        for number in range(label == "theirs", 8, 2):
            key = random.choice(["date", "title", "tags", "summary"])
            value: object = [label, "a"] if key == "tags" else f"2{number}00"
            side[number][key] = both[number][key] = value
        at = random.randrange(9)
        new: dict[str, object] = {"id": label, "date": "2001", "title": f"By {label}"}
        side.insert(at, new)
        both.append(new)
    texts = [json.dumps({"events": one}, indent=indent) for one in (base, ours, theirs)]
    found = json.loads(merged(texts[1], texts[2], texts[0], "events.json"))
    assert sorted(found["events"], key=itemgetter("id")) == sorted(both, key=itemgetter("id"))
