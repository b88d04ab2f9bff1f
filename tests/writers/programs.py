"""Other programs, which read what was exported."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

_NODE = ROOT / "tests" / "node"
has_node = shutil.which("node") is not None and (_NODE / "node_modules").is_dir()
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


def _in_chromium(script: str, *paths: Path) -> Any:
    ran = subprocess.run(
        ["node", script, *paths, chromium],
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
