"""timeline open: which source it opens, and with what."""

from pathlib import Path

import pytest

from tests.conftest import Run

EVENTS = """
- id: one
  date: 2001
  title: One source
  sources: {title: A, url: "https://example.org/a?b=1&c=$(touch pwned)"}
- id: several
  date: 2002
  title: Several sources
  sources:
    - {title: First, publisher: Review, url: "https://example.org/1"}
    - {title: On paper}
    - {url: "http://example.org/3"}
- {id: gone, date: 2003, title: Only a copy, sources: {archive: "https://archive.example/1"}}
- {id: none, date: 2003, title: No source}
- {id: paper, date: 2004, title: Paper only, sources: {title: On paper}}
"""


@pytest.fixture(autouse=True)
def _events(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(EVENTS)


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """A browser that writes down its arguments."""
    path = tmp_path / "browser"
    path.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{tmp_path}/opened'\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        pytest.param(["one"], "https://example.org/a?b=1&c=$(touch pwned)", id="the only one"),
        pytest.param(["one", "source"], "https://example.org/a?b=1&c=$(touch pwned)", id="words"),
        pytest.param(["gone"], "https://archive.example/1", id="a copy without the original"),
        pytest.param(["several", "--source", "1"], "https://example.org/1", id="by its number"),
        pytest.param(["several", "--source", "3"], "http://example.org/3", id="as show counts"),
    ],
)
@pytest.mark.parametrize("form", ["{}", "{} %s"])
def test_it_opens_the_address_in_the_browser(
    run: Run, tmp_path: Path, browser: Path, form: str, arguments: list[str], address: str
) -> None:
    ran = run("open", *arguments, env={"BROWSER": form.format(browser)})
    assert ran == (0, "", f"opened {address}\n")
    assert (tmp_path / "opened").read_text() == f"{address}\n"
    assert not (tmp_path / "pwned").exists()


def test_without_a_browser_it_prints_the_address(run: Run) -> None:
    ran = run("open", "several", "--source", "1", env={"BROWSER": "/no/such", "PATH": ""})
    assert ran == (
        0,
        "https://example.org/1\n",
        "no browser could be started: open this address yourself\n",
    )


SEVERAL = "choose one of:\n  1  First, Review\n  3  http://example.org/3\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["several"],
            f"several has 2 sources with an address: add --source N\n{SEVERAL}",
            id="several",
        ),
        pytest.param(
            ["several", "--source", "2"],
            f"source 2 of several has no address\n{SEVERAL}",
            id="on paper",
        ),
        pytest.param(
            ["several", "--source", "4"], f"several has no source 4\n{SEVERAL}", id="no such source"
        ),
        pytest.param(["none"], "no source of none has an address\n", id="none"),
        pytest.param(["paper"], "no source of paper has an address\n", id="none with an address"),
    ],
)
def test_what_cannot_be_opened(
    run: Run, tmp_path: Path, browser: Path, arguments: list[str], message: str
) -> None:
    ran = run("open", *arguments, env={"BROWSER": str(browser)})
    assert ran == (2, "", f"timeline: error: {message}")
    assert not (tmp_path / "opened").exists()
