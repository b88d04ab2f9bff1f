"""The full screen without a terminal: keys pressed, and what the screen shows then."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from textual.events import MouseScrollDown

from tests.conftest import TODAY
from timeline import Timeline
from timeline.explorer.screen.app import Explorer
from timeline.explorer.screen.start import perform
from timeline.explorer.state import State

WIDE = (140, 40)


class Driver:
    """A screen that runs, and the keys that it gets."""

    def __init__(self, app: Explorer, pilot: Any) -> None:
        self.app = app
        self._pilot = pilot
        self.shown: list[str] = []

    async def press(self, *keys: str) -> None:
        """Press keys, each after the answer to the one before it."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until every answer stands."""
        await self._pilot.pause()
        if self.app.line.is_waiting:
            await self._pilot.pause(0.25)
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the screen another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, widget: str, column: int, line: int) -> None:
        """Click in a widget."""
        await self._pilot.click(widget, offset=(column, line))
        await self.settle()

    async def click_on(self, text: str, *, button: int = 1) -> None:
        """Click on the rightmost place of the screen that shows a text."""
        columns = [one.rfind(text) for one in self.lines()]
        assert max(columns) >= 0
        line, column = columns.index(max(columns)), max(columns) + 1
        await self._pilot.click(offset=(column, line), button=button)
        await self.settle()

    async def scroll_down(self, column: int, line: int) -> None:
        """Turn the wheel down by one step."""
        await self._pilot._post_mouse_events([MouseScrollDown], offset=(column, line))
        await self.settle()

    @property
    def state(self) -> State:
        """The state."""
        return self.app.state

    def lines(self) -> list[str]:
        """Return the lines of the screen."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def text(self) -> str:
        """Return the screen as text."""
        return "\n".join(self.lines()).rstrip() + "\n"


def drive(
    timeline: Timeline,
    walk: Callable[[Driver], Awaitable[None]],
    *,
    question: str = "",
    size: tuple[int, int] = WIDE,
    ascii_only: bool = False,
    reopen: Callable[[], Timeline] | None = None,
    files: Sequence[str] = (),
    history: Path | None = None,
    today: Callable[[], date] = lambda: TODAY,
) -> None:
    """Run a screen, and what `walk` does with it."""

    async def run() -> None:
        app = Explorer(
            timeline,
            question,
            today,
            perform=perform,
            reopen=reopen or (lambda: timeline),
            files=files,
            history=lambda: history,
            ascii_only=ascii_only,
        )
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            await walk(driver)

    asyncio.run(run())


def after(timeline: Timeline, keys: Sequence[str], **options: Any) -> Driver:
    """Return what drove a screen: it has the state after some keys, and `shown` has the lines."""
    found: list[Driver] = []

    async def walk(driver: Driver) -> None:
        await driver.press(*keys)
        driver.shown = driver.lines()
        found.append(driver)

    drive(timeline, walk, **options)
    return found[0]
