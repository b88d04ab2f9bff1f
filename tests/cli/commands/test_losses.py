"""timeline export: how many events it says it wrote, and what --strict says."""

from pathlib import Path

import pytest

from tests.conftest import Run

EVENTS = """\
- {date: -0043, title: A}
- {date: 2014-03, title: B, tags: [war], sources: [{title: S, date: 2014-02/2015-03~}]}
- {date: "[..1990, 2000..]", title: C}
"""


@pytest.fixture(autouse=True)
def _events(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(EVENTS, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "wrote"),
    [
        pytest.param("a.ics", "wrote 1 event to a.ics", id="two left out"),
        pytest.param("a.timeline.json", "wrote 2 events to a.timeline.json", id="one left out"),
        pytest.param("a.mw", "wrote 2 events to a.mw", id="markwhen"),
        pytest.param("a.csv", "wrote 3 events to a.csv", id="none left out"),
        pytest.param("a.bib", "wrote the sources of 3 events to a.bib", id="bibliography"),
    ],
)
def test_the_number_is_that_of_the_events_written(run: Run, name: str, wrote: str) -> None:
    assert run("export", "-o", name).err.splitlines()[0] == wrote


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param(
            "a.md",
            "left out of markdown by design: IDs, places, tags, follows, what the registries say "
            "about actors and tags, saved questions\nwrote 3 events to a.md\n",
            id="document",
        ),
        pytest.param("a.csv", "wrote 3 events to a.csv\n", id="nothing lost"),
    ],
)
def test_strict_lists_what_a_document_leaves_out(run: Run, name: str, said: str) -> None:
    assert run("export", "-o", name, "--strict") == (0, "", said)


def test_strict_refuses_other_losses(run: Run, tmp_path: Path) -> None:
    ran = run("export", "-o", "a.ics", "--strict")
    assert (ran.code, ran.out, (tmp_path / "a.ics").exists()) == (1, "", False)
    assert ran.err.startswith("timeline: error: nothing was written: ics cannot include ")
