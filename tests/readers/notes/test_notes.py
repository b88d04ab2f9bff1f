"""Notes of a vault: the events they hold, and what is said of the rest."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
import timeline.chronology
from tests.conftest import ROOT, Run
from timeline.readers.notes.headings import headings

VAULT = {
    "Crimea referendum.md": """\
---
date: 2014-03-16
tags: [war, "#vote/local"]
Location: "[[Simferopol]]"
link: https://example.org/referendum
aliases: [The vote]
cssclass: wide
created: 2020-01-01
---
Text with a [[link]].

- and a list
""",
    "2014/annexation.md": """\
---
date: 2014-03-18
tags: war, territory
Who:
  - "[[people/Sergei Lavrov|Lavrov]]"
  - [[Vladimir Putin]]
follows: "[[Crimea referendum]]"
description: In the Kremlin.
---

# Putin signs *the* annexation

The treaty is signed.
""",
    "2014/sanctions.markdown": (
        "---\r\nid: e3\r\ntitle: First sanctions\r\ndate: 2014-03-17\r\n...\r\n"
    ),
    "people/Sergei Lavrov.md": "---\naliases: [Lavrov]\n---\nForeign minister.\n",
    "Templates/Event.md": "---\ndate: {{date}}\ntags:\n---\n# {{title}}\n",
    "Templates/Other.md": "---\ndate: <% tp.date.now() %>\n---\n",
    "README.md": "# About these notes\n",
    "rules.md": "---\n\nNo front matter: two lines\n\n---\n",
}
YAML = """\
events:
  - id: crimea-referendum
    date: 2014-03-16
    title: Crimea referendum
    summary: |-
      Text with a [[link]].

      - and a list
    places: [Simferopol]
    tags: [war, vote/local]
    sources:
      - url: https://example.org/referendum
  - id: e3
    date: 2014-03-17
    title: First sanctions
  - id: putin-signs-the-annexation
    date: 2014-03-18
    title: "Putin signs *the* annexation"
    summary: |-
      In the Kremlin.

      The treaty is signed.
    actors: [Sergei Lavrov, Vladimir Putin]
    tags: [war, territory]
    follows: [crimea-referendum]
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    for name, content in VAULT.items():
        path = tmp_path / "vault" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return tmp_path / "vault"


def test_a_vault_is_imported_without_a_warning(run: Run, tmp_path: Path, vault: Path) -> None:
    ran = run("export", "-f", "vault", "-o", "events.yaml")
    assert ran == (0, "", "wrote 3 events to events.yaml\n")
    assert (tmp_path / "events.yaml").read_text() == YAML
    assert list(timeline.open(tmp_path / "events.yaml").select()) == list(
        timeline.open(vault).select()
    )


def test_notes_are_merged_with_a_file_that_lists_the_actors(
    run: Run, tmp_path: Path, vault: Path
) -> None:
    (tmp_path / "a.yaml").write_text(
        "actors:\n"
        "  lavrov: {name: Sergei Lavrov}\n"
        "  putin: {name: Vladimir Putin}\n"
        "events:\n"
        "  - {date: 2014-02-20, title: Maidan}\n"
    )
    said = "2014-03-18\tputin-signs-the-annexation\tPutin signs *the* annexation\n"
    assert run("list", "-f", "a.yaml", "-f", "vault", "--actor", "=lavrov", "--oneline") == (
        0,
        said,
        "",
    )


def test_a_note_on_standard_input_has_no_name(run: Run) -> None:
    note = VAULT["2014/annexation.md"]
    assert run("list", "--oneline", "-f", "-", stdin=note).out == (
        "2014-03-18\tputin-signs-the-annexation\tPutin signs *the* annexation\n"
    )
    ran = run("check", "-f", "-", stdin=VAULT["Crimea referendum.md"])
    assert ran.out.startswith("standard input:2:1: error: the event has no title: add a line ")


