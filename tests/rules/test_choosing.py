"""Which rules are checked: what is on by default, in the files and on the command line."""

from pathlib import Path

import pytest

import timeline
from tests.conftest import TODAY, OpenText, refused
from timeline.errors import NotUnderstoodError
from timeline.rules import RULES

EVENT = "{id: a, date: 2014, title: It ends., sources: {title: s, date: 2100}}"
ALL = ["source-future", "title-style", "summary-missing"]


@pytest.mark.parametrize(
    ("key", "select", "ignore", "expected"),
    [
        pytest.param("{}", [], [], ["source-future"], id="the default"),
        pytest.param("", [], [], ["source-future"], id="an empty key"),
        pytest.param("{select: [title-style]}", [], [], ["title-style"], id="selected in the file"),
        pytest.param(
            "{select: [default, title-style]}", [], [], ALL[:2], id="more than the default"
        ),
        pytest.param("{ignore: source-future}", [], [], [], id="ignored in the file"),
        pytest.param(
            "{select: all, ignore: [title-style]}", [], [], [ALL[0], ALL[2]], id="all but one"
        ),
        pytest.param("{}", ["all"], [], ALL, id="all"),
        pytest.param("{}", ["all"], ["default"], ALL[1:], id="all but the default"),
        pytest.param(
            "{select: title-style, ignore: source-future}",
            ["source-future"],
            [],
            ["source-future"],
            id="the command line selects otherwise",
        ),
        pytest.param(
            "{select: [title-style, source-future]}",
            [],
            ["title-style"],
            ["source-future"],
            id="the command line ignores one more",
        ),
    ],
)
def test_the_choice(
    open_text: OpenText, key: str, select: list[str], ignore: list[str], expected: list[str]
) -> None:
    chronology = open_text(f"check: {key}\nevents: [{EVENT}]")
    found = {problem.rule for problem in chronology.check(select, ignore, today=TODAY)}
    # Other rules find something too, which no choice here asks for alone.
    assert [rule for rule in ALL if rule in found] == expected


def test_several_files_choose_together(tmp_path: Path) -> None:
    for name, key in (("a", "{select: [title-style, no-source]}"), ("b", "{ignore: no-source}")):
        event = "{date: 2014, title: " + name + " ends.}"
        (tmp_path / f"{name}.yaml").write_text(f"check: {key}\nevents: [{event}]")
    found = timeline.open(tmp_path / "a.yaml", tmp_path / "b.yaml").check()
    assert [Path(problem.file).name for problem in found] == ["a.yaml", "b.yaml"]
    assert {problem.rule for problem in found} == {"title-style"}


def test_a_warning_of_reading_is_chosen_like_a_finding(open_text: OpenText) -> None:
    later = "[{id: a, date: 2014, title: A, follows: b}, {id: b, date: 2015, title: B, x: y}]"
    chronology = open_text(f"check: {{ignore: effect-before-cause}}\nevents: {later}")
    unknown = "unknown key 'x' is ignored: the known keys are"
    (warning,) = chronology.check()
    assert warning.message.startswith(unknown)
    # Other commands count what check shows.
    assert list(chronology.warning_counts().values()) == [1]
    assert [one.rule for one in chronology.check(["default"])] == ["effect-before-cause", ""]


def test_a_file_with_errors_has_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(f"- {EVENT}\n- {{date: 2014-13, title: x}}\n")
    from timeline.chronology import load

    (error,) = load([str(path)]).check(["all"])
    assert error.message == "date '2014-13' does not exist: there is no month 13"


def test_names_that_are_no_rules_are_warnings_in_files(open_text: OpenText) -> None:
    text = (
        "check: {select: [default, no-sorce]}\n"
        "events:\n"
        "  - {id: a, date: 2014, title: A, ignore: [all, titel-style]}\n"
        "  - {id: b, date: 2014, title: B, ignore: xyz}\n"
    )
    found = open_text(text).check()
    *names, last = RULES
    assert [(one.line, one.column, one.message) for one in found] == [
        (
            1,
            27,
            "'select' names the rule 'no-sorce', which does not exist: did you mean 'no-source'?",
        ),
        (
            3,
            10,
            "'ignore' names the rule 'titel-style', which does not exist: "
            "did you mean 'title-style'?",
        ),
        (
            4,
            10,
            "'ignore' names the rule 'xyz', which does not exist: "
            f"the rules are {', '.join(names)} and {last}",
        ),
    ]


def test_names_that_are_no_rules_are_refused_in_a_request(open_text: OpenText) -> None:
    chronology = open_text(f"- {EVENT}")
    message = "there is no rule 'no-sorce'\ndid you mean 'no-source'?"
    with refused(NotUnderstoodError, message):
        chronology.check(["no-sorce"])
    with refused(NotUnderstoodError, message):
        chronology.check(ignore=["no-sorce"])


def test_an_event_may_ignore_all_rules(open_text: OpenText) -> None:
    chronology = open_text(f"- {EVENT[:-1]}, ignore: all}}")
    assert chronology.check(["all"], today=TODAY) == []
