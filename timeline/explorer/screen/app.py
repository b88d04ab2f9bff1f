"""The application: it holds the state, gives keys to it, and draws it."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from timeline.chronology import Timeline
from timeline.errors import DamagedIndexError, QuestionError
from timeline.explorer.panes import Canvas, Target
from timeline.explorer.screen.asking import Asker, Thread
from timeline.explorer.screen.frame import Frame
from timeline.explorer.screen.garbage import collect_from_now_on
from timeline.explorer.screen.main import Does, Main
from timeline.explorer.screen.mouse import clicked, scrolled
from timeline.explorer.screen.question import Asking, History, QuestionLine, candidates_for
from timeline.explorer.screen.waiting import Waiting
from timeline.explorer.screen.watching import EVERY, Watcher
from timeline.explorer.screen.widgets import Lines
from timeline.explorer.state import (
    Found,
    Key,
    Size,
    State,
    at_added,
    event_added,
    following,
    key_for,
    remembered,
    with_letter,
)
from timeline.model import Facet
from timeline.text import visible
from timeline.views import EVENT

if TYPE_CHECKING:
    from timeline.explorer.screen.front import Front


class Explorer(App[None], inherit_bindings=False):
    """The full screen of a chronology.

    `files` are the files and folders it is read from, and `reopen` reads them again. `today`
    returns the present day. `perform` does an action of the table of keys, by its name. `history`
    returns the file of the questions that were asked before, None if they are not kept.
    """

    ENABLE_COMMAND_PALETTE = False
    TITLE = "timeline"
    CSS_PATH: ClassVar[str] = "explorer.tcss"

    def __init__(
        self,
        timeline: Timeline,
        question: str,
        today: Callable[[], date],
        *,
        perform: Callable[["Explorer", str], None],
        reopen: Callable[[], Timeline],
        files: Sequence[str] = (),
        history: Callable[[], Path | None] = lambda: None,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.frame = Frame(Canvas(ascii_only=ascii_only))
        self.today = today
        self._perform = perform
        self._history = History(history)
        self._waiting = Waiting()
        # The chronology before an event was added, and the id of the event once it is known.
        self.before_adding: Timeline | None = None
        self._added: str | None = None
        self.files = files
        self.thread = thread = Thread(partial(self.run_worker, thread=True), self.call_from_thread)
        self.asker = Asker(
            timeline, question, today, thread, self.answered, self.refused, self.failed
        )
        self.watcher = Watcher(timeline, reopen, thread, self.was_read)
        self.state = State(Found.by(timeline, question, today(), self.asker.own))

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        does = Does(self._pressed, self._clicked, self._scrolled, self.draw)
        self._main = Main(self._question_line, does)
        return self._main

    def _question_line(self) -> QuestionLine:
        asking = Asking(
            lambda word: candidates_for(self.state.found.timeline.index, word),
            self.asker.ask,
            lambda: self.asker.question,
            lambda: self.state.question,
            self.draw,
        )
        return QuestionLine(self.state.question, asking, self._history)

    def on_mount(self) -> None:
        """Start to watch the files, and leave the terminal as it was if the process is ended."""
        self.set_interval(EVERY, self._look)
        self.call_after_refresh(collect_from_now_on)
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def on_unmount(self) -> None:
        """End what is still being asked."""
        self.asker.stop()

    def _look(self) -> None:
        """Look whether the files have changed, and whether another day has begun."""
        self.watcher.look()
        if self.state.found.today != self.today():
            self.asker.ask(self.asker.question)

    @property
    def line(self) -> QuestionLine:
        """The line of the question."""
        return self._main.line

    @property
    def is_busy(self) -> bool:
        """Whether a question is typed, or another screen is in front."""
        return self.line.is_active or self.screen is not self._main

    def _pressed(self, event: events.Key) -> None:
        """Do what a key does, or give it to the screen that has come in front meanwhile."""
        if self.screen is not self._main:
            cast("Front", self.screen).on_key(event)
        elif self.press(event.key, event.character):
            event.stop()

    def _clicked(self, event: Lines.Pressed) -> None:
        if self._waiting:
            return
        state, then = clicked(self.state, self.frame, self.cells, event)
        self.show(state)
        if isinstance(then, Target):
            self.follow(then)
        elif then:
            self.do(then)

    def _scrolled(self, event: Lines.Scrolled) -> None:
        if not self._waiting:
            self.show(scrolled(self.state, self.cells, event))

    @property
    def cells(self) -> Size:
        """The size of the screen."""
        width, height = self.size
        return Size(width, height)

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key does; return whether it does anything."""
        pressed = character if character and character.isprintable() and key != "space" else key
        if self.line.is_active:
            return self.line.press(key, character)
        if self._waiting and key != "ctrl+c":
            self._waiting.hold(partial(self.press, key, character))
            return True
        if self.state.awaits:
            self.state, identifier = with_letter(self.state, pressed)
            self.show(self.state) if identifier is None else self.go_to(identifier)
            return True
        found = key_for(pressed, self.state.panel)
        if found is None:
            return False
        self.run_key(found)
        return True

    def run_key(self, key: Key) -> None:
        """Do what a key of the table does."""
        if key.needs is not None and not self.state.found.has(key.needs):
            prepare = partial(self.asker.prepare, self.state.found, key.needs)
            again = partial(self.run_key, key)
            self._waiting.start(prepare, again, again)
            return
        self.state = self.state.having(message="")
        if isinstance(key.does, str):
            self.do(key.does)
        else:
            moved = key.does(self.state)
            if abs(moved.chosen - self.state.chosen) > self.state.page:
                # One may want to go back from far away.
                moved = moved.having(trail=remembered(self.state).trail)
            self.show(moved, partial(self.run_key, key))

    def do(self, action: str) -> None:
        """Do an action of the table of keys."""
        self._perform(self, action)

    def show(self, state: State, instead: Callable[[], None] | None = None) -> None:
        """Make a state the current one, and draw it, once all that it shows is computed.

        `instead` is done if another question is answered before.
        """
        if (lacking := state.lacks) is not None:
            prepare = partial(self.asker.prepare, state.found, lacking)
            self._waiting.start(prepare, partial(self.show, state), instead)
            return
        has_moved = state.chosen != self.state.chosen
        self.state = (following(state) if has_moved else state).at_value()
        self.draw()

    def tell(self, message: str) -> None:
        """Show a message until the next key."""
        self.show(self.state.having(message=message))

    def go_to(self, identifier: str) -> None:
        """Go to an event, remembering this one; if the question excludes it, ask for all events."""
        state = remembered(self.state)
        if not state.found.events.exists(identifier):
            self.tell("this event is no longer in the chronology")
            return
        rank = state.found.events.rank_of(identifier)
        if rank is not None:
            self.show(state.at(rank))
            return
        self.show(state)
        self.asker.ask("", at=identifier)

    def follow(self, target: Target) -> None:
        """Go to the event that a text on the card leads to, or narrow the question to the name."""
        if target.kind == EVENT:
            self.go_to(target.id)
        else:
            self.state = remembered(self.state)
            self.asker.ask(self.state.found.narrowed(Facet(target.kind), target.id))

    def answered(self, found: Found, at: str | None) -> None:
        """Show what a question found; `at` is the id of the event to choose."""
        self._waiting.stop()
        state = self.state.answered(found)
        if at is not None:
            is_added = at == self._added
            state = at_added(state, at) if is_added else state.at(found.events.rank_near(at))
            self._added = None
        self.line.answered(found.query.text)
        self.show(state)
        self._waiting.release()

    def refused(self, error: QuestionError) -> None:
        """Show what is wrong with a question."""
        self._waiting.stop()
        self.line.refused(error)
        self.draw()
        self._waiting.release()

    def failed(self, error: Exception) -> None:
        """Show an error of the thread; read the files again if the cached index was damaged."""
        self._waiting.stop(forget=True)
        self.tell(visible(str(error)) or type(error).__name__)
        if isinstance(error, DamagedIndexError):
            self.watcher.read()

    def was_read(self, timeline: Timeline | None) -> None:
        """Ask again after the files were read, or show the problem with them."""
        if timeline is None:
            self.draw()
            return
        try:
            self.asker.read_from(timeline)
        except DamagedIndexError:
            # Another process has replaced the index since then.
            self.watcher.read()
            return
        before, added = self.before_adding, None
        if before is not None and (added := event_added(before, timeline)):
            self.before_adding, self._added = None, added
        self.asker.ask(self.asker.question, at=added)

    def draw(self) -> None:
        """Draw the state."""
        frame = self._main.frame
        if frame.is_mounted:
            below = self.line.below(self.size.width, self.frame.canvas)
            problem, typing = self.watcher.problem, self.line.is_active
            self.state, strips = self.frame.draw(
                self.cells, self.state, below, problem, typing=typing
            )
            frame.show(strips)

    def _fatal_error(self) -> None:
        # The program reports errors; Textual would print a traceback.
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """The error that ended the application, if any."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error  # type: ignore[return-value]
