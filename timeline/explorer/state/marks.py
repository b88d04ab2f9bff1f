"""Marks: the letters that events are marked with."""

from timeline.explorer.state.state import State


def with_letter(state: State, letter: str) -> tuple[State, str | None]:
    """Return the state after the letter that it awaits, and the id of the event to go to, if any.

    The letter marks the chosen event, or is the mark of the event to go to.
    """
    after = state.having(awaits="", message="")
    if len(letter) != 1 or not letter.isalnum():
        return after, None
    if state.awaits == "mark":
        return _marked(after, letter), None
    identifier = dict(state.marks).get(letter)
    if identifier is None:
        return after.having(message=f"no event is marked as {letter}"), None
    return after, identifier


def _marked(state: State, letter: str) -> State:
    event = state.event
    if event is None:
        return state
    others = tuple(one for one in state.marks if one[0] != letter)
    return state.having(marks=(*others, (letter, event.id)), message=f"marked as {letter}")
