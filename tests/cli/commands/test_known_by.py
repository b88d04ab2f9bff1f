"""Known by and reported: what is found and shown, and what is left out and told."""

import json

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


def test_the_lag_of_each_event_at_the_end_of_its_line(run: Run) -> None:
    ran = run("list", "-f", "-", "--reported", "--oneline", stdin=LAGS)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("\t")[1:] for line in ran.out.splitlines()] == [
        ["vote", "Vote", "10 to 40 days later"],
        ["leak", "Leak", "4 years 2 months later"],
        ["siege", "Siege", "same day"],
        ["rumour", "Rumour", "no dated source"],
        ["summit", "Summit", "7 days earlier"],
        ["feed", "Feed", "lag not known"],
    ]


def first_source(
    date: str, least: int | None, most: int | None, *, about: bool = False
) -> dict[str, str | int | None]:
    return {"date": date, "min_days": least, "max_days": most, "about": about}


IN_DAYS = {
    "vote": first_source("2014-04-10", 10, 40),
    "leak": first_source("2018-05-25", 1529, 1529),
    "siege": first_source("2014-03-20", 0, 0),
    "rumour": None,
    "summit": first_source("2014-03-25", -7, -7),
    "feed": first_source("2014-04-02/..", None, None),
}


def test_the_lag_of_each_event_as_json(run: Run) -> None:
    ran = run("list", "-f", "-", "--reported", "--json", stdin=LAGS)
    assert (ran.code, ran.err) == (0, "")
    events = json.loads(ran.out)["events"]
    assert {event["id"]: event.pop("reported") for event in events} == IN_DAYS
    assert events == json.loads(run("list", "-f", "-", "--json", stdin=LAGS).out)["events"]
    lines = run("export", "-f", "-", "--reported", "--format", "jsonl", stdin=LAGS).out
    events = [json.loads(line) for line in lines.splitlines()]
    assert {event["id"]: event["reported"] for event in events} == IN_DAYS


@pytest.mark.parametrize(
    ("event", "sources", "expected"),
    [
        pytest.param(
            "2014", ["2014-06", "2014-06-10"], first_source("2014-06", -213, 160), id="either first"
        ),
        pytest.param(
            "2014-03-18?", ["2014-03-20"], first_source("2014-03-20", 2, 2, about=True), id="doubt"
        ),
        pytest.param(
            "2014-03-18~", ["2014-03-20"], first_source("2014-03-20", -11, 19, about=True),
            id="about",
        ),
        pytest.param(
            "2014-03-18", ["2015", "2014-05-01?"], first_source("2014-05-01?", 44, 44, about=True),
            id="out of order",
        ),
        pytest.param("/2014", ["2014"], first_source("2014", None, None), id="start not known"),
    ],
)  # fmt: skip
def test_a_lag_as_json_is_no_more_exact_than_the_dates(
    run: Run, event: str, sources: list[str], expected: dict[str, str | int | None]
) -> None:
    dated = ", ".join(f"{{title: A, date: '{one}'}}" for one in sources)
    text = f"- {{date: '{event}', title: X, sources: [{dated}]}}\n"
    ran = run("list", "-f", "-", "--reported", "--json", stdin=text)
    assert json.loads(ran.out)["events"][0]["reported"] == expected


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_an_export_with_lags_is_read_as_one_without(run: Run, format: str) -> None:
    export = ("export", "-f", "-", "--format", format)
    ran = run(*export, stdin=run(*export, "--reported", stdin=LAGS).out)
    assert (ran.code, ran.out) == (0, run(*export, stdin=LAGS).out)
    assert "warning" not in ran.err


@pytest.mark.parametrize("value", ["[1]", '{"by": "me"}', '"yes"'])
def test_a_key_of_another_program_is_not_taken_for_a_lag(run: Run, value: str) -> None:
    event = f'{{"date": "2014", "title": "X", "reported": {value}}}\n'
    ran = run("check", "-f", "-", stdin=event)
    assert ran.code == 1
    assert "warning: unknown key 'reported'" in ran.out


def test_a_format_without_lags(run: Run) -> None:
    ran = run("export", "-f", "-", "--reported", "--format", "csv", stdin=LAGS)
    assert ran.code == 2
    assert "--reported cannot be used with csv, only with json and jsonl\n" in ran.err


def test_events_under_how_long_after_them_their_first_source_is_dated(run: Run) -> None:
    ran = run("list", "-f", "-", "--group-by", "lag", "-tag:secret", "--reverse", stdin=LAGS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == BY_LAG


def test_no_neighbours_among_lags(run: Run) -> None:
    ran = run("list", "-f", "-", "--group-by", "lag", "-C", "1", stdin=LAGS)
    assert ran.code == 2
    assert "--context cannot be used with --group-by actor, tag or lag\n" in ran.err


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
BY_LAG = """\
standard input · not:tag:secret · 5 of 6 events · March 2014 to now

Before the event (1)
  1 April 2014  Summit

Same day (1)
  20 March 2014 to now  Siege
    army

Dates not exact (2)
  2 April 2014  Feed
  March 2014  Vote

No dated source (1)
  21 March 2014  Rumour
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