def test_a_link_has_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "One.md").write_text("---\ndate: 2014\n---\n")
    (tmp_path / "Two.md").symlink_to("One.md")
    for name in ("Two.md", "One.md"):
        assert [event.title for event in timeline.open(tmp_path / name).select()] == ["One"]


TITLES = [
    pytest.param("title: A", "# B\n\nText", "A", "# B\n\nText", id="the title is given"),
    pytest.param("title: A", "# A\n\nText", "A", "Text", id="and repeated as a heading"),
    pytest.param("title: A", "## A\n\nText", "A", "Text", id="of any level"),
    pytest.param("title: '[[x|A]] [[y]]'", "", "A y", "", id="links in the title"),
    pytest.param("title:", "# B ##\nText", "B", "Text", id="the title is empty"),
    pytest.param("", "Text\n# [[B]] #1\nMore", "B #1", "Text\nMore", id="a heading after text"),
    pytest.param("", "B\n===\nText", "B", "Text", id="an underlined heading"),
    pytest.param("", "## B\n# C", "Name of.file", "## B\n# C", id="a section comes first"),
    pytest.param("", "# B\n# C", "Name of.file", "# B\n# C", id="two headings of level 1"),
    pytest.param("", "#B\n\n    # C", "Name of.file", "#B\n\n    # C", id="no headings"),
    pytest.param("", "```\n# B\n```", "Name of.file", "```\n# B\n```", id="code"),
    pytest.param("", "- a\n===", "Name of.file", "- a\n===", id="a list, and a line"),
    pytest.param("summary: S", "", "Name of.file", "S", id="the summary is given"),
    pytest.param("summary: S", "# B\n\nText", "B", "S\n\nText", id="both"),
    pytest.param("description: Te", "Text", "Name of.file", "Text", id="both, the same"),
    pytest.param("text: S\ndescription:", "T", "Name of.file", "T", id="neither is clear"),
]


@pytest.mark.parametrize(("front", "body", "title", "summary"), TITLES)
def test_titles_and_summaries(
    tmp_path: Path, front: str, body: str, title: str, summary: str
) -> None:
    path = tmp_path / "Name of.file.md"
    path.write_text(f"---\ndate: 2014\n{front}\n---\n{body}\n")
    (event,) = timeline.open(path).select()
    assert (event.title, event.summary) == (title, summary)


