"""The roles that actors had at the dates of events."""

import pytest

from tests.conftest import OpenText
from timeline.analysis import roles_at, roles_in
from timeline.dates import EventDate
from timeline.model import Actor, Role

MP = Role("Member of Parliament", until="2008")
MINISTER = Role("Minister", since="2004-03", until="2010-05-11")
HEAD = Role("Head of government", since="2010-05-11")
POET = Role("Poet")


@pytest.mark.parametrize(
    ("roles", "date", "words"),
    [
        pytest.param([POET], "2004", "Poet", id="without dates"),
        pytest.param([POET, Role("Envoy")], "2004", "Poet; Envoy", id="two without dates"),
        pytest.param([HEAD], "2010-05-11", "Head of government", id="on the first day"),
        pytest.param([HEAD], "2010-05-10", "", id="before it"),
        pytest.param([HEAD], "2011/..", "Head of government", id="an event without end"),
        pytest.param([HEAD], "2010-05", "Head of government (since 11 May 2010)", id="in part"),
        pytest.param(
            [MINISTER], "2004-03-01", "Minister (March 2004 to 11 May 2010)", id="perhaps"
        ),
        pytest.param([MINISTER], "2004-04", "Minister", id="surely"),
        pytest.param(
            [MP, MINISTER, HEAD],
            "2007",
            "Member of Parliament (until 2008); Minister (March 2004 to 11 May 2010)",
            id="two of three",
        ),
        pytest.param(
            [MINISTER, HEAD],
            "2010-05-11",
            "Minister (March 2004 to 11 May 2010); Head of government (since 11 May 2010)",
            id="on the day of the change",
        ),
        pytest.param(
            [POET, HEAD], "2012", "Poet; Head of government (since 11 May 2010)", id="both kinds"
        ),
        pytest.param([POET, HEAD], "2000", "Poet", id="the other not yet"),
        pytest.param([Role("Consul", since="-0044")], "-0043-03-15", "Consul", id="before year 1"),
    ],
)
def test_the_roles_at_a_date(roles: list[Role], date: str, words: str) -> None:
    assert roles_at(Actor("a", "A", role=tuple(roles)), EventDate.parse(date).span) == words


FILE = """
actors:
  ann:
    role: [{title: Minister, since: 2004, until: 2010}, {title: Head, since: 2010}]
  bob: {role: Poet}
events:
- {date: 2003, title: A, actors: ann}
- {date: 2005-01, title: B, actors: [ann, bob]}
- {date: 2006-07-01, title: C, actors: ann}
- {date: 2011-03, title: D, actors: ann}
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("", "Minister (2004 to 2010); Head (since 2010)", id="all"),
        pytest.param("2003", "", id="before"),
        pytest.param("2005..2006", "Minister", id="one"),
        pytest.param("2003..2006", "Minister (2004 to 2010)", id="one, not in all of them"),
        pytest.param("2011", "Head", id="the other"),
    ],
)
def test_the_roles_at_the_dates_of_the_events_found(
    open_text: OpenText, question: str, words: str
) -> None:
    assert roles_in(open_text(FILE).select(question)) == {"ann": words}


def test_an_actor_that_no_event_found_names_has_none(open_text: OpenText) -> None:
    assert roles_in(open_text(FILE).select("actor:bob -actor:ann")) == {}
