"""Whose events those are that name one who acts for others."""

from collections.abc import Callable

import pytest

from timeline import Timeline
from timeline.analysis.links import Links

CASES = {
    "nobody acts for another": {"a": [], "b": [], "c": []},
    "a chain": {"a": ["b"], "b": ["c"], "c": ["d"], "d": []},
    "one acts for two": {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []},
    "two act for each other": {"a": ["b"], "b": ["a"], "c": ["a"]},
    "a ring": {"a": ["b"], "b": ["c"], "c": ["d"], "d": ["a"], "e": ["c"]},
    "two rings in a row": {"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["e"], "e": ["c"]},
    "one acts for itself": {"a": ["a"], "b": ["a"]},
}


@pytest.mark.parametrize("only", [None, ["a", "c"]], ids=["all", "some"])
@pytest.mark.parametrize("question", ["", "2000..2002"])
@pytest.mark.parametrize("member_of", CASES.values(), ids=list(CASES))
def test_the_events_of_each_are_those_the_question_finds(
    open_text: Callable[[str], Timeline],
    member_of: dict[str, list[str]],
    question: str,
    only: list[str] | None,
) -> None:
    lines = ["actors:\n"]
    for name, others in member_of.items():
        lines.append(f"  {name}: {{name: {name}, member_of: [{', '.join(others)}]}}\n")
    lines.append("events:\n")
    for number, name in enumerate(member_of):
        lines.append(f"- {{date: {2000 + number}, title: X, actors: [{name}]}}\n")
        lines.append(f"- {{date: {2000 + number}, title: Y, actors: [{name}, a]}}\n")
    chronology = open_text("".join(lines))
    found = Links(chronology.index, "actor", chronology.select(question).asked).events(only)
    counts = {name: events.bit_count() for name, events in found}
    asked = {
        name: len(chronology.select(f"actor:{name} {question}"))
        for name in member_of
        if only is None or name in only
    }
    assert counts == {name: count for name, count in asked.items() if count}
