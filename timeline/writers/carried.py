"""The parts of an event that a format has no place for, in a form that `timeline` reads again."""

from typing import Any

import msgspec

from timeline.model import Event


def carried(event: Event, *parts: str) -> dict[str, Any]:
    """Return these parts of an event as values of JSON, without those that are empty."""
    return {part: msgspec.to_builtins(value) for part in parts if (value := getattr(event, part))}
