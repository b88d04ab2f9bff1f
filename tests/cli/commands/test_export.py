"""timeline export: where it writes, in which format, and what it refuses."""

import json
import stat
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from timeline.writers import WRITERS, Format

EVENTS = """\
title: Two
events:
  - {date: 2014-03-18, title: First, sources: [{title: S, url: "https://a.org"}]}
  - {date: 2015, title: "Zwölf 😀"}
"""
JSON = ("export", "--format", "json")
ARTICLE = "Before[^1].\n\n<!-- timeline -->\n<!-- /timeline -->\n\n[^1]: Mine.\n"
WRITTEN = """\
Before[^1].

<!-- timeline -->

## Two

### 2014

- **18 March 2014**: First[^2]

### 2015

- **2015**: Zwölf 😀

[^2]: [S](https://a.org)

<!-- /timeline -->

[^1]: Mine.
"""


@pytest.fixture(autouse=True)
def _events(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(EVENTS, encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"events.yaml"}


def said(err: str) -> str:
    """Return a message as one line, without the frame that Typer puts around it."""
    return " ".join(word for word in err.split() if not set(word) <= set("│╭╮╰╯─"))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("a.md", "markdown", id="md"),
        pytest.param("a.markdown", "markdown", id="markdown"),
        pytest.param("A.MD", "markdown", id="upper-case"),
        pytest.param("a.json", "json", id="json"),
        pytest.param("a.jsonl", "jsonl", id="jsonl"),
        pytest.param("a.ndjson", "jsonl", id="ndjson"),
        pytest.param("a.csv", "csv", id="csv"),
        pytest.param("a.tsv", "tsv", id="tsv"),
        pytest.param("a.yml", "yaml", id="yml"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(
    run: Run, tmp_path: Path, name: str, form: str
) -> None:
    ran = run("export", "-o", name)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"wrote 2 events to {name}\n")
    written = run("export", "--format", form).out
    assert written != ""
    assert (tmp_path / name).read_bytes().decode() == written
    assert names(tmp_path) == {name}


def test_a_format_that_is_named_comes_before_the_ending(run: Run, tmp_path: Path) -> None:
    assert run(*JSON, "-o", "a.md").code == 0
    assert json.loads((tmp_path / "a.md").read_text(encoding="utf-8"))["title"] == "Two"


def test_minus_is_standard_output(run: Run, tmp_path: Path) -> None:
    assert run(*JSON, "-o", "-") == run(*JSON)
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["-o", "a.txt"],
            "cannot tell the format from the name 'a.txt': add --format "
            "markdown|html|json|jsonl|csv|tsv|yaml|parquet|ics|timelinejs|mermaid|markwhen|wikitext"
            "|bibtex|csl",
            id="ending",
        ),
        pytest.param(
            ["--into", "a.md", "-o", "b.md"],
            "use either --into or --output",
            id="into-and-output",
        ),
        pytest.param(
            ["--into", "a.md", "--format", "json"], "--into writes Markdown, not json", id="format"
        ),
        pytest.param(
            ["--into", "a.md", "--front-matter"],
            "--front-matter cannot be used with --into",
            id="front-matter",
        ),
        pytest.param(
            ["-o", "a.md", "--heading-level", "7"], "7 is not in the range 1<=x<=6.", id="heading"
        ),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    ran = run("export", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in said(ran.err)
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("output", "message"),
    [
        pytest.param(
            "there.json", "there.json already exists: replace it with --force", id="existing"
        ),
        pytest.param(
            "link.json", "link.json already exists: replace it with --force", id="existing-link"
        ),
        pytest.param("folder", "cannot write folder: it is a folder", id="folder"),
        pytest.param(
            "no/a.json", "cannot write no/a.json: the folder no does not exist", id="missing-folder"
        ),
        pytest.param(
            "there.json/a.json",
            "cannot write there.json/a.json: Not a directory",
            id="file-as-folder",
        ),
        pytest.param(
            "/dev/full", "cannot write /dev/full: No space left on device", id="full-device"
        ),
        pytest.param(
            "a\x1b.json/b",
            "cannot write a<U+001B>.json/b: the folder a<U+001B>.json does not exist",
            id="control-in-name",
        ),
    ],
)
def test_what_cannot_be_written(run: Run, tmp_path: Path, output: str, message: str) -> None:
    (tmp_path / "there.json").write_text("old")
    (tmp_path / "link.json").symlink_to("there.json")
    (tmp_path / "folder").mkdir()
    assert run(*JSON, "-o", output) == (2, "", f"timeline: error: {message}\n")
    assert names(tmp_path) == {"there.json", "link.json", "folder"}
    assert (tmp_path / "there.json").read_text() == "old"


