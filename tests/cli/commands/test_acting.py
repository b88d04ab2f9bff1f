"""`timeline actors --on`: who acted for whom on a day."""

from pathlib import Path

import pytest

from tests.conftest import Run

FILE = """
actors:
  union: {name: Union, kind: organisation}
  north:
    name: North
    kind: state
    member_of: [{id: union, since: 2004-03-29, until: 2010}, {id: union, since: 2015-06}]
  ann:
    name: Ann
    kind: person
    role: [{title: Envoy, until: 2006}, {title: Minister, since: 2006-05}]
    member_of: {id: north, since: 2005}
  bob: {name: Bob, member_of: [north, union]}
  ring: {member_of: {id: gnir, since: 2004}}
  gnir: {member_of: ring}
events:
- {id: one, date: 2005, title: One, actors: [ann, ring]}
- {id: two, date: 2005-03-01, title: Two}
"""
DAY = """\
0\tunion\tUnion\torganisation\t\t\tcertain
1\tnorth\tNorth\tstate\t\t2004-03-29/2010\tcertain
2\tann\tAnn\tperson\tMinister\t2005/..\tcertain
2\tbob\tBob\t\t\t\tundated
1\tbob\tBob\t\t\t\tundated
"""
RING = (
    "0\tring\tring\t\t\t\tcertain\n1\tgnir\tgnir\t\t\t\tundated\n2\tring\tring\t\t\t2004/..\t{}\n"
)


@pytest.fixture(autouse=True)
def _file(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(FILE)


@pytest.mark.parametrize(
    ("words", "out"),
    [
        pytest.param(["union", "--on", "2009-03-01"], DAY, id="a day"),
        pytest.param(["Union", "--on", "1 March 2009"], DAY, id="by name, on a day as typed"),
        pytest.param(["--on", "2009-03-01"], DAY + RING.format("certain"), id="all"),
        pytest.param(
            ["union", "--on", "@one"],
            "0\tunion\tUnion\torganisation\t\t\tcertain\n"
            "1\tnorth\tNorth\tstate\t\t2004-03-29/2010\tcertain\n"
            "2\tann\tAnn\tperson\tEnvoy\t2005/..\tpartial\n"
            "2\tbob\tBob\t\t\t\tundated\n"
            "1\tbob\tBob\t\t\t\tundated\n",
            id="the date of an event",
        ),
        pytest.param(
            ["union", "--on", "2010/2016"],
            "0\tunion\tUnion\torganisation\t\t\tcertain\n"
            "1\tnorth\tNorth\tstate\t\t2004-03-29/2010; 2015-06/..\tpartial\n"
            "2\tann\tAnn\tperson\tMinister\t2005/..\tcertain\n"
            "2\tbob\tBob\t\t\t\tundated\n"
            "1\tbob\tBob\t\t\t\tundated\n",
            id="a period with two memberships",
        ),
        pytest.param(
            ["--on", "2004"],
            "0\tunion\tUnion\torganisation\t\t\tcertain\n"
            "1\tnorth\tNorth\tstate\t\t2004-03-29/2010\tpartial\n"
            "2\tbob\tBob\t\t\t\tundated\n"
            "1\tbob\tBob\t\t\t\tundated\n" + RING.format("partial"),
            id="before somebody began",
        ),
    ],
)
def test_in_a_pipe(run: Run, words: list[str], out: str) -> None:
    assert run("actors", *words) == (0, out, WARNED)


WARNED = "events.yaml: 1 warning, see timeline check\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["ann", "--on", "2009"], "for Ann in 2009", id="a year"),
        pytest.param(["ann", "--on", "2009-03"], "for Ann in 2009-03", id="a month"),
        pytest.param(["ann", "--on", "2009..2010"], "for Ann in 2009..2010", id="years"),
        pytest.param(["ann", "--on", "2009-03-01"], "for Ann on 2009-03-01", id="a day"),
        pytest.param(["ann", "--on", "1 March 2009"], "for Ann on 1 March 2009", id="as typed"),
        pytest.param(["ann", "--on", "Today"], "for Ann today", id="today"),
        pytest.param(["ann", "--on", "@one"], "for Ann during @one", id="a long event"),
        pytest.param(["ann", "--on", "@two"], "for Ann on @two", id="an event of a day"),
    ],
)
def test_nobody(run: Run, words: list[str], said: str) -> None:
    assert run("actors", *words) == (0, "", f"{WARNED}nobody acted {said}\n")


@pytest.mark.parametrize(
    ("words", "err"),
    [
        pytest.param(
            ["union", "--on", "soon"],
            "timeline: error: 'soon' is not a period",
            id="no date",
        ),
        pytest.param(
            ["nobody", "--on", "2009"],
            "timeline: error: no actor is called 'nobody'",
            id="no such actor",
        ),
        pytest.param(
            ["union", "--on", "2009", "--year", "2009"],
            "timeline: error: --on takes only the name of an actor\n",
            id="a question",
        ),
    ],
)
def test_what_is_refused(run: Run, words: list[str], err: str) -> None:
    ran = run("actors", *words)
    assert (ran.code, ran.out) == (2, "")
    assert err in ran.err
