"""Other programs, which read what was exported."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

_NODE = ROOT / "tests" / "node"
_packages: dict[str, str] = json.loads((_NODE / "package.json").read_bytes())["dependencies"]
has_node = shutil.which("node") is not None and all(
    (_NODE / "node_modules" / name).is_dir() for name in _packages
)
needs_node = pytest.mark.skipif(
    not has_node, reason="Node.js or its packages are missing: run 'npm ci' in tests/node"
)


def read_by_node(program: str, text: str, folder: Path) -> Any:
    """Return what `tests/node/read.mjs` says about an exported text."""
    path = folder / f"exported.{program}"
    path.write_text(text, encoding="utf-8", newline="")
    ran = subprocess.run(
        ["node", "read.mjs", program, path], cwd=_NODE, capture_output=True, check=True, timeout=120
    )
    return json.loads(ran.stdout)


chromium = shutil.which("chromium") or ""
needs_chromium = pytest.mark.skipif(
    not (has_node and chromium), reason="Node.js with its packages, or Chromium, is missing"
)
has_validator = has_node and shutil.which("java") is not None
needs_validator = pytest.mark.skipif(
    not has_validator, reason="Node.js with its packages, or Java, is missing"
)


def browse(path: Path, screenshots: Path) -> Any:
    """Return what `tests/node/browse.mjs` says about a page."""
    return _in_chromium("browse.mjs", path, screenshots)


def slides(text: str, folder: Path) -> Any:
    """Return what `tests/node/slides.mjs` says that TimelineJS shows of an exported text."""
    path = folder / "exported.timeline.json"
    path.write_text(text, encoding="utf-8", newline="")
    return _in_chromium("slides.mjs", path)


def filtered(path: Path, filters: list[tuple[str, str]]) -> list[float]:
    """Return how many milliseconds a page takes for each filter, and after each to show all."""
    return [float(one) for one in _in_chromium("filter.mjs", path, json.dumps(filters))]


def _in_chromium(script: str, *arguments: str | Path) -> Any:
    ran = subprocess.run(
        ["node", script, chromium, *arguments],
        cwd=_NODE,
        capture_output=True,
        check=True,
        timeout=300,
    )
    return json.loads(ran.stdout)


def validate(path: Path) -> list[str]:
    """Return what the Nu HTML checker says about a page.

    It knows no hashes in a Content-Security-Policy, so what it says about them is left out.
    """
    ran = subprocess.run(
        ["java", "-jar", "node_modules/vnu-jar/build/dist/vnu.jar", "--stdout", path],
        cwd=_NODE,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return [line for line in ran.stdout.splitlines() if "Content Security Policy" not in line]


needs_khal = pytest.mark.skipif(find_spec("khal") is None, reason="khal is missing")
needs_sqlite_utils = pytest.mark.skipif(
    find_spec("sqlite_utils") is None, reason="sqlite-utils is missing"
)
_KHAL = """
[calendars]
[[exported]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
longdateformat = %Y-%m-%d
longdatetimeformat = %Y-%m-%dT%H:%M
local_timezone = UTC
default_timezone = UTC
"""


def calendar(text: str, folder: Path, *command: str) -> list[tuple[str, str, str]]:
    """Import a calendar into khal, and return the start, end and title of what a command lists.

    The last day of an entry is its end.
    """
    (folder / "calendar").mkdir()
    (folder / "khal.conf").write_text(_KHAL.format(folder=folder), encoding="utf-8")
    path = folder / "exported.ics"
    path.write_text(text, encoding="utf-8", newline="")

    def khal(*arguments: str | Path) -> str:
        return _run_module("khal", "--config", folder / "khal.conf", *arguments)

    khal("import", "--batch", path)
    fields = ("start-long", "end-long", "title")
    found = khal(*command, *(part for field in fields for part in ("--json", field)))
    entries = [entry for line in found.strip("\n").split("\n") for entry in json.loads(line)]
    return [(entry["start-long"], entry["end-long"], entry["title"]) for entry in entries]


def database(text: str, ending: str, folder: Path) -> list[dict[str, str]]:
    """Insert an exported table into a database with sqlite-utils, and return its rows."""
    path, file = folder / f"exported.{ending}", folder / f"{ending}.db"
    path.write_text(text, encoding="utf-8", newline="")
    insert = ("insert", file, "events", path, f"--{ending}", "--no-detect-types")
    _run_module("sqlite_utils", *insert)
    rows: list[dict[str, str]] = json.loads(_run_module("sqlite_utils", "rows", file, "events"))
    return rows


def _run_module(name: str, *arguments: str | Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", name, *arguments],
        # Lines are not to be wrapped.
        env=os.environ | {"COLUMNS": "100000"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return ran.stdout
