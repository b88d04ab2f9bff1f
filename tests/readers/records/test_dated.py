"""Memberships and roles: the forms in which a file may write them, and how they are written."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
from tests.conftest import OpenText
from timeline.actor_record import ActorRecord
from timeline.dates import Tenure
from timeline.model import Actor, Membership, Role
from timeline.readers.yaml import dated_list
from timeline.writers import Format, write

NATO = Membership("nato")
SINCE = Membership("nato", since="2004-03-29")
CLOSED = Membership("nato", since="2004-03", until="[2010..]")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("nato", [NATO], id="one id"),
        pytest.param("[nato, un, nato]", [NATO, Membership("un")], id="a list"),
        pytest.param("{id: nato}", [NATO], id="a mapping without dates"),
        pytest.param("{id: nato, since: 2004-03-29}", [SINCE], id="one mapping"),
        pytest.param("[{id: nato, since: 2004-03-29}]", [SINCE], id="a list of one"),
        pytest.param(
            "[un, {id: nato, since: 2004-03, until: '[2010..]'}, {id: nato, since: 2004-03-29}]",
            [Membership("un"), CLOSED, SINCE],
            id="a mixed list",
        ),
        pytest.param(
            "[{id: nato, since: 2004-03-29}, {since: ' 2004-03-29 ', until: '', id: ' nato '}]",
            [SINCE],
            id="twice the same",
        ),
        pytest.param("[]", [], id="none"),
        pytest.param("", [], id="empty"),
    ],
)
def test_memberships(open_text: OpenText, text: str, found: list[Membership]) -> None:
    chronology = open_text(f"actors: {{a: {{member_of: {text}}}}}\nevents: []\n")
    assert chronology.actor("a").member_of == tuple(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("'Minister, and more'", [Role("Minister, and more")], id="text"),
        pytest.param("[Minister, Envoy]", [Role("Minister"), Role("Envoy")], id="texts"),
        pytest.param("{title: Envoy, until: 2004}", [Role("Envoy", until="2004")], id="a mapping"),
        pytest.param(
            "[Poet, {title: Minister, since: 2004-03}]",
            [Role("Poet"), Role("Minister", since="2004-03")],
            id="a mixed list",
        ),
        pytest.param("", [], id="empty"),
    ],
)
def test_roles(open_text: OpenText, text: str, found: list[Role]) -> None:
    chronology = open_text(f"actors: {{a: {{role: {text}}}}}\nevents: []\n")
    assert chronology.actor("a").role == tuple(found)


DATED = Actor(
    "a",
    "A",
    role=(Role("Poet, for life"), Role("Minister", since="2004-03", until="2010~")),
    member_of=(Membership("b"), Membership("c: d", since="-0044", until="[2004, 2010]")),
)
FILE = f"""
actors:
  a: {{name: A, role: {dated_list(ActorRecord.of(DATED).role)},
      member_of: {dated_list(ActorRecord.of(DATED).member_of)}}}
  b: {{role: {{title: Bee, since: 2000}}}}
  'c: d': {{role: See}}
events: [{{date: 2005, title: One, actors: a}}]
"""


@pytest.mark.parametrize("format", [Format.YAML, Format.JSON])
def test_an_export_reads_back(open_text: OpenText, tmp_path: Path, format: Format) -> None:
    chronology = open_text(FILE)
    assert chronology.actor("a") == DATED
    path = tmp_path / f"again.{format}"
    path.write_text("".join(write(chronology, chronology.select(), format)))
    again = timeline.open(path)
    assert again.actors == {name: chronology.actor(name) for name in ("a", "b", "c: d")}
    assert again.problems == []


def test_an_export_lists_whom_an_actor_acts_for_at_another_time(open_text: OpenText) -> None:
    text = "actors:\n  a: {member_of: [{id: b, until: 2000}]}\n  b: {name: Bee}\nevents:\n"
    chronology = open_text(text + "- {date: 2005, title: One, actors: a}\n")
    assert [event.id for event in chronology.select("actor:b")] == []
    exported = "".join(write(chronology, chronology.select(), Format.YAML))
    assert exported.startswith("actors:\n  a:\n    member_of: [{id: b, until: 2000}]\n  b:\n")


def test_a_program_gets_texts_where_there_are_no_dates(open_text: OpenText) -> None:
    chronology = open_text(FILE)
    found = json.loads("".join(write(chronology, chronology.select(), Format.JSON)))["actors"]
    assert found["a"]["role"] == [
        "Poet, for life",
        {"title": "Minister", "since": "2004-03", "until": "2010~"},
    ]
    assert found["a"]["member_of"] == [
        "b",
        {"id": "c: d", "since": "-0044", "until": "[2004, 2010]"},
    ]
    assert (found["b"]["role"], found["c: d"]["role"]) == (
        [{"title": "Bee", "since": "2000"}],
        "See",
    )


dates = st.sampled_from(
    ["", "2004", "2004-03-29", "201X", "[2004, 2006]", "[..2004]", "-0044", "2004~"]
)


@given(dates, dates)
@example("", "")
def test_it_surely_holds_only_where_it_may(since: str, until: str) -> None:
    possible, certain = Tenure.between(since, until)
    assert certain[0] > certain[1] or (possible[0] <= certain[0] and certain[1] <= possible[1])
