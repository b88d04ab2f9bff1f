"""The roles that actors had at the date of an event, in the exports for people."""

import pytest

from tests.conftest import OpenText
from timeline.writers import Format, write

FILE = """
actors:
  ann:
    name: Ann
    role: [{title: Minister, until: 2010-05}, {title: "Head, of all", since: 2010-06}]
  bob: {name: Bob, role: Poet}
events:
- {id: one, date: 2005, title: One, actors: [ann, bob]}
- {id: two, date: 2010, title: Two, actors: ann}
- {id: three, date: 2012, title: Three, actors: ann}
"""


@pytest.mark.parametrize(
    ("format", "lines"),
    [
        pytest.param(
            Format.MARKDOWN,
            [
                "  Actors: Ann (Minister), Bob\n",
                "  Actors: Ann (Minister \\[until May 2010\\]; "
                "Head, of all \\[since June 2010\\])\n",
                "  Actors: Ann (Head, of all)\n",
            ],
            id="Markdown",
        ),
        pytest.param(
            Format.WIKITEXT,
            [
                "<br />Actors: Ann (Minister), Bob\n",
                "<br />Actors: Ann (Head, of all)\n",
            ],
            id="wikitext",
        ),
        pytest.param(
            Format.HTML,
            [
                'data-value="ann">Ann</a> (Minister), <a',
                'data-value="ann">Ann</a> (Minister [until May 2010]; '
                "Head, of all [since June 2010])</dd>",
                'data-value="ann">Ann</a> (Head, of all)</dd>',
            ],
            id="HTML",
        ),
        pytest.param(
            Format.ICS, ["Actors: Ann (Minister)\\, Bob", "Ann (Head\\, of all)"], id="iCalendar"
        ),
        pytest.param(
            Format.TIMELINEJS,
            ["<p>Actors: Ann (Minister), Bob</p>", "<p>Actors: Ann (Head, of all)</p>"],
            id="TimelineJS",
        ),
    ],
)
def test_a_role_with_dates_follows_the_name(
    open_text: OpenText, format: Format, lines: list[str]
) -> None:
    chronology = open_text(FILE)
    text = "".join(write(chronology, chronology.select(), format)).replace("\r\n ", "")
    assert [line for line in lines if line not in text] == []
