"""The parts of an event that a format has no place for, in a form that `timeline` reads again."""

from typing import Any

from timeline.model import Event


def carried(event: Event, *parts: str) -> dict[str, Any]:
    """Return these parts of an event, without those that are empty, for msgspec's encoder."""
    return {part: value for part in parts if (value := getattr(event, part))}
