"""Who acted for whom, as it looks at several widths, in colour and without."""

import pytest

from tests.conftest import OpenText
from tests.views.looking import ExpectLook
from timeline import Timeline
from timeline.analysis import who_acted
from timeline.dates import EventDate
from timeline.views.registers.acting import ActingTree

HARD = """
actors:
  un: {name: 联合国, kind: organisation}
  zhou:
    name: 周恩来
    kind: person
    role:
      - {title: 中华人民共和国总理, since: 1949-10, until: 1976-01-08}
      - {title: 外交部长, until: 1958}
    member_of: [{id: un, since: "1945?"}, {id: un, since: 1971-10-25}]
  club: {name: A club with a name that is longer than one line of a narrow terminal has room for}
  ann: {name: Ann, kind: person, member_of: [club, {id: zhou, since: 1958, until: 1958}]}
  ring: {name: One, member_of: {id: gnir, since: 1950, until: 1960}}
  gnir: {name: Other, member_of: [ring, club]}
events: []
"""

YEAR = """
actors:
  committee: {name: Committee of Public Safety, kind: organisation}
  a: {name: All of the time, member_of: {id: committee, since: 1792, until: 1794}}
  b: {name: From April, member_of: {id: committee, since: 1793-04-06}}
  c: {name: Twice, member_of: [{id: committee, until: 1793-02}, {id: committee, since: 1793-04}]}
  d: {name: From some day, member_of: {id: committee, since: 1793}}
  e: {name: Until July, member_of: {id: committee, since: 1793, until: 1793-07-10}}
  f: {name: To some day, member_of: {id: committee, until: 1793}}
  g: {name: Always, member_of: committee}
events: []
"""

LINE = "actors:\n" + "".join(
    f"  a{one}: {{name: Step {one}, member_of: {{id: a{one - 1}, since: 2000}}}}\n"
    for one in range(1, 25)
) + "  a0: {name: Step 0}\nevents: []\n"  # fmt: skip


def tree(chronology: Timeline, date: str, *tops: str) -> ActingTree:
    days = EventDate.parse(date).span
    return ActingTree(chronology, list(who_acted(chronology.index, days, tops)), days)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_who_acted_on_a_day(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    view = tree(shipped, "2023-01-30", "us-state-department")
    expect_look("acting", view, width, colour=True)


@pytest.mark.parametrize("width", [40, 80])
def test_who_acted_in_a_year(open_text: OpenText, expect_look: ExpectLook, width: int) -> None:
    expect_look("acting-year", tree(open_text(YEAR), "1793"), width)


@pytest.mark.parametrize("width", [40, 80])
def test_hard_cases_keep_the_columns(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    expect_look("acting-hard", tree(open_text(HARD), "1958"), width)


def test_a_long_line_stays_within_half_of_the_width(
    open_text: OpenText, expect_look: ExpectLook
) -> None:
    expect_look("acting-line", tree(open_text(LINE), "2014"), 60)
