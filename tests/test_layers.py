"""Imports run one way, and what lies below the views knows no terminal."""

import ast
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "timeline"

LAYERS = (
    {"text", "width", "exports"},
    {"errors", "manual"},
    {"dates", "atomic_write"},
    {"archives", "model"},
    {"actor_record"},
    {"query", "readers"},
    {"index"},
    {"search"},
    {"analysis"},
    {"rules"},
    {"links"},
    {"chronology"},
    {"editing", "engines"},
    {"views", "writers"},
    {"explorer"},
    {"cli"},
    {"__main__"},
)
"""From what imports nothing of the others to what may import all; beside each other, nothing."""

OPEN_TO_OTHERS = {f"timeline.readers.{name}" for name in ("markwhen", "tables", "yaml")}
"""The packages inside others that export something of their own."""

KNOW_NO_SQL = {"views", "writers", "editing", "explorer", "cli", "chronology"}

MOST_MODULES = 12
"""The maximum number of modules in a folder; `timeline/cli/commands` has one per command."""

TERMINAL = {"typer", "rich", "textual"}
HEAVY = {
    *("yaml", "dateutil", "wcwidth", "anyascii", "jinja2", "ged4py", "convertdate"),
    *("textual", "httpx", "pyarrow", "sqlglot", "duckdb", "pyspark"),
}


def layer(module: str) -> int:
    name = module.split(".")[1]
    (level,) = (level for level, names in enumerate(LAYERS) if name in names)
    return level


def may_import(module: str, other: str) -> bool:
    same = module.split(".")[1] == other.split(".")[1]
    return same or layer(other) < layer(module)


def modules() -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in PACKAGE.rglob("*.py")
    )


@cache
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
def test_a_module_imports_from_its_package_or_from_layers_below(module: str) -> None:
    inner = {name for name in imported(ast.walk(tree(module))) if name.startswith("timeline.")}
    assert {name for name in inner if not may_import(module, name)} == set()


def package(module: str) -> str:
    """Return the package that a module is in, or that it is."""
    return module if (ROOT.joinpath(*module.split("."))).is_dir() else module.rpartition(".")[0]


@cache
def homes(name: str) -> dict[str, str]:
    """Return the names that a package exports, each with the module that it comes from."""
    return {
        alias.name: node.module
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom) and node.module and node.module != "timeline.exports"
        for alias in node.names
        if alias.asname == alias.name
    }


def dependencies(module: str) -> set[str]:
    """Return the modules that a module imports from, in a function or for its types alone too."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline"):
            source = str(node.module)
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                found.add(inner if inner in MODULES else home(source, alias.name))
    return found - {module}


def home(source: str, name: str) -> str:
    """Return the module that a name comes from, if a package exports it from one inside it."""
    while package(source) == source and name in homes(source):
        source = homes(source)[name]
    return source


MODULES = frozenset(modules())
PACKAGES = sorted(name for name in MODULES if name != "timeline" and package(name) == name)


@pytest.mark.parametrize("module", [name for name in modules() if package(name) != name])
def test_other_packages_are_imported_from_and_not_their_insides(module: str) -> None:
    inside = {
        name
        for name in imported(ast.walk(tree(module)))
        if name.startswith("timeline.")
        and package(name) != name
        and not f"{module}.".startswith(f"{package(name)}.")
    }
    assert inside == set()


def in_circles(needs: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return what needs itself by way of others, or needs what does."""
    remaining = dict(needs)
    while free := {name for name, others in remaining.items() if not others & remaining.keys()}:
        remaining = {name: others for name, others in remaining.items() if name not in free}
    return {name: others & remaining.keys() for name, others in remaining.items()}


def test_no_imports_go_in_a_circle() -> None:
    needs = {name: dependencies(name) for name in MODULES if package(name) != name}
    assert in_circles(needs) == {}


@pytest.mark.parametrize("folder", ["timeline", *PACKAGES])
def test_packages_in_a_folder_do_not_import_each_other_in_a_circle(folder: str) -> None:
    inner = [name for name in PACKAGES if name.rpartition(".")[0] == folder]
    needed = {name: needed_by(name) - {name} for name in inner}
    assert in_circles({name: needed[name] & needed.keys() for name in inner}) == {}


def needed_by(name: str) -> set[str]:
    """Return the packages and modules beside a package that its modules import from."""
    folder = f"{name.rpartition('.')[0]}."
    own = [one for one in MODULES if package(one) != one and one.startswith(f"{name}.")]
    needed = {other for one in own for other in dependencies(one) if other.startswith(folder)}
    return {folder + other.removeprefix(folder).partition(".")[0] for other in needed}


