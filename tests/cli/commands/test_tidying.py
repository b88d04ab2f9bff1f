"""The commands sort and format."""

from pathlib import Path

import pytest

from tests.conftest import Ran, Run

UNSORTED = """\
title: Berlin   # the city
events:
  # The end of the wall.
  - date: 1989-11-09
    title: The wall falls

  # 1961

  - title: The wall is built
    date: 1961-08-13
    tags: [a]   # one
  - date: 1987-06-12
    title: Reagan speaks
    # about the speech
tags:
  a: {}
"""
SORTED = """\
title: Berlin   # the city
events:
  - title: The wall is built
    date: 1961-08-13
    tags: [a]   # one

  # 1961

  - date: 1987-06-12
    title: Reagan speaks
    # about the speech
  # The end of the wall.
  - date: 1989-11-09
    title: The wall falls
tags:
  a: {}
"""


@pytest.mark.parametrize("arguments", [["events.yaml"], ["-f", "events.yaml"], []])
def test_events_are_sorted_with_their_comments(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(UNSORTED)
    assert run("sort", *arguments) == Ran(0, "", "sorted events.yaml\n")
    assert path.read_text() == SORTED
    assert run("sort", *arguments).err == "the events of events.yaml are in this order already\n"


def test_the_latest_event_can_come_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {date: 2014, title: A}\n- {date: 2015, title: B}\n")
    assert run("sort", "a.yaml", "--reverse", "-n") == Ran(
        0,
        """\
--- a.yaml
+++ a.yaml
@@ -1,2 +1,2 @@
+- {date: 2015, title: B}
 - {date: 2014, title: A}
-- {date: 2015, title: B}
""",
        "",
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(
            '{"events": [\n  {"date": "2015", "title": "B"},\n  {"date": "2014", "title": "A"}\n]}',
            '{"events": [\n  {"date": "2014", "title": "A"},\n  {"date": "2015", "title": "B"}\n]}',
            id="brackets",
        ),
        pytest.param(
            "- date: 2015\r\n  title: B\r\n- date: 2014\r\n  title: A",
            "- date: 2014\r\n  title: A\r\n- date: 2015\r\n  title: B",
            id="no end of the last line",
        ),
        pytest.param(
            "\ufeff- date: 2015\n  title: B\n- date: 2014\n  title: A\n",
            "\ufeff- date: 2014\n  title: A\n- date: 2015\n  title: B\n",
            id="byte-order mark",
        ),
        pytest.param(
            "- {date: 2015, title: B, tags: &a [x]}\n- {date: 2014, title: A}\n"
            "- {date: 2016, title: C, tags: *a}\n",
            "- {date: 2014, title: A}\n- {date: 2015, title: B, tags: &a [x]}\n"
            "- {date: 2016, title: C, tags: *a}\n",
            id="an alias that stays after its anchor",
        ),
        pytest.param(
            "- {date: 2015, title: B}\n- {date: 2014, title: A}\n# the end\n",
            "- {date: 2014, title: A}\n- {date: 2015, title: B}\n# the end\n",
            id="a comment at the end",
        ),
    ],
)
def test_how_events_are_sorted(run: Run, tmp_path: Path, text: str, after: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    assert run("sort", "a.yaml") == Ran(0, "", "sorted a.yaml\n")
    assert path.read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "- {date: 2015, title: B, tags: &a [x]}\n- {date: 2014, title: A, tags: *a}\n",
            "a.yaml:2: the alias *a of this event would come before its anchor: write out what it "
            "stands for",
            id="alias",
        ),
        pytest.param(
            "- {date: 2015, title: A}\n- {date: 2014, title: A}\n",
            "several events of a.yaml are called 'A' and have no id of their own, so that their "
            "ids depend on which comes first: give them ids with timeline set EVENT id=ID",
            id="ids that would change",
        ),
        pytest.param(
            "[{date: 2015, title: B}, # about A\n {date: 2014, title: A}]\n",
            "a.yaml has its events in brackets, with comments between them: move the comments, or "
            "write each event on lines of its own",
            id="comments in brackets",
        ),
        pytest.param(
            "# about\n- {date: 2015, title: B}\n- {date: 2014, title: A}\n",
            "a.yaml: the comment above the first event is at the top of the file, and could be "
            "about either: write a line 'events:' above the comments of the first event",
            id="a comment at the top",
        ),
        pytest.param(
            "- {date: 2015, title: B}\n# about\n- {date: 2014, title: A}\n",
            "a.yaml: the comment above the first event would be at the top of the file, and could "
            "be about either: write a line 'events:' above the comments of the first event",
            id="a comment that would be at the top",
        ),
    ],
)
def test_what_cannot_be_sorted(run: Run, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert run("sort", "a.yaml") == Ran(2, "", f"timeline: error: {said}\n")
    assert path.read_text() == text


MIXED = """\
events:
  - id: a
    date: 2013
    title: A   # first
    sources:
      - https://example.org/a

  - id: b
    date: 2014
    title: B
    tags:
      - b
    summary: |
      Some text,

        # not a comment


  # about C
  -   title: C
      id: c
      # which year?
      date: 2015
      sources:
      - https://example.org/c

  - sources:
    - {title: T}   # flow
    title: D
    ignore: [no-source]
    id: d
    date: 2016
  - {title: E, id: e, date: 2017}

  # apart

  - id: f
    date: 2018
    title: F
    sources:
      - https://example.org/f
"""
FORMATTED = """\
events:
  - id: a
    date: 2013
    title: A   # first
    sources:
      - https://example.org/a

  - id: b
    date: 2014
    title: B
    tags:
      - b
    summary: |
      Some text,

        # not a comment

  # about C
  - title: C
    id: c
    # which year?
    date: 2015
    sources:
      - https://example.org/c

  - id: d
    date: 2016
    title: D
    ignore: [no-source]
    sources:
      - {title: T}   # flow

  - {title: E, id: e, date: 2017}

  # apart

  - id: f
    date: 2018
    title: F
    sources:
      - https://example.org/f
"""


def test_events_get_the_style_of_most(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(MIXED)
    assert run("format") == Ran(0, "", "formatted events.yaml\n")
    assert path.read_text() == FORMATTED
    assert run("format").err == "the events of events.yaml have one style already\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "[{date: 2015, title: B}]\n",
            "timeline: error: a.yaml has its events in brackets, and only events on lines of their "
            "own can be formatted",
            id="brackets",
        ),
        pytest.param(
            "- date: 2015\n",
            "a.yaml:1:3: error: the event has no title: add a line 'title: ...'\n"
            " 1 | - date: 2015\n   |   ^",
            id="error",
        ),
    ],
)
def test_what_cannot_be_formatted(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    ran = run("format", "a.yaml")
    assert (ran.code, ran.err) == (2, f"{said}\n")


def test_only_one_file_is_sorted_or_formatted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {date: 2015, title: B}\n")
    (tmp_path / "b.yaml").write_text("- {date: 2015, title: B2}\n")
    said = "timeline: error: several files are open: name only one with -f\n"
    for command in ("sort", "format", "add"):
        assert run(command, "-f", "a.yaml", "-f", "b.yaml") == Ran(2, "", said)
