"""What `timeline check --fix` corrects, what it leaves, and that nothing else changes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import Run
from timeline.editing import Edits
from timeline.editing.fixing import fix_of

Fixed = Callable[[str], str]


def corrected(path: Path, text: str, rules: tuple[str, ...] = ("title-style",)) -> str:
    """Return the text of a file after what has one right answer is corrected."""
    path.write_bytes(text.encode())
    chronology = timeline.open(path)
    edits = Edits(chronology)
    fix = fix_of(edits.document(0), chronology.index, 0, chronology.problems, rules)
    if fix is not None:
        edits.make(0, fix.change)
    return edits.document(0).text


@pytest.fixture
def fixed(tmp_path: Path) -> Fixed:
    return lambda text: corrected(tmp_path / "events.yaml", text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("title: It ends.", "title: It ends", id="plain"),
        pytest.param("title: It ends.   # so", "title: It ends   # so", id="a comment"),
        pytest.param("title: 'It ends. '", "title: 'It ends '", id="single quotes"),
        pytest.param('title: "It ends."', 'title: "It ends"', id="double quotes"),
        pytest.param("title: >-\n    It\n    ends.", "title: >-\n    It\n    ends", id="folded"),
        pytest.param("title: |\n    It ends.\n", "title: |\n    It ends\n", id="block"),
        pytest.param("title: 7.", "title: 7", id="a number"),
    ],
)
def test_the_full_stop_of_a_title(fixed: Fixed, text: str, after: str) -> None:
    head, tail = "- date: 2014\n  ", "\n\n# The next\n- {date: 2015, title: Two}"
    assert fixed(f"{head}{text}{tail}") == f"{head}{after}{tail}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: Made by Acme Inc.", id="an abbreviation"),
        pytest.param("title: And so...", id="dots"),
        pytest.param('title: "It ends\\x2e"', id="an escape"),
        pytest.param("title: It ends.\n  ignore: title-style", id="ignored"),
        pytest.param("title: IT HAS ENDED", id="capitals"),
        pytest.param(f"title: {'x' * 101}", id="too long"),
        pytest.param("title: x\n  note: y", id="a key of another meaning"),
        pytest.param("title: x\n  when: y", id="a key of another program"),
        pytest.param("title: x\n  tag: y\n  tags: z", id="the known key is there"),
        pytest.param("title: x\n  tag: y\n  Tags: z", id="two that mean the same"),
        pytest.param("title: x\n  source: {url: nowhere}", id="a value that is not allowed"),
        pytest.param("title: x\n  tgs: y", id="a short word"),
        pytest.param("title: x\n  tags: [diplomacy, dipolmacy]", id="a misspelt tag"),
        pytest.param("title: x\n  ignore: [titel-style]", id="a misspelt rule"),
    ],
)
def test_what_has_several_answers_is_left(fixed: Fixed, text: str) -> None:
    text = f"- date: 2014\n  {text}\n"
    assert fixed(text) == text


def test_misspelt_keys_wherever_they_are(fixed: Fixed) -> None:
    assert (
        fixed("""\
titel: "X"   # c
chek: {selct: [default], Ignore: no-source}
actor:
  ann: {Name: Ann, alias: A, kinds: person}
  bob: &b
    rôle: Baker
    memberof: [{ID: un, untill: 2004}, {id: eu, since: 2004}]
