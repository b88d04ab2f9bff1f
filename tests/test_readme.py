"""README shows what the program really does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import timeline
from tests.conftest import ROOT, environment
from timeline.cli.app import make_app
from timeline.dates.event_date import EventDate

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def sessions() -> list[str]:
    return blocks("console")


def matches(shown: str, printed: str) -> bool:
    """Tell whether output is as shown, where a line `...` stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


@pytest.mark.parametrize("session", sessions(), ids=lambda text: text.splitlines()[0][2:])
def test_a_session_is_what_a_user_would_see(session: str, tmp_path: Path) -> None:
    commands = re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        line, _, shown = command.partition("\n")
        ran = subprocess.run(
            line,
            shell=True,
            cwd=tmp_path,
            env=environment() | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert matches(shown, ran.stdout.decode()), ran.stdout.decode()


def test_a_session_that_differs_is_noticed() -> None:
    assert matches("a\n...\nb\n", "a\nx\ny\nb\n")
    assert not matches("a\n...\nb\n", "a\nx\nc\n")


def test_the_python_example_prints_what_it_says(tmp_path: Path) -> None:
    (code,) = blocks("python")
    shown, _ = blocks("text")
    (tmp_path / "events.yaml").write_bytes((ROOT / "events.yaml").read_bytes())
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
    )
    assert ran.stdout.decode() == shown


def test_the_table_of_commands_is_the_help() -> None:
    shown = dict(re.findall(r"^\| `timeline (\w+)` \| (.+) \|$", README, flags=re.MULTILINE))
    group = typer.main.get_command(make_app())
    assert shown == {name: command.help for name, command in group.commands.items()}  # type: ignore[attr-defined]


def test_the_table_of_dates_is_what_dates_print() -> None:
    shown = re.findall(r'`"?([^`"\s]+)"?` \| ([^|]+) \|', README[README.index("\n## Dates") :])
    table = [(text, said) for text, said in shown if re.match(r"[\d.\[-]", text)][:16]
    assert len(table) == 16
    assert table == [(text, EventDate.parse(text).describe()) for text, _ in table]


def test_the_options_named_in_readme_are_those_of_the_program() -> None:
    named = set(re.findall(r"`(--[a-z-]+)", README)) - {"--help"}
    group = typer.main.get_command(make_app())
    known = {
        option
        for command in group.commands.values()  # type: ignore[attr-defined]
        for parameter in command.params
        for option in parameter.opts
    }
    assert named <= known


@pytest.mark.parametrize("text", blocks("yaml"), ids=["smallest", "with all there is"])
def test_the_examples_of_files_are_clean(text: str, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(text, encoding="utf-8")
    assert timeline.open(path).warnings == ()


def test_the_counts_of_the_first_lines_are_those_of_the_shipped_file() -> None:
    shipped = timeline.open(ROOT / "events.yaml")
    events = list(shipped.select())
    sources = sum(len(event.sources) for event in events)
    assert f"in {len(events)} events and {sources} sources" in " ".join(README.split())
