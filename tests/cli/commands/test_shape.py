"""The commands that look at silences, chains and days of the year: what goes where."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

Expect = Callable[[str, str], None]

SMALL = """
- {id: first, date: 2001-05-02, title: First, tags: talks}
- {id: second, date: 2002-05-02, title: Second, follows: first}
- {id: third, date: 2002-05-03, title: Third, actors: un}
- {id: fourth, date: 2004-02-29/2004-05-02, title: Fourth, follows: [second, nowhere]}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "events.yaml").write_text(SMALL)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        pytest.param(
            ["gaps", "--limit", "1"],
            "1 year 9 months  3 May 2002 to 29 February 2004\n"
            "  3 May 2002  Third (third)\n"
            "  29 February to 2 May 2004  Fourth (fourth)\n",
            id="gaps",
        ),
        pytest.param(
            ["gaps", "2001..2002"],
            "1 year  2 May 2001 to 2 May 2002\n"
            "  2 May 2001  First (first)\n"
            "  2 May 2002  Second (second)\n",
            id="gaps in a period",
        ),
        pytest.param(
            ["chain", "sec"],
            "-1  -1 y  2 May 2001  First (first)\n"
            "0  2 May 2002  Second (second)\n"
            "+1  +1 y 9 mo  29 February to 2 May 2004  Fourth (fourth)\n",
            id="chain",
        ),
        pytest.param(
            ["on", "may", "2", "-tag:talks", "--until", "2003"],
            "2 May\n  2002  Second (AGO)\n",
            id="on a day of two words, and words of a question",
        ),
        pytest.param(
            ["on", "29-feb"], "29 February\n  2004  Fourth (began AGO)\n", id="on a leap day"
        ),
        pytest.param(
            ["on", "2014-05-02", "--id", "fourth"],
            "2 May\n  2004  Fourth (ended AGO)\n",
            id="on the day of a date",
        ),
    ],
)
def test_a_small_chronology(run: Run, small: Path, arguments: list[str], out: str) -> None:
    ran = run(*arguments, cwd=small)
    assert ran.code == 0
    assert re.sub(r"(\d+ [a-z]+ )+ago", "AGO", ran.out) == out


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        pytest.param(["gaps", "first"], "no gap between these events is certain\n", id="gaps"),
        pytest.param(
            ["gaps", "nothing"], "no events match nothing (4 searched)\n", id="gaps of nothing"
        ),
        pytest.param(
            ["list", "2014", "2016"],
            "no events match 2014 2016 (4 searched)\n"
            "with a space, 2014 2016 finds only events in all of these periods\n"
            "with a comma, 2014,2016 finds events in any of them\n",
            id="two years",
        ),
        pytest.param(
            ["list", "2014", "--year", "march 2016", "--since", "2013"],
            'no events match 2014 year:"march 2016" since:2013 (4 searched)\n'
            'with a space, 2014 year:"march 2016" finds only events in all of these periods\n'
            'with a comma, year:2014,"march 2016" finds events in any of them\n',
            id="two periods",
        ),
        pytest.param(
            ["list", "44", "BC"],
            "no events match 44 BC (4 searched)\n"
            "44 BC was searched as text; for the date, write -0043\n",
            id="a year in two words",
        ),
        pytest.param(
            ["list", "July", "1789"],
            "no events match July 1789 (4 searched)\n"
            "July 1789 was searched as text; for the date, write 1789-07\n",
            id="a month in two words",
        ),
        pytest.param(
            ["list", "July 1789"],
            'no events match "July 1789" (4 searched)\n'
            "July 1789 was searched as text; for the date, write 1789-07\n",
            id="a month in one argument",
        ),
        pytest.param(
            ["list", "--since", "2025", "--until", "2024"],
            "no events match since:2025 until:2024 (4 searched)\n"
            "the period is empty: it begins on 2025-01-01 and ends on 2024-12-31\n",
            id="an empty period",
        ),
        pytest.param(
            ["list", "war", "or", "peace"],
            "no events match (war or peace) (4 searched)\n",
            id="or between words",
        ),
        pytest.param(
            ["list", "2022 or 2023"],
            "no events match (2022 or 2023) (4 searched)\n",
            id="periods in one argument",
        ),
        pytest.param(
            ["list", "[tag:talks]"],
            "no events match [tag:talks] (4 searched)\n"
            "[tag:talks] was searched as text; round brackets group terms: (tag:talks)\n",
            id="square brackets",
        ),
        pytest.param(
            ["list", "trade or commerce"],
            'no events match "trade or commerce" (4 searched)\n'
            '"trade or commerce" was searched as text; to find either, '
            "write '(trade or commerce)'\n",
            id="words in one argument",
        ),
        pytest.param(
            ["list", "treaty 2022"],
            'no events match "treaty 2022" (4 searched)\n'
            '"treaty 2022" was searched as a phrase; for several terms, leave out the quotes: '
            "treaty 2022\n",
            id="a question in one argument",
        ),
        pytest.param(
            ["list", "treaty -peace"],
            'no events match "treaty -peace" (4 searched)\n'
            '"treaty -peace" was searched as a phrase; for several terms, leave out the '
            "quotes: treaty -peace\n",
            id="a minus in one argument",
        ),
        pytest.param(
            ["list", "no such phrase"],
            'no events match "no such phrase" (4 searched)\n',
            id="a phrase",
        ),
        pytest.param(["on", "05-04"], "no events on 4 May (4 searched)\n", id="on"),
        pytest.param(
            ["on", "05-04", "third"], "no events on 4 May (1 searched)\n", id="on, of one"
        ),
        pytest.param(
            ["on", "05-02", "nothing"],
            "no events match nothing (4 searched)\n",
            id="on a day of nothing",
        ),
    ],
)
def test_nothing_found_is_no_error(run: Run, small: Path, arguments: list[str], err: str) -> None:
    ran = run(*arguments, cwd=small)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.removeprefix("events.yaml: 1 warning, see timeline check\n") == err


