"""timeline chart, as it is run."""

from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = """
- {date: 2001-05-02, title: A, tags: talks, places: [Geneva, New York]}
- {date: 2002, title: B, tags: [talks, war]}
- {date: 2003-01/.., title: C}
"""


def test_a_line_a_lane(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TEXT)
    assert run("chart").out == (
        "talks\t2\t2001-05-02\t2002\nwar\t1\t2002\t2002\nno tag\t1\t2003-01/..\t2003-01/..\n"
    )
    assert run("chart", "--by", "place", "-n", "1", "tag:talks").out == (
        "Geneva\t1\t2001-05-02\t2001-05-02\n"
        "New York\t1\t2001-05-02\t2001-05-02\n"
        "no place\t1\t2002\t2002\n"
    )
    assert run("chart", "2002..2003", "--by", "year").out == (
        "2002\t1\t2002\t2002\n2003\t1\t2003-01/..\t2003-01/..\n"
    )


def test_nothing_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TEXT)
    assert run("chart", "1999") == (0, "", "no events match 1999 (3 searched)\n")


def test_an_event_that_loses_its_tag_is_in_another_lane(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    events = [
        f"- {{id: e{one}, date: 2001-05-{one:02}, title: T, tags: x}}\n" for one in range(1, 9)
    ]
    path.write_text("".join(events))
    assert run("chart").out == "x\t8\t2001-05-01\t2001-05-08\n"
    path.write_text("".join(events).replace(", tags: x", "", 1))
    assert run("chart").out == ("x\t7\t2001-05-02\t2001-05-08\nno tag\t1\t2001-05-01\t2001-05-01\n")
    path.write_text("".join(events))
    assert run("chart").out == "x\t8\t2001-05-01\t2001-05-08\n"


def test_one_lane_at_least(run: Run) -> None:
    ran = run("chart", "--top", "0")
    assert (ran.code, ran.out) == (2, "")
    assert "--top" in ran.err


MINE = "title: Mine\nevents:\n- {date: 2001, title: A, actors: ann}\n- {date: 2003, title: B}\n"
THEIRS = "- {date: 2002-05, title: C, actors: ann, sources: {title: S, date: 2002}}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        pytest.param(
            ["--compare", "theirs.yaml"],
            0,
            "Mine\t2\t2001\t2003\ntheirs.yaml\t1\t2002-05\t2002-05\n",
            "",
            id="two files",
        ),
        pytest.param(
            ["actor:ann", "2001", "--compare=theirs.yaml", "--compare", "mine.yaml"],
            0,
            "mine.yaml\t1\t2001\t2001\ntheirs.yaml\t0\t\t\nmine.yaml\t1\t2001\t2001\n",
            "theirs.yaml: no events match actor:ann 2001 (1 searched)\n",
            id="a question, and a file that finds nothing",
        ),
        pytest.param(
            ["known-by:2002", "--compare", "theirs.yaml"],
            0,
            "Mine\t0\t\t\ntheirs.yaml\t1\t2002-05\t2002-05\n",
            "no events match known-by:2002 (2 searched)\n"
            "2 events that match otherwise have no dated source and are left out\n",
            id="left out without a dated source",
        ),
        pytest.param(
            ["nothing", "--compare", "theirs.yaml"],
            0,
            "",
            "no events match nothing (2 searched)\n"
            "theirs.yaml: no events match nothing (1 searched)\n",
            id="nothing found",
        ),
        pytest.param(
            ["year:@b", "--compare", "theirs.yaml"],
            2,
            "",
            "timeline: error: theirs.yaml: no event has the id 'b'\n"
            "    year:@b\n"
            "         ~^\n"
            "'timeline list --oneline' lists the ids\n",
            id="an event that the other lacks",
        ),
        pytest.param(
            ["--compare", "ours.yaml"],
            2,
            "",
            "timeline: error: cannot read ours.yaml: no such file\n",
            id="no such file",
        ),
        pytest.param(
            ["--compare", "theirs.yaml", "--top", "3"],
            2,
            "",
            "timeline: error: --compare cannot be used with --by or --top\n"
            "see 'timeline chart --help'\n",
            id="with --top",
        ),
    ],
)
def test_chronologies_are_compared(
    run: Run, tmp_path: Path, arguments: list[str], code: int, out: str, err: str
) -> None:
    (tmp_path / "mine.yaml").write_text(MINE)
    (tmp_path / "theirs.yaml").write_text(THEIRS)
    ran = run("chart", "-f", "mine.yaml", *arguments)
    assert (ran.code, ran.out, ran.err) == (code, out, err)
