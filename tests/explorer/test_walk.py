"""A long walk over hostile data: nothing raises, and the screen is that of a fresh start."""

import random
from pathlib import Path

import pytest

import timeline
from tests.explorer.driver import Driver, drive
from timeline.errors import QuestionError
from timeline.explorer.panes import AxisPane, Canvas, CardPane, EventList, Line, facet_lines
from timeline.explorer.screen.asking import Thread
from timeline.explorer.state import KEYS, Found, Panel, State, arrange

STEPS = 5_000

IN_A_TERMINAL = {"open_source", "edit", "add", "export", "changes", "suspend", "quit"}
IN_FRONT = {"jump", "chain", "on_this_day", "help", "palette", "ask"}
"""What opens other screens, or needs a terminal."""

HOSTILE = [
    "[bold]not markup[/bold] [/]",
    "\u202eright to left override",
    "العربية والعبرية",
    "宪法奠定了路线",
    "e\u0301\u0323 combining",
    "👩‍👩‍👧 family \U0001f1fa\U0001f1f8",
    "हिन्दी में",
    "a\u200bb\u2066c",
    "x" * 300,
    "$(reboot) `ls` \\x1b[31m",
    "tab\\tand \\\\ quote",
]
DATES = [
    "2014-03-18",
    "2014-03~",
    "201X",
    "-0043-03-15",
    "2022-02-24/..",
    "../1999",
    "Y-12000",
    "2022-11-30T23:00-08:00",
    "1990/2020",
    "/2001",
]
QUESTIONS = ["", "2014", "x", "tag:t1", "actor:a2 -tag:t1", "omega", "1990..2000", "tag:none", '"']


def chronology(seed: int, events: int) -> str:
    """Return a random chronology full of trouble."""
    pick = random.Random(seed)
    lines = ["title: 'Trouble'", "events:"]
    for number in range(events):
        title = pick.choice(HOSTILE).replace("'", "''")
        date = pick.choice([*DATES, f"{pick.randint(1900, 2030)}-{pick.randint(1, 12):02}-03"])
        lines += [
            f"- id: e{number}",
            f"  date: '{date}'",
            f"  title: '{title} {number}'",
            f"  actors: [a{pick.randint(0, 5)}, '{pick.choice(HOSTILE[:8])}']",
            f"  tags: [t{pick.randint(0, 3)}]",
        ]
        if number and pick.random() < 0.3:
            lines.append(f"  follows: [e{pick.randrange(number)}]")
    return "\n".join(lines) + "\n"


def card(state: State, canvas: Canvas, width: int, height: int) -> list[Line]:
    return CardPane(state, canvas, width, height).lines


def as_if_fresh(driver: Driver, path: Path, size: tuple[int, int]) -> None:
    """Compare what the screen holds with what a fresh start would draw, the file opened anew."""
    app, state = driver.app, driver.state
    found = state.found
    try:
        fresh = Found.by(timeline.open(str(path)), app.asker.question, found.today)
    except QuestionError:
        # What was shown before stays, with the error.
        assert "^" in "".join(text for text, _, _ in app.line.below(200, app.frame.canvas))
        return
    assert fresh.query.text == state.question
    assert [one.id for one in fresh.selection] == [
        found.events[rank].id for rank in range(len(found))
    ]
    if len(found):
        assert 0 <= state.chosen < len(found)
    again, canvas = state.having(found=fresh), Canvas()
    sizes = arrange(*size, state.panel)
    if Panel.LIST in sizes:
        # Drawn twice, because the first drawing of an answer places the chosen event.
        other = EventList(canvas)
        other.lines(again, *sizes[Panel.LIST])
        other._top = app.frame.list._top
        drawn = app.frame.list.lines(state, *sizes[Panel.LIST])
        assert other.lines(again, *sizes[Panel.LIST]) == drawn
        assert not len(found) or state.chosen in app.frame.list.shown
    if Panel.AXIS in sizes:
        width = sizes[Panel.AXIS].width
        shown = app.frame.list.shown if Panel.LIST in sizes else range(0)
        assert AxisPane(canvas).lines(again, shown, width) == app.frame.axis.lines(
            state, shown, width
        )
    for panel, lines in ((Panel.CARD, card), (Panel.FACETS, facet_lines)):
        if panel in sizes:
            drawn = lines(state, app.frame.canvas, *sizes[panel])
            assert lines(again, canvas, *sizes[panel]) == drawn
            assert all(not any(c < " " for c in text) for line in drawn for text, _, _ in line)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_long_walk_stands_where_a_fresh_start_would(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "trouble.yaml"
    path.write_text(chronology(seed, 60), encoding="utf-8")
    pick = random.Random(seed)
    pressed = [
        one for key in KEYS if key.action not in IN_A_TERMINAL | IN_FRONT for one in key.keys
    ]

    async def walk(driver: Driver) -> None:
        app, size = driver.app, (140, 40)
        # Questions are answered at once, so that the walk is the same each time.
        app.asker._thread = app.watcher._thread = Thread(lambda f: f(), lambda f: f())
        for step in range(STEPS // 2):
            chance = pick.random()
            if chance < 0.02:
                size = pick.choice([(60, 24), (100, 30), (140, 40), (200, 50), (30, 8), (80, 5)])
                await driver.resize(*size)
            elif chance < 0.05:
                app.asker.ask(pick.choice(QUESTIONS))
            elif chance < 0.06:
                path.write_text(chronology(pick.randrange(9), pick.choice([0, 1, 40, 70])))
                app.watcher.read()
            else:
                key = pick.choice([*pressed, "a", "z"])
                app.press(key, key if len(key) == 1 else None)
            if step % 25 == 0:
                as_if_fresh(driver, path, size)
        await driver.settle()

    drive(
        timeline.open(str(path)), walk, reopen=lambda: timeline.open(str(path)), files=[str(path)]
    )
