"""README and the manual show what the program really does."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import timeline
from tests.conftest import ROOT, Run
from tests.manual.pages import (
    DOCUMENTS,
    MANUAL,
    Block,
    blocks,
    blocks_of,
    expect_block,
    prose,
    session,
    write_files,
)
from timeline.cli import make_app
from timeline.manual import TOPICS


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.name)
def test_a_session_is_what_a_user_would_see(block: Block, tmp_path: Path) -> None:
    write_files(block.document, tmp_path)
    expect_block(block, session(block, tmp_path))


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block.name)
def test_a_python_example_prints_what_the_page_says(block: Block, tmp_path: Path) -> None:
    write_files(block.document, tmp_path)
    (tmp_path / "events.yaml").write_bytes((ROOT / "events.yaml").read_bytes())
    ran = subprocess.run(
        [sys.executable, "-c", block.text], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    shown = blocks_of(block.document)[block.number + 1]
    assert shown.info == "text"
    expect_block(shown, ran.stdout)


@pytest.mark.parametrize("block", blocks("yaml"), ids=lambda block: block.name)
def test_an_example_of_a_file_is_clean(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(block.text, encoding="utf-8")
    assert timeline.open(path).warnings == ()


def test_the_keys_of_json_are_those_that_are_written(run: Run) -> None:
    (block,) = blocks("json")
    ran = run("export", "actor:griner", "--format", "json")
    assert _keys(json.loads(block.text)) == _keys(json.loads(ran.out))


def _keys(value: Any) -> Any:
    """Return the keys of an object, with the keys of what they hold; ids stand for each other."""
    if isinstance(value, list):
        return next(map(_keys, value), None)
    if not isinstance(value, dict):
        return None
    by_id = {"actors", "tags", "questions"} & value.keys() if "events" in value else set()
    return {key: _keys([*one.values()] if key in by_id else one) for key, one in value.items()}


def _commands() -> dict[str, Any]:
    return dict(typer.main.get_command(make_app()).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_options_that_are_named_exist(document: Path) -> None:
    program = typer.main.get_command(make_app())
    parameters = [*program.params]
    for command in _commands().values():
        parameters += command.params
    known = {option for one in parameters for option in one.opts} | {"--help"}
    spans = re.findall(r"`([^`]+)`", prose(document))
    named = {
        option
        for span in spans
        if not span.startswith(("git ", "python ", "pip "))
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*(?![\w:-])", span)
    }
    assert named - known == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", prose(document))
    missing = [
        target
        for target in targets
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert missing == []
    helped = set(re.findall(r"`timeline help ([a-z-]+)`", prose(document)))
    assert helped <= {*TOPICS, *_commands()}


def test_every_page_is_a_topic() -> None:
    assert sorted(path.stem for path in MANUAL.glob("*.md")) == sorted(TOPICS)
    assert set(TOPICS).isdisjoint(_commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_files_of_the_project_that_are_named_exist(document: Path) -> None:
    named = re.findall(r"`((?:timeline|tests|\.ci)/[\w./-]*)`", prose(document))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_table_of_packages_is_complete() -> None:
    document = MANUAL / "architecture.md"
    shown = re.findall(r"^\| `(\w+/|\w+\.py)` \|", prose(document), re.MULTILINE)
    package = ROOT / "timeline"
    modules = [path.name for path in package.glob("*.py") if path.name != "__init__.py"]
    packages = [f"{path.parent.name}/" for path in package.glob("*/__init__.py")]
    assert sorted(shown) == sorted(modules + packages)
