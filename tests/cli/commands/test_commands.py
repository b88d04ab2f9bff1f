"""The commands that show what a chronology holds: whole outputs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

Expect = Callable[[str, str], None]

SMALL = """
title: Small
tags:
  talks: {description: Meetings, color: green}
  unused: {description: Nothing yet}
actors:
  un: {name: United Nations, kind: organisation, aliases: [UN, U.N.]}
  envoy: {name: Anna Envoy, kind: person, role: Envoy of the UN, member_of: un}
  other-envoy: {name: Bela Envoy, kind: person}
events:
  - id: talks-open
    date: 2001-05-02
    title: Talks open
    actors: envoy
    tags: talks
    places: Geneva
    sources: {title: Talks open, publisher: Gazette}
  - id: talks-stall
    date: 2001-08~
    title: Talks stall
    actors: [un, other-envoy]
    tags: talks
    places: Geneva
  - id: talks-end
    date: 2002
    title: Talks end
    actors: un
    places: Vienna
    follows: [talks-open, talks-stall]
    sources: {title: Final report, publisher: "Review, monthly", url: "https://example.org/a"}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "events.yaml").write_text(SMALL)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("year-2022", ["list", "--year", "2022"], id="a year"),
        pytest.param("actor-griner", ["list", "--actor", "griner"], id="an actor"),
        pytest.param(
            "lavrov-blinken-not-war", ["list", "actor:lavrov,blinken", "-tag:war"], id="words"
        ),
        pytest.param("actors-2014", ["actors", "2014"], id="actors"),
        pytest.param("tags", ["tags"], id="tags"),
    ],
)
def test_the_shipped_chronology(run: Run, expect: Expect, name: str, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    expect(f"commands/{name}.txt", ran.out)


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        pytest.param(
            ["list", "--oneline"],
            "2001-05-02\ttalks-open\tTalks open\n"
            "2001-08~\ttalks-stall\tTalks stall\n"
            "2002\ttalks-end\tTalks end\n",
            id="oneline",
        ),
        pytest.param(
            ["list", "--oneline", "--reverse", "--limit", "2"],
            "2002\ttalks-end\tTalks end\n2001-08~\ttalks-stall\tTalks stall\n",
            id="the last two",
        ),
        pytest.param(["list", "--limit", "0"], "", id="none"),
        pytest.param(
            ["list", "--group-by", "tag", "2001-05"],
            "Small\nevents.yaml · 2001-05 · 1 of 3 events · 2 May 2001\n\n"
            "talks (1)\n  2 May 2001  Talks open\n    Anna Envoy  #talks\n",
            id="by tag",
        ),
        pytest.param(
            ["list", "--oneline", "--source", '"Review, monthly"'],
            "2002\ttalks-end\tTalks end\n",
            id="a publisher with a comma",
        ),
        pytest.param(
            ["actors"],
            "3\tun\tUnited Nations\torganisation\t\t2001-05-02\t2002\n"
            "1\tenvoy\tAnna Envoy\tperson\tEnvoy of the UN\t2001-05-02\t2001-05-02\n"
            "1\tother-envoy\tBela Envoy\tperson\t\t2001-08~\t2001-08~\n",
            id="actors, with those who act for them",
        ),
        pytest.param(
            ["actors", "actor:=un"],
            "2\tun\tUnited Nations\torganisation\t\t2001-08~\t2002\n"
            "1\tother-envoy\tBela Envoy\tperson\t\t2001-08~\t2001-08~\n",
            id="actors of what is found",
        ),
        pytest.param(
            ["tags"],
            "2\ttalks\tMeetings\t2001-05-02\t2001-08~\n",
            id="tags",
        ),
        pytest.param(
            ["places"],
            "2\tGeneva\t2001-05-02\t2001-08~\n1\tVienna\t2002\t2002\n",
            id="places",
        ),
        pytest.param(["places", "2002"], "1\tVienna\t2002\t2002\n", id="places of what is found"),
        pytest.param(
            ["sources"],
            "1\tGazette\t2001-05-02\t2001-05-02\n1\tReview, monthly\t2002\t2002\n",
            id="sources, by publisher",
        ),
        *(
            pytest.param([register, "-n", "1"], line, id=f"the first of {register}")
            for register, line in (
                ("actors", "3\tun\tUnited Nations\torganisation\t\t2001-05-02\t2002\n"),
                ("tags", "2\ttalks\tMeetings\t2001-05-02\t2001-08~\n"),
                ("places", "2\tGeneva\t2001-05-02\t2001-08~\n"),
                ("sources", "1\tGazette\t2001-05-02\t2001-05-02\n"),
            )
        ),
        pytest.param(["places", "--limit", "0"], "", id="no place"),
        pytest.param(["list", "--oneline", "-n1"], "2001-05-02\ttalks-open\tTalks open\n", id="-n"),
        pytest.param(["count"], "2001\t2\n2002\t1\n", id="count"),
        pytest.param(
            ["count", "--by", "actor"],
            "United Nations\t3\nAnna Envoy\t1\nBela Envoy\t1\n",
            id="count by actor, with those who act for them",
        ),
        pytest.param(
            ["count", "--by", "actor", "-n1"], "United Nations\t3\n", id="the actor of the most"
        ),
        pytest.param(
            ["count", "--by", "Year, tag"],
            "year\ttalks\tno tag\n2001\t2\t0\n2002\t0\t1\n",
            id="count by two",
        ),
        pytest.param(
            ["count", "--by", "tag", "2002"], "no tag\t1\n", id="count what there is none of"
        ),
    ],
)
def test_a_small_chronology(run: Run, small: Path, arguments: list[str], out: str) -> None:
    ran = run(*arguments, cwd=small)
    assert (ran.code, ran.out) == (0, out)


