"""Known by and reported: what is found and shown, and what is left out and told."""

import pytest

from tests.conftest import ROOT, Run

CHRONOLOGY = """
- {id: leak, date: 2014-03-18, title: Leak, tags: secret, sources: {title: Scoop, date: 2018-05-25}}
- {id: vote, date: 2014-03-19, title: Vote, sources: [{title: Bare}, {title: Wire, date: 2014-03}]}
- {id: rumour, date: 2014-03-20, title: Rumour, tags: secret, sources: https://example.org/a}
- {id: whisper, date: 2014-03-21, title: Whisper, tags: secret}
"""

ONE_LEFT_OUT = "1 event that matches otherwise has no dated source and is left out\n"
TWO_LEFT_OUT = "2 events that match otherwise have no dated source and are left out\n"
VOTE = "2014-03-19\tvote\tVote\n"
LEAK = "2014-03-18\tleak\tLeak\n"


@pytest.mark.parametrize(
    ("question", "out", "err"),
    [
        pytest.param(["known-by:2014-03"], VOTE, TWO_LEFT_OUT, id="word"),
        pytest.param(["--known-by", "March 18, 2014"], VOTE, TWO_LEFT_OUT, id="option"),
        pytest.param(["known-by:2014-03-18", "--certain"], "", TWO_LEFT_OUT, id="certain"),
        pytest.param(["known-by:2014-03", "--certain"], VOTE, TWO_LEFT_OUT, id="end of a period"),
        pytest.param(["-known-by:2014-03"], LEAK, TWO_LEFT_OUT, id="excluded"),
        pytest.param(["known-by:2018-05,2014"], LEAK + VOTE, TWO_LEFT_OUT, id="either"),
        pytest.param(["known-by:2014", "-known-by:2013"], VOTE, TWO_LEFT_OUT, id="in between"),
        pytest.param(["known-by:@leak", "rumour"], "", ONE_LEFT_OUT, id="one is left out"),
        pytest.param(["known-by:@leak", "vote"], VOTE, "", id="none is left out"),
        pytest.param(["known-by:today", "-n1"], LEAK, TWO_LEFT_OUT, id="limited"),
    ],
)
def test_what_is_left_out_is_told(run: Run, question: list[str], out: str, err: str) -> None:
    ran = run("list", "-f", "-", "--oneline", *question, stdin=CHRONOLOGY)
    nothing = f"no events match {' '.join(question[:1])}"
    told = "".join(line for line in ran.err.splitlines(True) if not line.startswith(nothing))
    assert (ran.code, ran.out, told) == (0, out, err)


def test_an_export_tells_what_is_left_out(run: Run) -> None:
    ran = run("export", "-f", "-", "known-by:2014", "--format", "csv", stdin=CHRONOLOGY)
    assert ran.code == 0
    assert ran.err == TWO_LEFT_OUT
    assert [line.split(",")[0] for line in ran.out.splitlines()] == ["id", "vote"]


def test_what_a_count_leaves_out(run: Run) -> None:
    ran = run("count", "-f", "-", "--by", "tag", "known-by:2019", stdin=CHRONOLOGY)
    assert (ran.out, ran.err) == ("secret\t1\nno tag\t1\n", TWO_LEFT_OUT)


def test_a_word_with_a_misspelt_option(run: Run) -> None:
    ran = run("list", "--known", "2014", cwd=ROOT)
    assert ran.code == 2
    assert "--known-by" in ran.err


def test_how_long_after_each_event_its_first_source_is_dated(run: Run) -> None:
    ran = run("list", "-f", "-", "--reported", "--summaries", stdin=LAGS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == REPORTED


LAGS = """
- {date: 2014-03-18, title: Leak, tags: secret, sources: {title: Scoop, date: 2018-05-25}}
- date: 2014-03
  title: Vote
  summary: By a show of hands.
  sources: {title: Wire, date: 2014-04-10}
- {date: 2014-03-20/.., title: Siege, actors: army, sources: {title: Wire, date: 2014-03-20}}
- {date: 2014-03-21, title: Rumour, sources: https://example.org/a}
- {date: 2014-04-01, title: Summit, sources: {title: Invitation, date: 2014-03-25}}
- {date: 2014-04-02, title: Feed, sources: {title: Live, date: 2014-04-02/..}}
"""
REPORTED = """\
standard input · 6 events · March 2014 to now

2014 (6)
  March  Vote
    By a show of hands.
    First source: 10 to 40 days later
  18 March  Leak
    First source: 4 years 2 months later
    #secret
  20 March 2014 to now  Siege
    First source: same day
    army
  21 March  Rumour
    No dated source
  1 April  Summit
    First source: 7 days earlier
  2 April  Feed
    First source: lag not known
"""
