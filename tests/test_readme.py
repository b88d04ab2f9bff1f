"""README: its tables are those of the program, of the manual and of the shipped file."""

import re

import typer

import timeline
from tests.conftest import ROOT
from tests.manual.pages import MANUAL, README, expect_lines, prose
from timeline.cli import make_app
from timeline.dates import EventDate
from timeline.manual import TOPICS, summary

LONGEST = 300


def test_it_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_table_of_commands_is_the_help() -> None:
    commands = typer.main.get_command(make_app()).commands  # type: ignore[attr-defined]
    rows = [f"| `timeline {name}` | {command.help} |" for name, command in commands.items()]
    expect_lines(README, r"\| `timeline [a-z-]+` \|.*", rows)


def test_the_contents_are_those_of_the_manual() -> None:
    rows = [f"| [{name}](timeline/manual/{name}.md) | {summary(name)} |" for name in TOPICS]
    expect_lines(README, r"\| \[[a-z-]+\]\(timeline/manual/.*", rows)


def test_the_table_of_dates_is_what_dates_print() -> None:
    document = MANUAL / "dates.md"
    shown = re.findall(r'^(\| `"?([^`"]+)"?` \|) .* (\| [^|]+ \|)$', prose(document), re.MULTILINE)
    assert shown
    rows = [f"{left} {EventDate.parse(text).describe()} {meaning}" for left, text, meaning in shown]
    expect_lines(document, r"\| `[^`]+` \| .* \| [^|]+ \|", rows)


def test_the_counts_are_those_of_the_shipped_file() -> None:
    shipped = timeline.open(ROOT / "events.yaml")
    events = list(shipped.select())
    sources = sum(len(event.sources) for event in events)
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert f"{len(events)} events and {sources} sources" in text


def test_the_benchmarks_are_those_of_the_page() -> None:
    pattern = r"^\|.* \d+\.\d\d s .*\|$"
    shown = re.findall(pattern, prose(README), re.MULTILINE)
    measured = re.findall(pattern, prose(MANUAL / "performance.md"), re.MULTILINE)
    assert 10 <= len(shown) <= 14
    assert [row for row in measured if row in shown] == shown
