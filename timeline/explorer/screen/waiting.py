"""Waiting for what is computed in the thread: what keys do meanwhile is done then, in order."""

from collections.abc import Callable

_Prepare = Callable[[Callable[[], None]], None]


class Waiting:
    """Whether the screen waits, and what is to be done afterwards."""

    def __init__(self) -> None:
        self._is_on = False
        self._instead: Callable[[], object] | None = None
        self._held: list[Callable[[], object]] = []

    def __bool__(self) -> bool:
        return self._is_on

    def start(
        self,
        prepare: _Prepare,
        then: Callable[[], None],
        instead: Callable[[], object] | None = None,
    ) -> None:
        """Let something be prepared, do something then, and do what was held.

        `instead` is done if something else is answered before.
        """

        def go_on() -> None:
            self._is_on, self._instead = False, None
            then()
            self.release()

        self._is_on, self._instead = True, instead
        prepare(go_on)

    def hold(self, action: Callable[[], object]) -> None:
        """Keep something to do for later."""
        self._held.append(action)

    def stop(self, *, forget: bool = False) -> None:
        """Wait no more: something else was answered. With `forget`, drop what was held."""
        if self._instead is not None:
            self._held.insert(0, self._instead)
        self._is_on, self._instead = False, None
        if forget:
            self._held = []

    def release(self) -> None:
        """Do what was held, until there is something else to wait for."""
        while self._held and not self._is_on:
            self._held.pop(0)()
