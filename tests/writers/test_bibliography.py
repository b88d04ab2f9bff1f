"""Bibliographies: each source once, with its date as precise as it is known."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from tests.writers.conftest import Open
from tests.writers.markdown.test_document import chronologies
from timeline import Timeline
from timeline.model import Source
from timeline.text import visible
from timeline.writers import Format, Losses, write

ENTRY = re.compile(r"@(online|misc)\{([A-Za-z0-9.-]+),\n((?:  \w+ = \{.*\},\n)*)\}\n\n")
COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{character}": character for character in "{}$&#%_"},
}


def entries(one: Timeline, losses: Losses | None = None) -> dict[str, dict[str, str]]:
    text = "".join(write(one, one.select(), Format.BIBTEX, losses=losses))
    assert ENTRY.sub("", text) == ""
    return {
        found[2]: dict(re.findall(r"  (\w+) = \{(.*)\},\n", found[3]))
        for found in ENTRY.finditer(text)
    }


def typeset(text: str) -> str:
    """Return what LaTeX shows for a text."""
    command = "|".join(map(re.escape, COMMANDS))
    assert not re.search(r"[\\{}$&#%_^~]", re.sub(command, "", text))
    return re.sub(command, lambda found: COMMANDS[found[0]], text)


def sources(one: Timeline) -> list[Source]:
    return list(dict.fromkeys(source for event in one.select() for source in event.sources))


@given(content=chronologies)
def test_bibtex_has_each_source_once(opened: Open, content: Mapping[str, Any]) -> None:
    one = opened(content)
    found = list(entries(one).values())
    assert [typeset(fields["title"]) for fields in found] == [
        visible(source.title or source.publisher or source.address) for source in sources(one)
    ]
    for fields, source in zip(found, sources(one), strict=True):
        assert ("url" in fields) == bool(source.url)
        assert not re.search(r"[\s{}\\]", fields.get("url", ""))
        assert ("eprint" in fields) == bool(source.archive)
        assert not re.search(r"[\s{}\\]", fields.get("eprint", ""))
        assert fields.get("date", "") == source.date


@given(content=chronologies)
def test_csl_has_each_source_once(opened: Open, content: Mapping[str, Any]) -> None:
    one = opened(content)
    items = json.loads("".join(write(one, one.select(), Format.CSL)))
    assert len({item["id"] for item in items}) == len(items)
    assert [item.get("URL", "") for item in items] == [source.url for source in sources(one)]
    assert [item.get("note", "").removeprefix("Archived at ") for item in items] == [
        source.archive for source in sources(one)
    ]
    assert [item["title"] for item in items] == [
        source.title or source.publisher or source.address for source in sources(one)
    ]


@pytest.mark.parametrize(
    ("edtf", "in_bibtex", "in_csl"),
    [
        pytest.param("2014-03-18", "2014-03-18", {"date-parts": [[2014, 3, 18]]}, id="day"),
        pytest.param("2014-03", "2014-03", {"date-parts": [[2014, 3]]}, id="month"),
        pytest.param("1580~", "1580~", {"date-parts": [[1580]], "circa": True}, id="approximate"),
        pytest.param("2014?", "2014?", {"literal": "2014 (uncertain)"}, id="uncertain"),
        pytest.param("201X", "201X", {"literal": "2010s"}, id="decade"),
        pytest.param(
            "2014/2016-05", "2014/2016-05", {"date-parts": [[2014], [2016, 5]]}, id="interval"
        ),
        pytest.param("2014/..", "2014/..", {"literal": "2014 to now"}, id="open interval"),
        pytest.param("[2014..2016]", None, {"literal": "between 2014 and 2016"}, id="set"),
        pytest.param("2014-03-18T14:30", None, {"literal": "18 March 2014, 14:30"}, id="time"),
        pytest.param("-0043", "-0043", {"literal": "44 BCE"}, id="BCE"),
    ],
)
def test_dates(opened: Open, edtf: str, in_bibtex: str | None, in_csl: dict[str, Any]) -> None:
    source = {"title": "S", "date": edtf}
    one = opened({"events": [{"date": "2014", "title": "x", "sources": source}]})
    losses = Losses()
    (fields,) = entries(one, losses).values()
    assert fields.get("date") == in_bibtex
    assert bool(losses) == (in_bibtex is None)
    (item,) = json.loads("".join(write(one, one.select(), Format.CSL)))
    assert item["issued"] == in_csl
