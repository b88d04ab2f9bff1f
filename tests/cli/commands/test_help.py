"""The manual at the command line."""

from collections.abc import Callable

import pytest

from tests.cli.pseudoterminal import run_in_terminal
from tests.conftest import Run
from timeline.cli import COMMANDS
from timeline.manual import TOPICS, page, summary


def test_without_a_topic_it_lists_them(run: Run, expect: Callable[[str, str], None]) -> None:
    ran = run("help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"  {topic}  {summary(topic)}\n" in ran.out for topic in TOPICS)
    expect("commands/help.txt", ran.out)


@pytest.mark.parametrize("topic", TOPICS)
def test_in_a_pipe_a_page_is_markdown(run: Run, topic: str) -> None:
    assert run("help", topic) == (0, page(topic), "")


def test_a_page_goes_through_the_pager() -> None:
    shown = run_in_terminal(["help", "dates"], {"PAGER": "head -n 1", "NO_COLOR": "1"})
    assert (shown.code, shown.screen) == (0, "Dates\n")
    whole = run_in_terminal(["help", "dates", "--no-pager"], {"NO_COLOR": "1"})
    assert whole.screen.startswith("Dates\n\n")
    assert len(whole.screen.splitlines()) > 40


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_its_help(run: Run, command: str) -> None:
    assert run("help", command) == run(command, "--help")


@pytest.mark.parametrize(
    ("topic", "advice"),
    [
        pytest.param("daets", "did you mean 'dates'?", id="a topic misspelt"),
        pytest.param("JSON", "did you mean 'json'?", id="a topic in capitals"),
        pytest.param("exprot", "did you mean 'export'?", id="a command misspelt"),
        pytest.param(
            "\x1b[2J",
            "topics are file-format, dates, asking, exploring, views, publishing, formats, "
            "keeping, comparing, checking, json, python, archives, terminal, performance and "
            "architecture",
            id="neither",
        ),
    ],
)
def test_an_unknown_topic(run: Run, topic: str, advice: str) -> None:
    shown = topic.replace("\x1b", "<U+001B>")
    said = f"timeline: error: there is no help on '{shown}'\n{advice}\n"
    assert run("help", topic) == (2, "", said)
