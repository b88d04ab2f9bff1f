"""The longest silences as they look at several widths, in colour and without."""

import pytest

from tests.conftest import Expect, OpenText
from tests.views.looking import PIPE, ExpectLook, look, terminal
from timeline import Timeline
from timeline.analysis.gaps import longest_gaps
from timeline.views.gaps import Gaps

HARD = """
- {id: ides, date: "-0043-03-15", title: The Ides of March}
- {id: about, date: 1580~, title: "e\\u0301tat des lieux"}
- {date: 1605, title: 中华人民共和国和法兰西共和国建立, id: cjk}
- {date: 1914-07-28/1918-11-11, title: A war of years, id: war}
- {date: 2014-02-24/.., title: Something that goes on to this day and on and on, id: goes-on}
- {date: 2014-03-18T14:30, title: At half past two, id: time}
- {date: 2014-05, title: In May, id: may}
- {date: 2016-02-29, title: A leap day, id: leap}
- {date: ../1999, title: Ended, id: ended}
- {date: Y12000, title: Far off, id: far}
"""


def gaps(timeline: Timeline, limit: int) -> Gaps:
    return Gaps(timeline, list(longest_gaps(timeline.select(), limit)))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_longest_gaps(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    expect_look("gaps", gaps(shipped, 4), width, colour=True)


@pytest.mark.parametrize("width", [40, 60, 120, 200])
def test_hard_cases_keep_the_columns(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    expect_look("gaps-hard", gaps(open_text(HARD), 10), width)


def test_silences_in_a_pipe(open_text: OpenText, expect: Expect) -> None:
    expect("views/gaps-pipe.txt", look(gaps(open_text(HARD), 10), PIPE))


def test_one_silence(open_text: OpenText, expect: Expect) -> None:
    two = open_text("- {date: 2014-03-18, title: A}\n- {date: 2014-03-20, title: B}")
    expect("views/gaps-one.txt", look(gaps(two, 10), terminal(80, colour=False)))
