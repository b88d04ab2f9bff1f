from collections.abc import Callable

import pytest

from timeline import Timeline
from timeline.analysis.chains import Chain

OpenText = Callable[[str], Timeline]


def chronology(follows: dict[str, str]) -> str:
    """Return a chronology of these events, each with the ids that it follows, a day apart."""
    return "\n".join(
        f"- {{id: {name}, date: {2001 + day}, title: A, follows: [{ids}]}}"
        for day, (name, ids) in enumerate(follows.items())
    )


def told(timeline: Timeline, name: str, depth: int | None = None) -> list[str]:
    return [
        f"{step.level} {step.event.id}"
        + (f" of {step.origin.id}" if step.origin else "")
        + (f", {step.elsewhere}" if step.elsewhere else "")
        + (", cut" if step.cut else "")
        for step in Chain(timeline.index, timeline.event(name), depth)
    ]


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        pytest.param({"x": ""}, ["0 x"], id="nothing"),
        pytest.param(
            {"a": "", "b": "a", "x": "b", "y": "x", "z": "y"},
            ["-2 a of b", "-1 b of x", "0 x", "1 y of x", "2 z of y"],
            id="a line",
        ),
        pytest.param(
            {"a": "", "b": "", "c": "", "x": "c, a", "y": "x", "z": "x", "w": "b"},
            ["-1 a of x", "-1 c of x", "0 x", "1 y of x", "1 z of x"],
            id="several, in order of time, and nothing else",
        ),
        pytest.param(
            {"a": "", "b": "a", "c": "a", "x": "b, c"},
            ["-2 a of b", "-1 b of x", "-2 a of c, above", "-1 c of x", "0 x"],
            id="a shared cause is told once",
        ),
        pytest.param(
            {"a": "", "b": "a", "x": "a, b"},
            ["-1 a of x", "-2 a of b, above", "-1 b of x", "0 x"],
            id="a shared cause is told where it is nearest",
        ),
        pytest.param(
            {"x": "", "y": "x", "z": "x, y"},
            ["0 x", "1 y of x", "2 z of y, below", "1 z of x"],
            id="a shared result is told where it is nearest",
        ),
        pytest.param({"x": "x"}, ["-1 x of x, below", "0 x", "1 x of x, above"], id="itself"),
        pytest.param(
            {"x": "z", "y": "x", "z": "y"},
            [
                "-3 x of y, below",
                "-2 y of z",
                "-1 z of x",
                "0 x",
                "1 y of x, above",
            ],
            id="a circle",
        ),
        pytest.param(
            {"a": "c", "b": "a", "c": "b", "x": "c"},
            ["-4 c of a, below", "-3 a of b", "-2 b of c", "-1 c of x", "0 x"],
            id="a circle of causes",
        ),
        pytest.param({"x": "nowhere, gone", "y": "nowhere"}, ["0 x"], id="no such events"),
        pytest.param({"x": "y", "y": ""}, ["-1 y of x", "0 x"], id="a later cause"),
    ],
)
def test_a_chain_is_read_from_causes_to_results(
    open_text: OpenText, follows: dict[str, str], expected: list[str]
) -> None:
    assert told(open_text(chronology(follows)), "x") == expected


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        pytest.param(1, ["-1 b of x, cut", "0 x", "1 y of x, cut"], id="one step"),
        pytest.param(
            2, ["-2 a of b", "-1 b of x", "0 x", "1 y of x", "2 z of y"], id="all there is"
        ),
    ],
)
def test_a_chain_is_followed_so_far(open_text: OpenText, depth: int, expected: list[str]) -> None:
    opened = open_text(chronology({"a": "", "b": "a", "x": "b", "y": "x", "z": "y"}))
    assert told(opened, "x", depth) == expected


def test_what_is_near_on_one_way_is_followed_from_there(open_text: OpenText) -> None:
    opened = open_text(chronology({"a": "", "b": "a", "c": "b", "x": "b, c"}))
    assert told(opened, "x", 2) == [
        "-2 a of b",
        "-1 b of x",
        "-2 b of c, above",
        "-1 c of x",
        "0 x",
    ]


def test_a_chain_of_thousands_is_followed_to_its_ends(open_text: OpenText) -> None:
    size = 3000
    follows = {f"e{one}": f"e{one - 1}" if one else "" for one in range(size)}
    opened = open_text(chronology(follows))
    middle = [step.event.id for step in Chain(opened.index, opened.event("e1500"))]
    assert middle == list(follows)


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        pytest.param({"x": "", "y": ""}, False, id="alone"),
        pytest.param({"x": "gone"}, False, id="no such event"),
        pytest.param({"x": "y", "y": ""}, True, id="a cause"),
        pytest.param({"x": "", "y": "x"}, True, id="a result"),
    ],
)
def test_a_chain_is_true_where_it_has_a_step(
    open_text: OpenText, follows: dict[str, str], expected: bool
) -> None:
    opened = open_text(chronology(follows))
    assert bool(Chain(opened.index, opened.event("x"))) is expected