@pytest.mark.parametrize(
    ("front", "names"),
    [
        pytest.param("tags: a, b", ["a", "b"], id="commas"),
        pytest.param("tags: 'a, b'", ["a, b"], id="in quotes"),
        pytest.param("tags: arms control", ["arms control"], id="a space"),
        pytest.param("tags: '#a #b'", ["a", "b"], id="marks"),
        pytest.param("tags: '#a, #b/c'", ["a", "b/c"], id="marks and commas"),
        pytest.param("tags: ['#a', b]", ["a", "b"], id="list"),
        pytest.param("Tag: a", ["a"], id="another name"),
        pytest.param("tags: a\nTags: b", ["a"], id="two that are the same"),
        pytest.param("category: a\ntopics: b", [], id="two other names"),
        pytest.param("tags: '[[a]]'", ["a"], id="link"),
        pytest.param("tags: '[[a]], [[x/b#c|d]] [[e.md]]'", ["a", "b", "e"], id="links"),
        pytest.param("tags: [[a]]", ["a"], id="link without quotes"),
        pytest.param("tags: [[[a|b]], c]", ["a", "c"], id="in a list"),
        pytest.param("tags: '[[#a]]'", ["#a"], id="a heading in the note itself"),
    ],
)
def test_names(tmp_path: Path, front: str, names: list[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: 2014\n{front}\n---\n")
    (event,) = timeline.open(path).select()
    assert list(event.tags) == names


SAID = [
    pytest.param(
        "# README\n",
        "1:1: error: the note has no front matter: begin it with lines '---', 'date: 2014-03-18' "
        "and '---'",
        id="no front matter",
    ),
    pytest.param(
        "+++\ndate = 2014-03-18\n+++\n",
        "1:1: error: front matter in TOML cannot be read: write it as YAML, between two lines "
        "'---'",
        id="TOML",
    ),
    pytest.param(
        "---\ndate: 2014\ntitle: A\n\nText\n",
        "1:1: error: the front matter is not closed: write '---' on a line of its own below it",
        id="not closed",
    ),
    pytest.param(
        "---\n---\nText\n",
        "1:1: error: the front matter has no keys: write lines such as 'date: 2014-03-18'",
        id="no keys",
    ),
    pytest.param(
        "---\ntags: [a]\n---\n",
        "2:1: error: the event has no date: add a line 'date: ...'",
        id="no date",
    ),
    pytest.param(
        "---\ndate:\n---\n", "2:1: error: the event's date is empty: write one", id="empty date"
    ),
    pytest.param(
        "---\nstart: 1914-07-28\nend: 1918-11-11\n---\n",
        "2:1: error: the event has no date: write 'start' and 'end' as one date, "
        "'date: 1914-07-28/1918-11-11'",
        id="start and end",
    ),
    pytest.param(
        "---\ntags: [a]\ndate: 2014-02-30\n---\n",
        "3:7: error: date '2014-02-30' does not exist: February 2014 has 28 days",
        id="no such day",
    ),
    pytest.param(
        "---\ntitle: '{{title}}'\ndate: \"{{date:YYYY}}\"\n---\n",
        "3:8: error: this is a template: write a date in place of {{date:YYYY}}",
        id="template",
    ),
    pytest.param(
        "---\ndate: 2014\ntitle: A: B\n---\n",
        "3:9: error: colon in unquoted text: put quotes around the whole text",
        id="broken YAML",
    ),
    pytest.param(
        "---\ndate: 2014\ntags: [a\n---\nText [\n",
        "3:7: error: this list is not closed, or a comma is missing: [one, two]",
        id="a list without its end",
    ),
    pytest.param(
        "---\ndate: 2014\nplaces: *a\n---\n",
        "3:9: error: alias '*a' repeats nothing: there is no '&a' before it, and text that begins "
        "with '*' needs quotes",
        id="alias",
    ),
    pytest.param(
        f"---\ndate: 2014\nx: {'[' * 99}\n---\n",
        "3:23: error: lists and mappings are nested more than 20 levels deep: close some before "
        "this",
        id="too deep",
    ),
    pytest.param(
        "---\ndate: 2014\nrating: 5\n---\n",
        "3:1: warning: unknown key 'rating' is ignored: the known keys are id, date, title, "
        "summary, actors, places, tags, follows, sources and ignore",
        id="unknown key",
    ),
    pytest.param(
        "---\ndate: 2014\nactors: Smith, John\n---\n",
        "3:9: warning: actors is a single text with a comma: write a list, [Smith, John], or put "
        "quotes around a single name",
        id="a comma",
    ),
    pytest.param(
        "---\ndate: 2014\ntags: #war\n---\n",
        "3:7: warning: this is ignored as a comment: quote the whole text to keep it, or put a "
        "space after the '#'",
        id="a tag that is a comment",
    ),
    pytest.param(
        "---\ndate: 2014\nfollows: '[[A]], [[B c]]'\n---\n",
        "3:11: warning: an event cannot follow itself [effect-before-cause]",
        id="links to events",
    ),
    pytest.param(
        "---\ndate: 2014\n---\n\n# T\u202et\n",
        "5:3: warning: title contains the bidirectional control character U+202E, which can show "
        "text in a misleading order: delete it",
        id="heading",
    ),
    pytest.param(
        "---\ndate: 2014\n---\n\nText \x07\n",
        "5:6: error: control character U+0007 is not allowed: delete it",
        id="control character in the body",
    ),
    pytest.param(
        "---\ntitle: A\nearliest: '2014'\nlatest: '2014'\n---\n# A\n",
        "3:1: error: this is an exported page, which has no single date and cannot be read: "
        "export the chronology as yaml or json",
        id="exported",
    ),
]


@pytest.mark.parametrize(("content", "said"), SAID)
def test_check_says(run: Run, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "a.md").write_text(content, encoding="utf-8")
    ran = run("check", "-f", "a.md")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == f"a.md:{said}"


def test_front_matter_that_is_too_long_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2014\nx: {'a' * 2_000_000}\n---\n")
    said = "a.md:1:1: error: more than 1 million characters in one note\n"
    assert run("check", "-f", "a.md").out.startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("---\ndate:\ntitle: A\n---\n", "its date is empty", id="empty date"),
        pytest.param(
            "+++\ndate = 2014-03-18\n+++\n",
            "its front matter is TOML: write it as YAML, between two lines '---'",
            id="TOML",
        ),
        pytest.param(
            "---\ndate: 2014\n---\n".encode("utf-16"),
            "the file is UTF-16: save it as UTF-8",
            id="UTF-16",
        ),
    ],
)
def test_what_may_be_an_event_is_skipped_with_a_warning(
    run: Run, tmp_path: Path, vault: Path, content: str | bytes, said: str
) -> None:
    (vault / "a.md").write_bytes(content.encode() if isinstance(content, str) else content)
    assert run("check", "-f", "vault") == (
        1,
        f"vault/a.md: warning: skipped: {said}\n",
        "1 warning in 1 of 9 files\n",
    )


