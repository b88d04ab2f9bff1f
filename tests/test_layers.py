"""Imports run one way, and what lies below the views knows no terminal."""

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "timeline"

LAYERS = [
    {"characters", "errors"},
    {"days", "edtf_parts", "edtf", "date_text", "date_advice", "date_reading", "dates"},
    {"spelling", "elapsed", "sides", "model"},
    {"readers", "terms", "query", "arguments", "periods", "grouping", "groups", "order"},
    {"calendar_steps"},
    {
        "schema",
        "index",
        "names",
        "conditions",
        "lookups",
        "checks",
        "inserting",
        "index_writer",
        "indexing",
        "patching",
        "found",
        "ranking",
        "bins",
        "bitmaps",
        "links",
        "occurrences",
    },
    {"selection", "steps", "silences", "chains", "anniversaries", "facets", "crosstab", "charting"},
    {"offers", "files", "cache", "reading", "library"},
    {"writers", "views"},
    {"cli", "__main__"},
]
TERMINAL = {"typer", "rich", "textual"}
HEAVY = {"yaml", "dateutil"}


def place(module: str) -> int:
    name = module.split(".")[1]
    (level,) = (level for level, names in enumerate(LAYERS) if name in names)
    return level


def modules() -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in PACKAGE.rglob("*.py")
    )


def tree(module: str) -> ast.Module:
    path = ROOT.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(source.read_text(encoding="utf-8"))


def imported(nodes: Iterable[ast.AST]) -> set[str]:
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("module", [name for name in modules() if name != "timeline"])
def test_a_module_imports_from_its_layer_or_below(module: str) -> None:
    inner = {name for name in imported(ast.walk(tree(module))) if name.startswith("timeline.")}
    assert {name for name in inner if place(name) > place(module)} == set()


@pytest.mark.parametrize(
    "module",
    [name for name in modules() if name == "timeline" or place(name) < place("timeline.views")],
)
def test_below_the_views_nothing_knows_the_terminal(module: str) -> None:
    assert loaded_by(f"import {module}") & TERMINAL == set()


@pytest.mark.parametrize(
    "module", [name for name in modules() if not name.startswith("timeline.readers.")]
)
def test_heavy_libraries_are_imported_where_they_are_used(module: str) -> None:
    top = {name.partition(".")[0] for name in imported(tree(module).body)}
    assert top & HEAVY == set()


def test_help_loads_neither_the_database_nor_a_parser() -> None:
    loaded = loaded_by("import sys; from timeline.cli.app import run; run(['list', '--help'])")
    assert loaded & {"sqlite3", "msgspec", "yaml", "dateutil"} == set()


def test_importing_the_package_loads_nothing_of_it() -> None:
    ran = python(
        "import sys, timeline; print([m for m in sys.modules if m.startswith('timeline.')])"
    )
    assert ran == "[]\n"


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh process has loaded after running `code`."""
    printed = python(f"{code}\nimport sys; print(); print(*sys.modules, sep=',')")
    return {name.partition(".")[0] for name in printed.splitlines()[-1].split(",")}


def python(code: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(ROOT)
    )
    return ran.stdout
