"""Asking questions in a thread, so that the screen never waits for an answer."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from threading import Lock
from typing import NamedTuple

from timeline.chronology import Timeline
from timeline.errors import QuestionError, TimelineError
from timeline.explorer.state import Found, Part


class Thread(NamedTuple):
    """How to start work in a thread, and how to call a function of the screen from there."""

    start: Callable[[Callable[[], None]], object]
    call: Callable[[Callable[[], None]], object]


class _Asked(NamedTuple):
    """A question, the id of the event to choose in what it finds, and the chronology to ask.

    `own` is the chronology over the connection of the thread.
    """

    question: str
    at: str | None
    timeline: Timeline
    own: Timeline


class _Needed(NamedTuple):
    """A part of what was found that is needed, and what to do when it is there."""

    found: Found
    part: Part
    then: Callable[[], None]


class Asker:
    """Asks questions one at a time; a new one ends the one before it.

    `answered` gets what a question found, and the id of the event to choose; `refused` gets what is
    wrong with a question; `failed` gets an error that has nothing to do with the question.
    """

    def __init__(
        self,
        timeline: Timeline,
        question: str,
        today: Callable[[], date],
        thread: Thread,
        answered: Callable[[Found, str | None], None],
        refused: Callable[[QuestionError], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.question = question
        self._today = today
        self._thread = thread
        self._answered = answered
        self._refused = refused
        self._failed = failed
        self._lock = Lock()
        self._wanted: _Asked | None = None
        self._needed: _Needed | None = None
        self._is_working = False
        self._is_stopped = False
        self.read_from(timeline)

    def read_from(self, timeline: Timeline) -> None:
        """Ask a chronology from now on; `own` is the same over the connection of the thread."""
        self._timeline = timeline
        self.own = timeline.over_another_connection()

    def ask(self, question: str, at: str | None = None) -> None:
        """Ask a question; `at` is the id of the event to choose in what it finds."""
        self.question = question
        with self._lock:
            self._wanted = _Asked(question, at, self._timeline, self.own)
            # An answer comes instead.
            self._needed = None
        self._start()

    def prepare(self, found: Found, part: Part, then: Callable[[], None]) -> None:
        """Compute a part of what was found, and then do something.

        If a question is asked meanwhile, its answer comes instead.
        """
        with self._lock:
            if self._wanted is None:
                self._needed = _Needed(found, part, then)
        self._start()

    def _start(self) -> None:
        with self._lock:
            if self._is_working:
                return
            self._is_working = True
        self._thread.start(self._work)

    def stop(self) -> None:
        """End the question that is being answered."""
        self._is_stopped = True

    def _work(self) -> None:
        """Answer questions, and compute what is needed, until there is nothing to do."""
        while True:
            with self._lock:
                asked, self._wanted = self._wanted, None
                needed, self._needed = self._needed, None
                if (asked is None and needed is None) or self._is_stopped:
                    self._is_working = False
                    return
            if asked is not None:
                self._answer(asked)
            elif needed is not None:
                self._compute(needed)

    def _compute(self, needed: _Needed) -> None:
        found, done = needed.found, needed.then
        try:
            with found.beside.index.interruptible(self._is_overtaken):
                found.compute(needed.part)
        except (TimelineError, sqlite3.Error) as error:
            done = partial(self._failed, error)
        self._call(done)

    def _call(self, done: Callable[[], None]) -> None:
        if not self._is_overtaken():
            self._thread.call(lambda: None if self._is_overtaken() else done())

    def _is_overtaken(self) -> bool:
        return self._is_stopped or self._wanted is not None

    def _answer(self, asked: _Asked) -> None:
        done: Callable[[], None]
        try:
            with asked.own.index.interruptible(self._is_overtaken):
                found = Found.by(asked.own, asked.question, self._today())
                found = found.through(asked.timeline)
            done = partial(self._answered, found, asked.at)
        except QuestionError as error:
            done = partial(self._refused, error)
        except (TimelineError, sqlite3.Error) as error:
            done = partial(self._failed, error)
        self._call(done)
