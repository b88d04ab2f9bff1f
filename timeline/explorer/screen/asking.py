"""Asking questions in a thread, so that the screen never waits for an answer."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from timeline.chronology import Timeline
from timeline.errors import QuestionError
from timeline.explorer.state import Found


class Thread(NamedTuple):
    """How to start work in a thread, and how to call a function of the screen from there."""

    start: Callable[[Callable[[], None]], object]
    call: Callable[[Callable[[], None]], object]


class Asker:
    """Asks questions one after the other; each interrupts the one before it.

    `answered` gets what a question found, and the id of the event to choose; `refused` gets what is
    wrong with a question.
    """

    def __init__(
        self,
        timeline: Timeline,
        today: date,
        thread: Thread,
        answered: Callable[[Found, str | None], None],
        refused: Callable[[QuestionError], None],
    ) -> None:
        self._today = today
        self._thread = thread
        self._answered = answered
        self._refused = refused
        self._number = 0
        self.read_from(timeline)

    def read_from(self, timeline: Timeline) -> None:
        """Ask a chronology from now on."""
        self._timeline = timeline
        self._own = timeline.over_another_connection()

    def ask(self, question: str, at: str | None = None) -> None:
        """Ask a question; `at` is the id of the event to choose in what it finds."""
        self._number += 1
        if self._own.index is not self._timeline.index:
            self._own.index.interrupt()
        self._thread.start(
            partial(self._answer, self._number, question, at, self._timeline, self._own)
        )

    def _answer(
        self, number: int, question: str, at: str | None, timeline: Timeline, own: Timeline
    ) -> None:
        if number != self._number:
            return
        try:
            found = Found.by(own, question, self._today).through(timeline)
        except QuestionError as error:
            self._call(number, partial(self._refused, error))
        except sqlite3.OperationalError:
            # Interrupted by the next question.
            if number == self._number:
                raise
        else:
            self._call(number, partial(self._answered, found, at))

    def _call(self, number: int, done: Callable[[], None]) -> None:
        self._thread.call(lambda: done() if number == self._number else None)
