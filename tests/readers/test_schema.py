"""The JSON Schema allows what `timeline check` accepts, and refuses what a schema can see."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT, Run
from timeline.readers import schema


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as editors do, to whom a date is text."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


VALID = [
    pytest.param((ROOT / "events.yaml").read_text(encoding="utf-8"), id="shipped"),
    pytest.param((ROOT / "tests" / "asked.yaml").read_text(encoding="utf-8"), id="asked"),
    pytest.param("- {date: 2014, title: A}\n- {date: 2014-03-18, title: 12}\n", id="list"),
    pytest.param("date: 2014\ntitle: A\nactors: russia\n", id="one event"),
    pytest.param("title: A\ntags: {war: }\nactors:\nevents: []\n", id="empty entries"),
    pytest.param("- {date: 2014, title: A, sources: https://example.org/a}\n", id="a source"),
    pytest.param("- {date: 2014, title: A, ignore: [no-source]}\n", id="an exception"),
]

FAULTY = [
    pytest.param("- {date: 2014}\n", id="no title"),
    pytest.param("- {title: A}\n", id="no date"),
    pytest.param("title: A\n", id="no events"),
    pytest.param("- {date: 2014, title: A, tagz: [a]}\n", id="unknown key"),
    pytest.param("- {date: 2014, title: [A]}\n", id="a list as title"),
    pytest.param("- {date: {year: 2014}, title: A}\n", id="a date in parts"),
    pytest.param("- {date: 2014, title: A, sources: [{url: www.a.org}]}\n", id="no address"),
    pytest.param("actors: {a: {kind: robot}}\nevents: []\n", id="no kind of actor"),
    pytest.param("tags: {a: {color: mauve}}\nevents: []\n", id="no colour"),
    pytest.param("just text\n", id="text"),
]


@pytest.mark.parametrize("text", VALID)
def test_a_valid_file_is_allowed(validator: Any, run: Run, text: str) -> None:
    document = yaml.load(text, CoreLoader)
    assert [error.message for error in validator.iter_errors(document)] == []
    # There may be warnings, but no error.
    assert "error:" not in run("check", "-f", "-", stdin=text).out


@pytest.mark.parametrize("text", FAULTY)
def test_a_faulty_file_is_refused(validator: Any, run: Run, text: str) -> None:
    assert not validator.is_valid(yaml.load(text, CoreLoader))
    # So does the program, or it warns.
    assert run("check", "-f", "-", stdin=text).code == 1


def test_the_command_prints_it(run: Run) -> None:
    assert json.loads(run("schema").out) == schema()
