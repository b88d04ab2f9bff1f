"""`timeline check` as a user or a continuous integration runs it: choices, formats and pages."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import Run
from timeline.manual import rule_page
from timeline.rules import RULES

EVENTS = "- {id: a, date: 2014, title: It ends., sources: {title: s, date: 9000}}\n"
FUTURE = "a source is dated 9000, which is in the future: correct it"


@pytest.fixture(autouse=True)
def _events(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(EVENTS)


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        pytest.param([], ["source-future"], id="the default"),
        pytest.param(["--select", "title-style"], ["title-style"], id="one"),
        pytest.param(
            ["--select", "default, title-style"], ["source-future", "title-style"], id="with commas"
        ),
        pytest.param(
            ["--select", "title-style", "--select", "source-future"],
            ["source-future", "title-style"],
            id="repeated",
        ),
        pytest.param(["--ignore", "source-future"], [], id="ignored"),
    ],
)
def test_the_choice(run: Run, options: list[str], rules: list[str]) -> None:
    ran = run("check", "--format", "json", *options)
    assert [one["rule"] for one in json.loads(ran.out)["problems"]] == rules
    assert ran.code == (1 if rules else 0)


def test_each_format_goes_to_standard_output_and_the_summary_does_not(run: Run) -> None:
    summary = "1 warning in 1 file\n"
    assert run("check", "--format", "github") == (
        1,
        f"::warning file=events.yaml,line=1,col=8,endColumn=9,title=source-future::{FUTURE}\n",
        summary,
    )
    sarif = run("check", "--format", "sarif")
    assert sarif.err == summary
    (result,) = json.loads(sarif.out)["runs"][0]["results"]
    assert result["ruleId"] == "source-future"
    junit = run("check", "--format", "junit")
    assert junit.err == summary
    assert ElementTree.fromstring(junit.out).attrib["failures"] == "1"


def test_a_rule_that_does_not_exist(run: Run) -> None:
    said = "timeline: error: there is no rule 'sorce-future'\ndid you mean 'source-future'?\n"
    for option in ("--select", "--ignore", "--explain"):
        assert run("check", option, "sorce-future") == (2, "", said)


@pytest.mark.parametrize("rule", RULES)
def test_the_page_on_a_rule(run: Run, rule: str) -> None:
    assert run("check", "--explain", rule) == (0, rule_page(rule), "")


def test_other_commands_do_not_run_rules(run: Run) -> None:
    assert run("list", "--oneline").err == ""


def test_an_edit_keeps_which_rules_an_event_ignores(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(
        "check: {select: [title-style]}\n"
        "events:\n"
        "  - id: a\n    date: 2014\n    title: It ends.\n    ignore: [title-style]\n"
    )
    assert run("set", "a", "title=It ended.").code == 0
    assert "title: It ended.\n    ignore: [title-style]\n" in path.read_text()
    assert run("check") == (0, "", "")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.csv", 'date,title,ignore\n2014,It ends.,"x; title-style"\n', id="table"),
        pytest.param(
            "a.md", "---\ndate: 2014\nignore: [x, title-style]\n---\n# It ends.\n", id="note"
        ),
        pytest.param(
            "a.json",
            '[{"date": "2014", "title": "It ends.", "ignore": ["x", "title-style"]}]',
            id="json",
        ),
    ],
)
def test_an_event_of_another_format_ignores_rules_too(
    run: Run, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    ran = run("check", "-f", name, "--select", "title-style", "--format", "json")
    (problem,) = json.loads(ran.out)["problems"]
    assert problem["message"].startswith("'ignore' names the rule 'x', which does not exist")
