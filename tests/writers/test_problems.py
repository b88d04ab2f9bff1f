"""Problems for other programs: what each format holds, and that its own readers accept it."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Problem, Severity
from timeline.rules import RULES
from timeline.writers import ProblemFormat, write_problems

PROBLEMS = [
    Problem("events.yaml", 0, 0, Severity.ERROR, "not UTF-8"),
    Problem(
        "a b/Élan, 1:2.yaml", 3, 9, Severity.WARNING, "100% <odd> & 'x'", 1 << 20, " 3 title: x"
    ),
    Problem("/data/events.yaml", 7, 1, Severity.WARNING, "m", 3, None, "source-future"),
    Problem("events.yaml", 7, 1, Severity.WARNING, "n", 3, "- a: b", "source-future"),
]
ANY = st.lists(
    st.builds(
        Problem,
        file=st.text(min_size=1),
        line=st.integers(0, 9),
        column=st.integers(1, 9),
        severity=st.sampled_from(Severity),
        message=st.text(),
        width=st.integers(1, 99),
        excerpt=st.none() | st.text(),
        rule=st.sampled_from(["", *RULES]),
    ),
    max_size=4,
)


def written(format: ProblemFormat, problems: list[Problem]) -> str:
    return "".join(write_problems(problems, format))


def test_json() -> None:
    found = json.loads(written(ProblemFormat.JSON, PROBLEMS))
    keys = ("file", "line", "column", "end_column", "severity", "rule", "message")
    assert list(found) == ["problems"]
    assert [tuple(one) for one in found["problems"]] == [keys] * 4
    assert [tuple(one.values()) for one in found["problems"]] == [
        ("events.yaml", None, None, None, "error", None, "not UTF-8"),
        ("a b/Élan, 1:2.yaml", 3, 9, 12, "warning", None, "100% <odd> & 'x'"),
        ("/data/events.yaml", 7, 1, 4, "warning", "source-future", "m"),
        ("events.yaml", 7, 1, 4, "warning", "source-future", "n"),
    ]
    assert json.loads(written(ProblemFormat.JSON, [])) == {"problems": []}


def test_github() -> None:
    assert written(ProblemFormat.GITHUB, PROBLEMS).splitlines() == [
        "::error file=events.yaml::not UTF-8",
        "::warning file=a b/Élan%2C 1%3A2.yaml,line=3,col=9,endColumn=12::100%25 <odd> & 'x'",
        "::warning file=/data/events.yaml,line=7,col=1,endColumn=4,title=source-future::m",
        "::warning file=events.yaml,line=7,col=1,endColumn=4,title=source-future::n",
    ]
    assert written(ProblemFormat.GITHUB, []) == ""


@given(ANY)
def test_github_has_a_line_for_each_problem(problems: list[Problem]) -> None:
    lines = written(ProblemFormat.GITHUB, problems).split("\n")
    assert len(lines) == len(problems) + 1
    assert all(line.startswith("::") for line in lines[:-1])


def checked_sarif(text: str) -> Any:
    """Return the run of a document, after looking for all that SARIF 2.1.0 requires of it."""
    document = json.loads(text)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    identifiers = [rule["id"] for rule in driver["rules"]]
    assert len(set(identifiers)) == len(identifiers)
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    for result in run["results"]:
        assert isinstance(result["message"]["text"], str)
        assert result["level"] in ("none", "note", "warning", "error")
        assert identifiers[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"].isascii()
        region = place.get("region", {"startLine": 1, "startColumn": 1, "endColumn": 2})
        assert region["startLine"] >= 1
        assert 1 <= region["startColumn"] < region["endColumn"]
    return run


def test_sarif() -> None:
    run = checked_sarif(written(ProblemFormat.SARIF, PROBLEMS))
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert [one["artifactLocation"]["uri"] for one in places] == [
        "events.yaml",
        "a%20b/%C3%89lan%2C%201%3A2.yaml",
        "file:///data/events.yaml",
        "events.yaml",
    ]
    assert [one.get("region") for one in places[:2]] == [
        None,
        {"startLine": 3, "startColumn": 9, "endColumn": 12},
    ]
    assert [one["level"] for one in run["results"]] == ["error", "warning", "warning", "warning"]
    of_file, future = run["tool"]["driver"]["rules"]
    assert of_file["id"] == "file-format"
    assert future["shortDescription"]["text"] == "A source has a date in the future"
    assert future["help"]["markdown"].startswith("# source-future\n")
    assert checked_sarif(written(ProblemFormat.SARIF, []))["results"] == []


@given(ANY)
def test_sarif_holds_what_it_requires(problems: list[Problem]) -> None:
    run = checked_sarif(written(ProblemFormat.SARIF, problems))
    assert [one["message"]["text"] for one in run["results"]] == [one.message for one in problems]


def test_junit() -> None:
    suites = ElementTree.fromstring(written(ProblemFormat.JUNIT, PROBLEMS))
    (suite,) = suites
    assert (suites.tag, suite.tag) == ("testsuites", "testsuite")
    assert suite.attrib == {"name": "timeline check", "tests": "4", "failures": "4", "errors": "0"}
    assert [case.attrib["name"] for case in suite] == [
        "events.yaml",
        "a b/Élan, 1:2.yaml:3:9",
        "/data/events.yaml:7:1",
        "events.yaml:7:1",
    ]
    _, odd, _, future = suite
    assert odd.attrib["line"] == "3"
    assert odd[0].attrib == {"type": "warning", "message": "100% <odd> & 'x'"}
    assert odd[0].text == str(PROBLEMS[1])
    assert future.attrib["classname"] == future[0].attrib["type"] == "source-future"


def test_junit_without_problems_is_a_test_that_passed() -> None:
    ((case,),) = ElementTree.fromstring(written(ProblemFormat.JUNIT, []))
    assert (case.tag, len(case)) == ("testcase", 0)


@given(ANY)
def test_junit_is_xml_whatever_a_file_holds(problems: list[Problem]) -> None:
    (suite,) = ElementTree.fromstring(written(ProblemFormat.JUNIT, problems))
    assert len(suite) == (len(problems) or 1)


@pytest.mark.parametrize("format", ProblemFormat)
def test_lone_surrogates_do_not_break_a_format(format: ProblemFormat) -> None:
    text = written(format, [Problem("a\udcff.yaml", 1, 1, Severity.WARNING, "m", 1, "x\udcff")])
    assert text.encode("utf-8", "replace")