@pytest.mark.parametrize(
    ("facets", "message"),
    [
        pytest.param(
            "colour",
            "cannot count by 'colour': choose year, month, quarter, decade, weekday, actor, tag, "
            "place, publisher or lag",
            id="unknown",
        ),
        pytest.param("", "cannot count by '': choose year,", id="none"),
        pytest.param(
            "tag,tag", "count by one facet, or by two different ones: year,tag", id="twice"
        ),
        pytest.param(
            "tag,year,actor", "count by one facet, or by two different ones: year,tag", id="three"
        ),
    ],
)
def test_what_cannot_be_counted_by(run: Run, small: Path, facets: str, message: str) -> None:
    ran = run("count", "--by", facets, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.endswith("see 'timeline count --help'\n")


def test_nothing_is_counted_where_nothing_is_found(run: Run, small: Path) -> None:
    assert run("count", "1999", "--by", "year,tag", cwd=small) == (
        0,
        "",
        "no events match 1999 (3 searched)\n",
    )


def test_show_takes_shortened_ids_and_several(run: Run, small: Path) -> None:
    ran = run("show", "talks-e", "talks-o", cwd=small)
    assert [line for line in ran.out.splitlines() if line.startswith("Talks")] == [
        "Talks end",
        "Talks open",
    ]
    assert "  ID  talks-end\n" in ran.out


def test_show_names_the_candidates(run: Run, small: Path) -> None:
    assert run("show", "talks", cwd=small) == (
        2,
        "",
        "timeline: error: several ids start with 'talks'\n"
        "choose one of:\n"
        "  talks-open  2 May 2001, Talks open\n"
        "  talks-stall  c. August 2001, Talks stall\n"
        "  talks-end  2002, Talks end\n",
    )


def test_show_takes_words_of_a_title(run: Run, small: Path) -> None:
    for words in (["stall"], ["talks", "stall"], ["Talks stall"]):
        assert run("show", *words, cwd=small).out.splitlines()[0] == "Talks stall"


@pytest.mark.parametrize("arguments", [[], ["talks:none"], ["--reverse", "-n", "2", "actor:un"]])
def test_a_list_as_json_is_the_export(run: Run, small: Path, arguments: list[str]) -> None:
    listed = run("list", "--json", *arguments, cwd=small)
    assert listed == run("export", "--format", "json", *arguments, cwd=small)


def test_show_prints_nothing_where_one_id_is_wrong(run: Run, small: Path) -> None:
    ran = run("show", "talks-end", "nonsense", cwd=small)
    assert (ran.code, ran.out) == (2, "")


def test_what_an_event_follows_and_what_follows_it(run: Run, small: Path) -> None:
    lines = run("show", "talks-open", cwd=small).out.splitlines()
    assert "  Followed by  2002, Talks end (talks-end)" in lines
    assert "  Just after  c. August 2001, Talks stall (talks-stall)" in lines
    lines = run("show", "talks-end", cwd=small).out.splitlines()
    assert "  Follows  2 May 2001, Talks open (talks-open)" in lines
    assert "    c. August 2001, Talks stall (talks-stall)" in lines
    assert "  Sources  1. Final report, Review, monthly" in lines
    assert "    https://example.org/a" in lines


def test_the_events_that_others_refer_to_are_there(run: Run) -> None:
    ids = [
        "crimea-annexation",
        "new-start-suspension",
        "gershkovich-arrest",
        "griner-bout-exchange",
        "ukraine-full-scale-invasion",
        "us-mission-staff-tenth",
        "new-start-cairo-talks-cancelled",
        "wagner-mutiny",
        "tracy-signals-wagner",
        "lavrov-sullivan-embassies",
    ]
    ran = run("list", "--oneline", "-f", str(ROOT / "events.yaml"))
    assert set(ids) <= {line.split("\t")[1] for line in ran.out.splitlines()}


@pytest.mark.parametrize("command", [["actors"], ["export", "--format", "json"]])
def test_a_large_circle_of_actors_is_gone_round_once(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    size = 5000
    lines = [f"  a{one}: {{member_of: a{(one + 1) % size}}}\n" for one in range(size)]
    text = f"actors:\n{''.join(lines)}events:\n- {{date: 2001, title: A, actors: a0}}\n"
    (tmp_path / "events.yaml").write_text(text)
    ran = run(*command)
    assert ran.code == 0
    assert all(f"a{one}" in ran.out for one in (0, 1, size - 1))
