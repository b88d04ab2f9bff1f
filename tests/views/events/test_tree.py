"""The tree of a chain as it looks at several widths, in colour and without."""

import pytest

from tests.conftest import Expect, OpenText
from tests.views.looking import PIPE, ExpectLook, look, terminal
from timeline import Timeline
from timeline.analysis.chains import Chain
from timeline.views.events.tree import Tree

HARD = """
- {id: ides, date: "-0043-03-15", title: The Ides of March}
- {id: decade, date: 153X, title: Some time in the decade, follows: ides}
- {id: about, date: 1580~, title: "e\\u0301tat des lieux", follows: [ides, decade, nowhere]}
- {id: end, date: ../1600, title: Ended, follows: ides}
- {id: cjk, date: 1605-03, title: 中华人民共和国和法兰西共和国建立, follows: [end, about, circle]}
- {id: morning, date: 1606-05-01T10:00, title: In the morning, follows: cjk}
- {id: noon, date: 1606-05-01T12:30, title: At noon, follows: [morning, cjk]}
- {id: evening, date: 1606-05-01, title: Some time that day, follows: noon}
- {id: leap, date: 1608-02-29, title: A leap day on which a circle begins to close, follows: cjk}
- {id: circle, date: 1609, title: The circle is closed, follows: [leap]}
"""

LINE = "\n".join(
    f"- {{id: e{one}, date: {2001 + one}, title: Step {one}, follows: e{one - 1}}}"
    for one in range(24)
)


def tree(timeline: Timeline, name: str, depth: int | None = None) -> Tree:
    return Tree(timeline, Chain(timeline.index, timeline.event(name), depth))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_chain(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    expect_look("chain", tree(shipped, "new-start-suspension"), width, colour=True)


@pytest.mark.parametrize("width", [40, 60, 120, 200])
def test_hard_cases_keep_the_columns(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    expect_look("chain-hard", tree(open_text(HARD), "cjk"), width)


@pytest.mark.parametrize("width", [60, 120])
def test_a_long_line_stays_within_half_of_the_width(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    expect_look("chain-line", tree(open_text(LINE), "e12"), width)


def test_a_chain_in_a_pipe(open_text: OpenText, expect: Expect) -> None:
    expect("views/chain-pipe.txt", look(tree(open_text(HARD), "cjk"), PIPE))


def test_a_chain_is_cut_at_its_depth(shipped: Timeline, expect: Expect) -> None:
    view = tree(shipped, "new-start-suspension", 1)
    expect("views/chain-depth-1.txt", look(view, terminal(80, colour=False)))


def test_an_event_alone(open_text: OpenText, expect: Expect) -> None:
    alone = open_text("- {date: 2014-03-18, title: Alone}")
    expect("views/chain-alone.txt", look(tree(alone, "alone"), terminal(80, colour=False)))