@pytest.mark.parametrize(
    ("words", "err"),
    [
        pytest.param(
            ["may", "2004"],
            "may 2004 was searched as text; for the date, write 2004-05\n",
            id="month",
        ),
        pytest.param(
            ["date", "in", "2004"],
            "in 2004 was searched as text; for the date, write 2004\n",
            id="year after a word",
        ),
        pytest.param(["date", "2004"], "", id="period"),
        pytest.param(["last", "2004"], "", id="no date"),
    ],
)
def test_a_date_searched_as_text_is_pointed_out_even_if_found(
    run: Run, tmp_path: Path, words: list[str], err: str
) -> None:
    (tmp_path / "events.yaml").write_text("- {date: 2004, title: Last date in May}\n")
    ran = run("list", "--oneline", *words, cwd=tmp_path)
    assert (ran.out, ran.err) == ("2004\tlast-date-in-may\tLast date in May\n", err)


def test_an_event_without_a_chain_stands_alone(run: Run, small: Path) -> None:
    ran = run("chain", "third", cwd=small)
    assert (ran.code, ran.out) == (0, "0  3 May 2002  Third (third)\n")
    assert ran.err.endswith("third follows no event, and none follows it\n")


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        pytest.param(
            ["chain", "no-such"], "no event has 'no-such' in its id or title", id="no event"
        ),
        pytest.param(["on", "02-30"], "'02-30' does not exist: February has at most", id="no day"),
        pytest.param(["on", "tag:talks"], "'tag:talks' is not a day", id="a term before the day"),
        pytest.param(["gaps", "tag:tolks"], "no tag is called 'tolks'", id="no tag"),
        pytest.param(
            ["list", "--oneline", "--group-by", "actor"],
            "--oneline cannot be used with --group-by",
            id="headings on one line",
        ),
        pytest.param(
            ["list", "--oneline", "--gap", "90d"],
            "--oneline cannot be used with --summaries, --context, --elapsed or --gap\n",
            id="gaps on one line",
        ),
        pytest.param(
            ["list", "--json", "--summaries"],
            "--json cannot be used with --group-by, --summaries, --oneline, --ids, --all-actors, "
            "--context, --elapsed or --gap\n",
            id="a view as JSON",
        ),
    ],
)
def test_what_cannot_be_answered(run: Run, small: Path, arguments: list[str], err: str) -> None:
    ran = run(*arguments, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert f"timeline: error: {err}" in ran.err


def test_without_a_day_it_is_today(run: Run, small: Path) -> None:
    assert run("on", "first", cwd=small).code == 2
    assert run("on", "--id", "first", cwd=small) == run("on", "today", "--id", "first", cwd=small)


@pytest.mark.parametrize(
    "term", ["(tag:war tag:sanctions)", "?prisoners", '"new start"', "tag:war"]
)
def test_a_minus_excludes_whatever_follows(run: Run, term: str) -> None:
    """Click would take `-(`, `-?` and `-"` for options."""
    bundled = ["list", "-f", str(ROOT / "events.yaml"), "--oneline"]
    assert run(*bundled, f"-{term}") == run(*bundled, f"not:{term}")
    assert run(*bundled, f"-{term}").out.count("\n") > 50
