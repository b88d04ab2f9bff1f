"""Waiting for what is computed in the thread: the keys pressed meanwhile are pressed then."""

from collections.abc import Callable

_Prepare = Callable[[Callable[[], None]], None]


class Waiting:
    """Whether the screen waits, and the keys that it holds; `press` presses one of them."""

    def __init__(self, press: Callable[[str, str | None], object]) -> None:
        self._press = press
        self._is_on = False
        self._held: list[tuple[str, str | None]] = []

    def __bool__(self) -> bool:
        return self._is_on

    def start(self, prepare: _Prepare, then: Callable[[], None]) -> None:
        """Let something be prepared, do something then, and press the keys that were held."""

        def go_on() -> None:
            self._is_on = False
            then()
            self.release()

        self._is_on = True
        prepare(go_on)

    def hold(self, key: str, character: str | None) -> None:
        """Keep a key for later."""
        self._held.append((key, character))

    def stop(self, *, forget: bool = False) -> None:
        """Wait no more: something else was answered. With `forget`, drop the keys."""
        self._is_on = False
        if forget:
            self._held = []

    def release(self) -> None:
        """Press the keys that were held, unless there is something else to wait for."""
        if not self._is_on:
            held, self._held = self._held, []
            for key, character in held:
                self._press(key, character)
