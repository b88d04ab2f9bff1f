"""Every export that can be read comes back on standard input, without its name and a warning."""

import json
from pathlib import Path

import pytest

import timeline
from tests.conftest import ROOT, OpenText, Run
from timeline.writers import Format, write

FORMATS = [
    *(Format.YAML, Format.JSON, Format.JSONL, Format.CSV, Format.TSV),
    *(Format.ICS, Format.TIMELINEJS, Format.MARKWHEN),
]
LONG = "word " * 4_000
CHRONOLOGIES = {
    "shipped": (ROOT / "events.yaml").read_text(encoding="utf-8"),
    "one event": "- {date: 2014-03-18, title: A}\n",
    "one that is long": f"- {{date: 2014, title: A, summary: {LONG}}}\n",
    "a long description": f"title: A\ndescription: {LONG}\nevents: [{{date: 2014, title: A}}]\n",
    "years before year 1": "- {date: -0043, title: A}\n- {date: -0044, title: B}\n",
    "times": '- {date: "2014-03-18T12:30Z", title: A}\n',
    "intervals": "- {date: 2014/2015, title: A}\n- {date: 2014-03/.., title: B}\n",
    "lists in a summary": '- {date: 2014, title: A, summary: "- one\\n- two\\n\\nevents:"}\n',
    "years in a description": (
        'title: "1914: a war"\ndescription: "1914: a war\\n1918: a peace"\n'
        "questions: {1914: in 1914}\nevents: [{date: 1914, title: A}]\n"
    ),
    "commas": "title: date, title\nevents: [{date: 1914, title: 'a, b', summary: 'c, d'}]\n",
    "many lines": f"- {{date: 1914, title: A, summary: {json.dumps('x, y' + chr(10) * 60)}}}\n",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", CHRONOLOGIES)
def test_an_export_is_recognized_without_its_name(
    tmp_path: Path, open_text: OpenText, name: str, format: Format
) -> None:
    chronology = open_text(CHRONOLOGIES[name])
    exported = tmp_path / "exported"
    exported.write_text("".join(write(chronology, chronology.select(), format)), encoding="utf-8")
    back = timeline.open(exported)
    left_out = format is Format.ICS and name == "years before year 1"
    events = [] if left_out else list(chronology.select())
    assert (back.problems, list(back.select())) == ([], events)


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_can_be_checked_on_standard_input(run: Run, format: Format) -> None:
    exported = run("export", "--format", format).out
    assert run("check", "-f", "-", stdin=exported) == (0, "", "")


def test_json_of_another_layout_is_read_too(run: Run) -> None:
    document = json.loads(run("export", "--format", "json").out)
    for indent in (None, 2):
        text = json.dumps(document, indent=indent, ensure_ascii=False)
        assert run("check", "-f", "-", stdin=text) == (0, "", "")


def test_computed_keys_in_yaml_are_unknown_keys(run: Run) -> None:
    ran = run("check", "-f", "-", stdin="{count: 1, events: [{date: 2014, title: A, latest: x}]}")
    assert [line.split(" is ")[0] for line in ran.out.splitlines() if "warning" in line] == [
        "standard input:1:2: warning: unknown key 'count'",
        "standard input:1:44: warning: unknown key 'latest'",
    ]