def test_force_replaces_a_file_and_keeps_its_permissions(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_text("old")
    there.chmod(0o640)
    assert run(*JSON, "-o", "there.json", "--force") == (0, "", "wrote 2 events to there.json\n")
    assert there.read_text(encoding="utf-8") == run(*JSON).out
    assert stat.S_IMODE(there.stat().st_mode) == 0o640


@pytest.mark.parametrize("existing", [True, False], ids=["to-a-file", "to-nowhere-yet"])
def test_a_link_stays_a_link(run: Run, tmp_path: Path, existing: bool) -> None:
    (tmp_path / "sub").mkdir()
    target = tmp_path / "sub" / "there.json"
    if existing:
        target.write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to("sub/there.json")
    assert run(*JSON, "-o", "link.json", "--force").code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == run(*JSON).out
    assert names(tmp_path / "sub") == {"there.json"}


def test_a_device_is_written_to_as_it_is(run: Run) -> None:
    assert run(*JSON, "-o", "/dev/null") == (0, "", "wrote 2 events to /dev/null\n")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("arguments", [["-o", "a.json"], []], ids=["file", "standard-output"])
def test_output_is_utf_8_whatever_the_locale(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = run(*JSON, *arguments, env=ascii_only)
    assert ran.code == 0
    text = (tmp_path / "a.json").read_text(encoding="utf-8") if arguments else ran.out
    assert [event["title"] for event in json.loads(text)["events"]] == ["First", "Zwölf 😀"]


def test_nothing_found_is_still_a_document(run: Run) -> None:
    ran = run(*JSON, "1066")
    assert (ran.code, ran.err) == (0, "no events match 1066 (2 searched)\n")
    assert json.loads(ran.out)["events"] == []


def test_markdown_is_the_format_where_none_is_named(run: Run) -> None:
    assert run("export", "-o", "-") == run("export", "--format", "markdown") == run("export")


def test_what_is_read_is_never_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- {date: 2001, title: One}\n")
    ran = run("export", "--format", "jsonl", "-o", "./events.yaml", "--force")
    assert ran == (
        2,
        "",
        "timeline: error: events are read from ./events.yaml: write to another file\n",
    )
    assert (tmp_path / "events.yaml").read_text() == "- {date: 2001, title: One}\n"


def test_into_an_article(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(ARTICLE, encoding="utf-8")
    article.chmod(0o604)
    (tmp_path / "link.md").symlink_to("article.md")
    for _ in range(2):
        assert run("export", "--into", "link.md") == (0, "", "wrote 2 events to link.md\n")
        assert article.read_text(encoding="utf-8") == WRITTEN
    assert stat.S_IMODE(article.stat().st_mode) == 0o604
    assert (tmp_path / "link.md").is_symlink()


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param("folder", "cannot write into folder: it is a folder", id="folder"),
        pytest.param("no.md", "cannot write into no.md: there is no such file", id="missing"),
        pytest.param("/dev/zero", "cannot write into /dev/zero: it is not a file", id="device"),
        pytest.param(
            "plain.md",
            "cannot write into plain.md: it has no lines '<!-- timeline -->' and "
            "'<!-- /timeline -->': put them where the chronology goes",
            id="no-marks",
        ),
    ],
)
def test_what_cannot_be_written_into(run: Run, tmp_path: Path, document: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "plain.md").write_text("Plain.\n")
    assert run("export", "--into", document) == (2, "", f"timeline: error: {message}\n")
    assert (tmp_path / "plain.md").read_text() == "Plain.\n"


OPTIONS = {
    "--group-by": "tag",
    "--style": "table",
    "--sources": "links",
    "--show": "tags",
    "--heading-level": "3",
    "--front-matter": "",
}


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("form", [form for form in Format if not WRITERS[form].is_binary])
def test_an_option_changes_the_export_or_is_refused(run: Run, form: Format, option: str) -> None:
    one = ["-f", str(ROOT / "events.yaml"), "2022", "--format", form]
    plain = run("export", *one)
    with_option = run("export", *one, option, *filter(None, [OPTIONS[option]]))
    if with_option.code:
        assert with_option.code == 2
        assert with_option.err.startswith(f"timeline: error: {option} cannot be used with {form}, ")
    else:
        assert with_option.out != plain.out


def test_an_option_is_refused_even_with_its_usual_value(run: Run) -> None:
    assert run("export", "--format", "csv", "--style", "list") == (
        2,
        "",
        "timeline: error: --style cannot be used with csv, only with markdown and wikitext\n"
        "see 'timeline export --help'\n",
    )


@pytest.mark.parametrize(
    ("name", "format"),
    [
        pytest.param("md", "markdown", id="an extension"),
        pytest.param("YML", "yaml", id="capitals"),
        pytest.param(".htm", "html", id="with its point"),
        pytest.param("wiki", "wikitext", id="wiki"),
        pytest.param("mw", "markwhen", id="mw"),
        pytest.param("timeline.json", "timelinejs", id="two extensions"),
        pytest.param("CSV", "csv", id="the name in capitals"),
    ],
)
def test_formats_have_their_extensions_as_other_names(run: Run, name: str, format: str) -> None:
    assert run("export", "--format", name) == run("export", "--format", format)
    assert run("export", f"--format={name}").code == 0


def test_formats_of_input_have_their_extensions_as_other_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("when\twhat\n2014\tA\n", encoding="utf-8")
    ran = run("export", "-f", "a.txt", "--input-format", "tsv", "--format", "jsonl")
    assert (ran.code, json.loads(ran.out)["title"]) == (0, "A")


def test_other_names_of_formats_are_refused(run: Run) -> None:
    ran = run("export", "--format", "pdf")
    assert ran.code == 2
    assert "'pdf' is not one of 'markdown', 'html'," in said(ran.err)


@pytest.mark.parametrize(("count", "is_told"), [(5_000, False), (5_001, True)])
def test_a_large_page_is_told(run: Run, tmp_path: Path, count: int, is_told: bool) -> None:
    rows = "".join(f"2014,A{number}\n" for number in range(count))
    (tmp_path / "a.csv").write_text(f"date,title\n{rows}", encoding="utf-8")
    told = (
        "a page of 5,001 events is large, and browsers open it slowly: narrow the question, as in "
        "'timeline export 2014 -o 2014.html'\n"
    )
    ran = run("export", "-f", "a.csv", "-o", "a.html")
    assert ran == (0, "", f"{told if is_told else ''}wrote {count:,} events to a.html\n")