@pytest.mark.parametrize(
    "content",
    ["---\ndate: 2014-02-30\n---\n", "---\nx: [\ndate: 2014\n---\n", "---\ndate: 2014\n"],
    ids=["no such day", "broken", "not closed"],
)
def test_an_event_with_an_error_is_not_skipped(run: Run, vault: Path, content: str) -> None:
    (vault / "a.md").write_text(content)
    assert run("list", "-f", "vault").code == 2


NOTHING = (
    "timeline: error: no events in the folder docs: none of its Markdown files has front matter "
    "with a date: begin one with '---', 'date: 2014-03-18' and '---'\n"
)


@pytest.mark.parametrize("others", [(), ("-f", "a.yaml")], ids=["alone", "with a file"])
def test_a_folder_without_an_event_is_refused(
    run: Run, tmp_path: Path, others: tuple[str, ...]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "README.md").write_text("# Hello\n")
    (tmp_path / "a.yaml").write_text("- {date: 2014, title: A}\n")
    assert run("list", *others, "-f", "docs") == (2, "", NOTHING)


def test_an_exported_page_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("export", "--format", "markdown", "--front-matter", "-f", str(ROOT / "events.yaml"))
    (tmp_path / "page.md").write_text(ran.out)
    for file in ("page.md", "-"):
        assert "error: this is an exported page" in run("list", "-f", file, stdin=ran.out).err


NOTE = "\ufeff" + VAULT["2014/annexation.md"] + "\n```\n# code\n~~~\n```\n\nB\n===\n"


@pytest.fixture(scope="session")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("notes") / "a.md"


@given(
    cuts=st.lists(
        st.tuples(
            st.integers(0, len(NOTE.encode())),
            st.integers(0, 9),
            st.binary(max_size=3)
            | st.text("[]|#-:{}'\"&*\r\n, \x85\u2028\ud7ff", max_size=5).map(str.encode),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_mutated_note_ends_in_no_traceback(
    mutated: Path, cuts: list[tuple[int, int, bytes]]
) -> None:
    data = NOTE.encode()
    for start, length, put in cuts:
        data = data[:start] + put + data[start + length :]
    mutated.write_bytes(data)
    read = timeline.chronology.load([str(mutated)])
    assert len(read.select()) == 1 or read.problems


@given(st.text("#=`~ \t-a", max_size=12))
def test_a_heading_is_the_text_at_its_place(text: str) -> None:
    lines = [f"{line}\n" for line in text.split("-")]
    for heading in headings(lines):
        assert lines[heading.first][heading.column :].startswith(heading.text)
        assert heading.text == heading.text.strip()