tag: {war: {colour: red}}
events:
  - id: a
    date: 2014-03-18
    title: A
    sumary: >-
      Long
    "source":
      - {title: T, adress: x, URL: https://e.org/a, publishr: BBC}
      - Url: https://e.org
    Tags: [war]
""")
        == """\
title: "X"   # c
chek: {selct: [default], Ignore: no-source}
actors:
  ann: {name: Ann, alias: A, kind: person}
  bob: &b
    role: Baker
    member_of: [{id: un, until: 2004}, {id: eu, since: 2004}]
tags: {war: {color: red}}
events:
  - id: a
    date: 2014-03-18
    title: A
    summary: >-
      Long
    "sources":
      - {title: T, adress: x, url: https://e.org/a, publisher: BBC}
      - url: https://e.org
    tags: [war]
"""
    )


def test_one_event_that_cannot_be_corrected_keeps_no_other_from_it(fixed: Fixed) -> None:
    bad = "- {date: 2014, title: x, source: {URL: nowhere}}\n"
    assert fixed(bad + "- {date: 2014, title: y, tag: a}\n") == bad + (
        "- {date: 2014, title: y, tags: a}\n"
    )


def _bare(text: str) -> str:
    """Return a text without full stops, and with one word for all keys that may be renamed."""
    keys = r"\b(tags?|summ?ary|sources?|places?)\b"
    return re.sub(keys, "key", text, flags=re.IGNORECASE).replace(".", "")


_KEYS = st.sampled_from(["tags", "tag", "Tags", "sumary", "note", "source", "place", "xyz"])
_TITLES = st.sampled_from(["One", "One.", "U.S.", "'It''s.'", '"So."', '"a\\x2e"'])
_EVENTS = st.lists(st.tuples(_TITLES, st.dictionaries(_KEYS, st.just("a"), max_size=3)), min_size=1)


@given(events=_EVENTS, flow=st.booleans(), ends=st.sampled_from(["\n", "\r\n"]))
def test_other_bytes_stay_and_a_second_time_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    events: list[tuple[str, dict[str, str]]],
    flow: bool,
    ends: str,
) -> None:
    path = tmp_path_factory.mktemp("fixed") / "events.yaml"
    lines = []
    for number, (title, keys) in enumerate(events):
        pairs = [f"id: e{number}", "date: 2014", f"title: {title}"]
        pairs += [f"{key}: {value}" for key, value in keys.items()]
        lines.append(f"- {{{', '.join(pairs)}}} # c" if flow else "- " + "\n  ".join(pairs))
    text = "\n".join(["\ufeff# A list", *lines, ""]).replace("\n", ends)
    once = corrected(path, text.removeprefix("\ufeff"))
    assert corrected(path, once) == once
    assert _bare(once) == _bare(text.removeprefix("\ufeff"))
    chronology = timeline.open(path)
    assert [one.id for one in chronology.select()] == [f"e{n}" for n in range(len(events))]


def test_files_are_corrected_and_the_rest_is_reported(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    text = "- date: 2014\n  title: It ends.\n  tag: a\n  note: x\n"
    path.write_text(text)
    left = (
        "events.yaml:4:3: warning: unknown key 'note' is ignored: did you mean 'summary'?\n"
        " 4 |   note: x\n"
        "   |   ^^^^\n"
    )
    options = ["check", "--select", "title-style", "--fix"]
    diff = (
        "--- events.yaml\n+++ events.yaml\n@@ -1,4 +1,4 @@\n - date: 2014\n"
        "-  title: It ends.\n-  tag: a\n+  title: It ends\n+  tags: a\n   note: x\n"
    )
    assert run(*options, "--dry-run") == (1, diff, "")
    assert path.read_text() == text
    assert run(*options) == (
        1,
        left,
        "events.yaml: deleted the full stop of a title, renamed the key 'tag' to 'tags'\n"
        "1 warning in 1 file\n",
    )
    assert path.read_text() == "- date: 2014\n  title: It ends\n  tags: a\n  note: x\n"
    path.write_text("- {date: 2014, title: It ends.}\n")
    assert run(*options) == (0, "", "events.yaml: deleted the full stop of a title\n")
    assert run(*options) == (0, "", "")


def test_what_cannot_be_corrected_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,title\n2014,It ends.\n")
    ran = run("check", "-f", "a.csv", "--fix", "--select", "title-style")
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        "a.csv is not a YAML file, and only these can be changed: make one with timeline export "
        "-f FILE -o events.yaml",
    )
    (tmp_path / "b.yaml").write_text("- {date: 2014-13, title: It ends., tag: a}\n")
    ran = run("check", "-f", "b.yaml", "--fix")
    assert ran.err == (
        "nothing is corrected in files with errors: correct these first\n"
        "1 error and 1 warning in 1 file\n"
    )
    ran = run("check", "--dry-run")
    assert ran.code == 2
    assert ran.err.startswith("timeline: error: add --fix, or leave it out\n")
