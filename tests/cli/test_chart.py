"""timeline chart, as it is run."""

from pathlib import Path

from tests.conftest import Run

TEXT = """
- {date: 2001-05-02, title: A, tags: talks, places: [Geneva, New York]}
- {date: 2002, title: B, tags: [talks, war]}
- {date: 2003-01/.., title: C}
"""


def test_a_line_a_lane(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(TEXT)
    assert run("chart").out == (
        "talks  2  2001-05-02  2002\nwar  1  2002  2002\nno tag  1  2003-01/..  2003-01/..\n"
    )
    assert run("chart", "--by", "place", "--top", "1", "tag:talks").out == (
        "Geneva  1  2001-05-02  2001-05-02\n"
        "New York  1  2001-05-02  2001-05-02\n"
        "no place  1  2002  2002\n"
    )
    assert run("chart", "2002..2003", "--by", "year").out == (
        "2002  1  2002  2002\n2003  1  2003-01/..  2003-01/..\n"
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
    assert run("chart").out == "x  8  2001-05-01  2001-05-08\n"
    path.write_text("".join(events).replace(", tags: x", "", 1))
    assert run("chart").out == ("x  7  2001-05-02  2001-05-08\nno tag  1  2001-05-01  2001-05-01\n")
    path.write_text("".join(events))
    assert run("chart").out == "x  8  2001-05-01  2001-05-08\n"


def test_one_lane_at_least(run: Run) -> None:
    ran = run("chart", "--top", "0")
    assert (ran.code, ran.out) == (2, "")
    assert "--top" in ran.err
