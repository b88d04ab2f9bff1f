"""No part of a file may be so long that it fills the memory."""

from pathlib import Path

import pytest

import timeline.chronology
from tests.conftest import Run


@pytest.mark.parametrize(
    ("name", "before", "said"),
    [
        pytest.param("a.csv", "date,title\n", "2:1: error: more than 2 million {} row", id="csv"),
        pytest.param("a.jsonl", "", "1:1: error: more than 4 million {} line", id="json lines"),
        pytest.param(
            "a.ics", "BEGIN:VCALENDAR\n", "2:1: error: more than 4 million {} line", id="calendar"
        ),
        pytest.param(
            "a.mw", "2014: x\n", "2:1: error: more than 4 million {} event", id="markwhen"
        ),
        pytest.param(
            "a.md", "---\ndate: 2\n---\n", "4:1: error: more than 1 million {} note", id="body"
        ),
        pytest.param(
            "a.ged",
            "0 HEAD\n1 NOTE ",
            "2:1: error: more than 2 million {} record",
            id="family tree",
        ),
    ],
)
def test_a_part_that_is_too_long_is_refused(
    run: Run, tmp_path: Path, name: str, before: str, said: str
) -> None:
    (tmp_path / name).write_text(before + "a" * 5_000_000)
    ran = run("check", "-f", name)
    assert ran.code == 1
    assert ran.out.splitlines()[0] == f"{name}:{said.format('characters in one')}"


def test_nothing_may_follow_the_events_of_an_exported_document(run: Run, tmp_path: Path) -> None:
    heads = '"title": "",\n"description": "",\n"question": "",\n"count": 1,\n"actors": {},\n'
    event = '{"date": "2014", "title": "x"}'
    (tmp_path / "a.json").write_text(
        f'{{\n{heads}"tags": {{}},\n"events": [\n{event}\n]\n}}\n{{}}\n'
    )
    ran = run("check", "-f", "a.json")
    assert ran.code == 1
    assert "error: nothing may follow the events" in ran.out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(
            "a.csv",
            "x," * 200_000,
            "a.csv:1:1: error: the table has 200,001 columns, and may have 1,000: "
            "keep those that tell of events\n",
            id="columns",
        ),
        pytest.param(
            "a.jsonl",
            '{"date": ' + "9" * 100_000 + "}\n",
            "a.jsonl:1:1: error: this is not JSON: a number has too many digits: shorten it\n",
            id="digits",
        ),
        pytest.param(
            "a.ics",
            "BEGIN:VCALENDAR\r\nDURATION;X=" + " " * 200_000,
            "a.ics: error: the file ends within VCALENDAR\n",
            id="parameter without an end",
        ),
    ],
)
def test_many_of_a_kind_are_refused_at_once(
    run: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content)
    ran = run("check", "-f", name)
    assert (ran.code, ran.out[: len(said)]) == (1, said)


def test_many_problems_of_a_long_line_show_it_only_a_few_times(tmp_path: Path) -> None:
    keys = ", ".join(f"k{number}: 1" for number in range(20_000))
    path = tmp_path / "a.yaml"
    path.write_text(f"- {{date: 2014, title: x, {keys}}}\n")
    problems = timeline.chronology.load([str(path)]).problems
    assert len(problems) > 1000
    assert sum(len(problem.excerpt or "") for problem in problems) < 1 << 22
