"""The saved questions that an export keeps, leaves out and reports."""

from typing import Any

import pytest

from tests.conftest import OpenText
from tests.writers.conftest import Open
from timeline import Timeline
from timeline.query import Query
from timeline.writers import WRITERS, ExportOptions, Format, Losses, write

QUESTIONS = {
    "wars": "tag:war",
    "2014": "in 2014",
    "moscow": "place:moscow",
    "russia": "actor:russia",
    "both": "?wars or ?moscow",
    "near": "near:@annexation",
    "later": "since:@budget",
    "one": "id:budget",
    "times": "source:Times",
}
CONTENT: dict[str, Any] = {
    "questions": QUESTIONS,
    "actors": {"russia": {"name": "Russia"}},
    "events": [
        {
            "id": "annexation",
            "date": "2014-03-18",
            "title": "Annexation",
            "tags": ["war"],
            "actors": ["russia"],
        },
        {
            "id": "budget",
            "date": "2015",
            "title": "Budget",
            "places": ["Moscow"],
            "sources": [{"title": "X", "publisher": "The Times"}],
        },
    ],
}
NEVER_READ = {Format.MARKDOWN, Format.HTML, Format.WIKITEXT, Format.BIBTEX, Format.CSL}


def exported(chronology: Timeline, format: Format, *terms: str) -> tuple[str, str]:
    """Return an export, and what it lost in words."""
    losses = Losses()
    found = chronology.select(Query.parse(" ".join(terms)))
    return "".join(write(chronology, found, format, ExportOptions(), losses)), str(losses)


@pytest.mark.parametrize("format", [Format.YAML, Format.JSON])
def test_saved_questions_come_back(opened: Open, open_text: OpenText, format: Format) -> None:
    text, lost = exported(opened(CONTENT), format)
    assert (open_text(text).questions, lost) == (QUESTIONS, "")


@pytest.mark.parametrize("format", [Format.YAML, Format.JSON])
@pytest.mark.parametrize(
    ("term", "kept", "lost"),
    [
        pytest.param(
            "tag:war",
            ["wars", "2014", "russia", "near"],
            "5 saved questions that name something the export lacks "
            "(moscow: no place is called 'moscow', ...)",
            id="annexation",
        ),
        pytest.param(
            "2015",
            ["2014", "moscow", "later", "one", "times"],
            "4 saved questions that name something the export lacks "
            "(wars: no tag is called 'war', ...)",
            id="budget",
        ),
    ],
)
def test_an_extract_keeps_the_questions_that_can_be_asked_of_it(
    opened: Open, open_text: OpenText, format: Format, term: str, kept: list[str], lost: str
) -> None:
    text, said = exported(opened(CONTENT), format, term)
    extract = open_text(text)
    assert (list(extract.questions), said) == (kept, lost)
    assert extract.check(select=["stale-question"]) == []


@pytest.mark.parametrize(
    "format",
    [
        one
        for one in Format
        if one not in NEVER_READ | {Format.YAML, Format.JSON} and not WRITERS[one].is_binary
    ],
)
def test_other_formats_lose_saved_questions(opened: Open, format: Format) -> None:
    _, lost = exported(opened(CONTENT), format)
    assert "9 saved questions (wars, ...)" in lost
