"""A faulty file and the whole of what is said of it, for each kind of error and warning.

A message may be improved: with UPDATE_GOLDEN in the environment the texts are written anew, to be
read and committed.
"""

import os
import re
from pathlib import Path

import pytest

from timeline.cli import run

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with the one parser and with the other."""
    if request.param == "pure":
        monkeypatch.setattr("timeline.readers.yaml.syntax.parser._libyaml_parser", None)
    return str(request.param)


@pytest.mark.parametrize("name", NAMES)
def test_check_says(name: str, parser: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", "-f", f"{name}.yaml"])
    said = capsys.readouterr()
    if os.environ.get("UPDATE_GOLDEN") and parser == "libyaml":
        (FOLDER / f"{name}.txt").write_bytes(said.out.encode())
    counts = [
        f"{count} {severity}{'s' if count > 1 else ''}"
        for severity in ("error", "warning")
        if (count := len(problems(name, severity)))
    ]
    assert (code, said.out) == (1, expected(name))
    assert said.err == f"{' and '.join(counts)} in 1 file\n"


@pytest.mark.parametrize("name", NAMES)
def test_another_command_shows_errors_and_counts_warnings(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    errors, warnings = (problems(name, severity) for severity in ("error", "warning"))
    code = run(["list", "-f", f"{name}.yaml"])
    said = capsys.readouterr()
    if errors:
        assert (code, said.out, said.err) == (2, "", "".join(errors))
    else:
        count = f"{len(warnings)} warning{'s' if len(warnings) > 1 else ''}"
        assert (code, said.err) == (0, f"{name}.yaml: {count}, see timeline check\n")


def test_every_file_has_its_text() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_can_be_shown(name: str) -> None:
    assert re.findall("[^\n -~\u00a0-\u2027\u202f-\u2065\u206a-\U0010ffff]", expected(name)) == []


def expected(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_bytes().decode()


def problems(name: str, severity: str) -> list[str]:
    """Return the problems of one severity, each with its excerpt."""
    each = re.split(f"^(?={re.escape(name)}\\.yaml)", expected(name), flags=re.MULTILINE)[1:]
    return [one for one in each if f": {severity}: " in one.partition("\n")[0]]