@pytest.mark.parametrize("name", ["timeline", *PACKAGES])
def test_a_package_says_what_it_is_for_and_exports_what_types_say(name: str) -> None:
    assert ast.get_docstring(tree(name))
    names = sorted(homes(name))
    # Once loaded, a module would hide what bears its name.
    assert not {f"{name}.{one}" for one in names} & MODULES
    code = f"import {name} as own; print(*(one for one in {names} if hasattr(own, one)))"
    assert python(code).split() == names


def test_folders_and_modules_are_small() -> None:
    lines = sorted(
        len((ROOT / Path(*name.split("."))).with_suffix(".py").read_text().splitlines())
        for name in MODULES
        if package(name) != name
    )
    assert lines[len(lines) // 2] < 100
    assert lines[-1] <= 300
    for folder in {package(name) for name in MODULES} - {"timeline.cli.commands"}:
        inside = [name for name in MODULES if package(name) == folder != name]
        assert len(inside) <= MOST_MODULES, folder


@pytest.mark.parametrize(
    "name", [name for name in modules() if not KNOW_NO_SQL.isdisjoint(name.split(".")[1:2])]
)
def test_what_prints_or_writes_knows_no_sql(name: str) -> None:
    texts = [
        node.value
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in texts if text.startswith(("SELECT ", "INSERT ", "DELETE "))] == []


@pytest.mark.parametrize(
    "module",
    [name for name in modules() if name == "timeline" or layer(name) < layer("timeline.views")],
)
def test_below_the_views_nothing_knows_the_terminal(module: str) -> None:
    top = {name.partition(".")[0] for name in imported(ast.walk(tree(module)))}
    assert top & TERMINAL == set()
    if not module.startswith("timeline.links"):
        # httpx loads Rich for a command of its own.
        assert loaded_by(f"import {module}") & TERMINAL == set()


LOADED_WHEN_USED = tuple(
    f"timeline.{name}"
    for name in (
        "editing.",
        *(f"engines.{one}" for one in ("event_ids", "engine", "duckdb", "selection", "spark")),
        "engines.sql.",
        "explorer.screen.",
        "links.",
        "readers.gedcom.",
        "readers.yaml.",
        "writers.html",
    )
)


@pytest.mark.parametrize(
    "module", [name for name in modules() if not name.startswith(LOADED_WHEN_USED)]
)
def test_heavy_libraries_are_imported_where_they_are_used(module: str) -> None:
    top = {name.partition(".")[0] for name in imported(tree(module).body)}
    assert top & HEAVY == set()


@pytest.mark.parametrize(
    "module", [name for name in modules() if not name.startswith("timeline.readers")]
)
def test_from_readers_others_import_what_the_package_exports(module: str) -> None:
    inner = {
        name for name in imported(ast.walk(tree(module))) if name.startswith("timeline.reader")
    }
    assert inner <= {"timeline.readers", *OPEN_TO_OTHERS}


@pytest.mark.parametrize("module", [name for name in modules() if "readers" in name])
def test_yaml_is_known_to_its_own_reader_alone(module: str) -> None:
    knows = "yaml" in {name.partition(".")[0] for name in imported(ast.walk(tree(module)))}
    assert not knows or module.startswith("timeline.readers.yaml.")


def test_exports_and_questions_load_no_engine() -> None:
    code = "from timeline.cli import run; run(['export', '--format', 'csv'])"
    heavy = {"pyarrow", "sqlglot", "duckdb", "pyspark", "py4j"}
    assert loaded_by(code) & heavy == set()


def test_help_loads_neither_the_database_nor_a_parser() -> None:
    loaded = loaded_by("import sys; from timeline.cli import run; run(['list', '--help'])")
    assert loaded & {"sqlite3", "msgspec", "yaml", "dateutil"} == set()


def test_text_of_europe_needs_no_tables_of_widths() -> None:
    code = "from timeline.width import cells; cells('François · ○ Лавров ─ █')"
    assert loaded_by(code) & {"wcwidth", "anyascii"} == set()


def test_importing_the_package_loads_nothing_of_it() -> None:
    ran = python(
        "import sys, timeline; print([m for m in sys.modules if m.startswith('timeline.')])"
    )
    assert ran == "['timeline.exports']\n"


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh process has loaded after running `code`."""
    printed = python(f"{code}\nimport sys; print(); print(*sys.modules, sep=',')")
    return {name.partition(".")[0] for name in printed.splitlines()[-1].split(",")}


def python(code: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(ROOT)
    )
    return ran.stdout
