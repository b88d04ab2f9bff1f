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
