"""A day of the year as it looks at several widths, in colour and without."""

import pytest

from tests.conftest import TODAY, Expect, OpenText
from tests.views.looking import PIPE, ExpectLook, look
from timeline import Timeline
from timeline.analysis.on_this_day import DayOfYear, anniversaries
from timeline.views.events.anniversaries import OnThisDay

HARD = """
- {date: "-0044-02-29", title: A leap day before our era}
- {date: 1580-02-29~, title: Not known to the day}
- {date: 1604-02-29?, title: "e\\u0301tat des lieux", actors: [周恩来, François], tags: war}
- {date: 2012-02-29/2016-02-29, title: 中华人民共和国和法兰西共和国建立}
- {date: 2020-02-29/.., title: Something that goes on to this day and on and on and on}
- {date: 2023-02-28, title: The day before}
- {date: 2024-02, title: Of the month}
- {date: 2024-02-29T14:30, title: At half past two}
- {date: 2028-02-29, title: To come}
"""


def on(timeline: Timeline, month: int, day: int) -> OnThisDay:
    asked = DayOfYear(month, day)
    return OnThisDay(timeline, asked, anniversaries(timeline.select(), asked), TODAY)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_day_of_the_year(shipped: Timeline, expect_look: ExpectLook, width: int) -> None:
    expect_look("on", on(shipped, 8, 1), width, colour=True)


@pytest.mark.parametrize("width", [40, 60, 120, 200])
def test_hard_cases_keep_the_columns(
    open_text: OpenText, expect_look: ExpectLook, width: int
) -> None:
    expect_look("on-hard", on(open_text(HARD), 2, 29), width)


def test_a_day_of_the_year_in_a_pipe(open_text: OpenText, expect: Expect) -> None:
    expect("views/on-pipe.txt", look(on(open_text(HARD), 2, 29), PIPE))


def test_today_years_ago(open_text: OpenText, expect: Expect) -> None:
    days = open_text("- {date: 2016-11-23, title: A}\n- {date: 2026-11-23, title: B}")
    expect("views/on-today.txt", look(on(days, 11, 23), PIPE))
