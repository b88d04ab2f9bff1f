"""What the tests of writers share."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

import timeline
from tests.writers.hard import HARD
from timeline import Timeline

Open = Callable[[Mapping[str, Any]], Timeline]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Open a chronology from its content, as often as examples are generated."""
    path = tmp_path_factory.mktemp("writers") / "events.yaml"

    def opened(content: Mapping[str, Any]) -> Timeline:
        # Texts of JSON are texts of YAML too, where they are not spelt as surrogates.
        text = json.dumps(content, ensure_ascii=False).replace("\u2028", r"\u2028")
        path.write_text(text, encoding="utf-8", newline="")
        return timeline.open(path)

    return opened


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    """A chronology whose texts mean something in some format."""
    path = tmp_path_factory.mktemp("hard") / "events.json"
    path.write_text(json.dumps(HARD), encoding="utf-8")
    return timeline.open(path)
