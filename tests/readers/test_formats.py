"""What a file is, told from how it starts; and which files of a folder are chronologies."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT, Run
from timeline.readers.formats import ENDINGS, FORMATS, format_of, kind_of_file

TIMELINE_JS = b"""\
{
  "title": {"text": {"headline": "Whitney Houston", "text": "1963-2012"}},
  "events": [
    {"start_date": {"year": "1963"}, "text": {"headline": "Born"}}
  ]
}
"""
KINDS = [
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture", id="png"),
    pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture", id="jpeg"),
    pytest.param(b"GIF89a", "a picture", id="gif"),
    pytest.param(b"RIFF\0\0\0\0WEBPVP8 ", "a picture", id="webp"),
    pytest.param(b"\0\0\0\x18ftypheic", "a picture", id="heic"),
    pytest.param(b"%PDF-1.7\n", "a PDF document", id="pdf"),
    pytest.param(b"PK\x03\x04..word/document.xml", "a Word document", id="docx"),
    pytest.param(b"PK\x03\x04..xl/workbook.xml", "an Excel workbook", id="xlsx"),
    pytest.param(
        b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument file",
        id="ods",
    ),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word or Excel file", id="xls"),
    pytest.param(b"{\\rtf1\\ansi", "an RTF document", id="rtf"),
    pytest.param(b"SQLite format 3\0", "an SQLite database", id="sqlite"),
    pytest.param(b"PK\x03\x04..events.yaml", "a compressed file", id="zip"),
    pytest.param(b"\x1f\x8b\x08", "a compressed file", id="gzip"),
    pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE html>\n<p>", "an HTML page", id="html"),
    pytest.param(b"<?xml version='1.0'?><svg/>", "XML", id="xml"),
    pytest.param(
        b'{"timeline": {"headline": "A", "date": [{"startDate": "2012"}]}}',
        "JSON for the first TimelineJS",
        id="old-timeline-js",
    ),
    # What may be a chronology is not taken for anything else.
    pytest.param(b"- date: 2014\n  title: A, B\n", None, id="list"),
    pytest.param(b"events:\n  - {date: 2014, title: A}\n", None, id="mapping"),
    pytest.param(b'{"events": [{"date": "2014", "title": "A"}]}', None, id="json"),
    pytest.param(b'[\n{"date": "2014"},\n{"date": "2015"}\n]', None, id="json-list"),
    pytest.param(b"date: 2014\ntitle: In 1914: a war, a peace\n", None, id="one-event"),
    pytest.param(b"# date,title\n# 2014,A\n- {date: 2014, title: A}\n", None, id="comments"),
    pytest.param(b"Once upon a time, long ago,\nthere was a king, and\n", None, id="prose"),
    pytest.param(b"title: A\nevents:\n- 1914: a\n", None, id="year-as-key"),
    pytest.param(b"1914:\n  - date: 1914\n", None, id="years-with-lists"),
    pytest.param(b"%YAML 1.2\n---\n- date: 2014\n", None, id="directive"),
    pytest.param(b"", None, id="empty"),
    pytest.param("é".encode("latin-1"), None, id="not-utf-8"),
]


@pytest.mark.parametrize(("start", "name"), KINDS)
def test_what_a_file_is(start: bytes, name: str | None) -> None:
    kind = kind_of_file(start)
    assert (kind and kind.name) == name


@given(st.binary() | st.text('",;\t\r\n0{}: \x85\u2028date').map(str.encode))
def test_any_bytes_can_be_looked_at(start: bytes) -> None:
    kind_of_file(start)


def test_no_chronology_of_the_tests_is_taken_for_anything_else() -> None:
    errors = (ROOT / "tests" / "errors").glob("*.yaml")
    files = [one for one in errors if not one.name.startswith("looks-like")]
    assert {
        path.name: kind_of_file(path.read_bytes()[: 1 << 14]) for path in files
    } == dict.fromkeys((path.name for path in files), None)


def test_each_ending_has_one_format() -> None:
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert {format_of(f"x{ending}".upper(), b"").name for ending in ENDINGS} == {
        one.name for one in FORMATS if one.endings
    }


@pytest.mark.parametrize(
    ("path", "start", "name"),
    [
        pytest.param("x.txt", b"- date: 2014", "YAML", id="yaml"),
        pytest.param(
            "x",
            b"{events: [{date: 2014, title: a,\n  id: a}, {title: b, id: b}]}",
            "YAML",
            id="flow",
        ),
        pytest.param("-", b"date,title\n2014-03-18,Putin signs\n", "CSV", id="csv"),
        pytest.param("-", b"sep=;\r\nx;y\r\n", "CSV", id="csv that names its delimiter"),
        pytest.param(
            "-", b"A: the wall\n\nDate,Event\n1989,Wall\n", "CSV", id="csv below its title"
        ),
        pytest.param(
            "x.yaml",
            b'\xef\xbb\xbf"Start date";"Event"\r\n"2014";"Putin; signs"\r\n',
            "CSV",
            id="excel",
        ),
        pytest.param("x", b"Year\tHeadline\n2014\tPutin signs\n", "CSV", id="tsv"),
        pytest.param("x", b'{"date": "2014"}\n{"date": "2015"}\n', "JSON Lines", id="json lines"),
        pytest.param("-", b'{"id":"a","date":"2014"}\n', "JSON Lines", id="one exported line"),
        pytest.param("-", b'{"id":"a",\n"date":"2014"}\n', "YAML", id="an object on two lines"),
        pytest.param("-", b'{\n"title": "", \n', "JSON", id="exported json"),
        pytest.param("-", b'{"scale": "human"}', "TimelineJS", id="TimelineJS without events"),
        pytest.param("-", b"timezone: UTC\ntitle: a\n", "markwhen", id="exported markwhen"),
        pytest.param("-", b"9 November 1989: A\n- b\n", "markwhen", id="a list in an event"),
        pytest.param("-", b"44 BCE: A\n", "markwhen", id="a year before year 1"),
        pytest.param("-", b"description: >-\n  1914: A\n", "YAML", id="a year in a block"),
        pytest.param("-", b"questions:\n  1914: in 1914\n", "YAML", id="a question with a year"),
        pytest.param(
            "-", b"id,date,earliest,latest,approximate,uncertain,title", "CSV", id="empty"
        ),
        pytest.param("x.txt", b"BEGIN:VCALENDAR\r\n", "iCalendar", id="calendar"),
        pytest.param("x", b"0 HEAD\r\n1 SOUR x\r\n", "GEDCOM", id="family tree"),
        pytest.param("x.yaml", "0 HEAD\n".encode("utf-16"), "GEDCOM", id="family tree in UTF-16"),
        pytest.param("x.json", b'{"events": [{"start_date": {', "TimelineJS", id="TimelineJS"),
        pytest.param("x.json", b'{"events": [', "JSON", id="json"),
        pytest.param(
            "x.txt",
            b"title: Russia\n\n// a comment\n2014-03-18: Putin signs #war\n",
            "markwhen",
            id="markwhen",
        ),
        pytest.param(
            "-",
            b"2014/2015: A span\n03/18/2014 - 2015-01: Another\n",
            "markwhen",
            id="ranges of markwhen",
        ),
        pytest.param("x", b"title: A\nevents:\n- 1914: a\n", "YAML", id="year as key"),
        pytest.param("x", b"1914:\n  - date: 1914\n", "YAML", id="years with lists"),
        pytest.param("x.csv", b"- date: 2014\n", "CSV", id="the extension of a table decides"),
        pytest.param("x.md", b"- date: 2014\n", "Markdown note", id="so does that of a note"),
        pytest.param("-", b"---\ndate: 2014\n---\n", "Markdown note", id="note"),
        pytest.param(
            "x.txt",
            b"\xef\xbb\xbf---\r\ntags: [a]\r\n...\r\n\r\n- [ ] to do\r\n",
            "Markdown note",
            id="note with a body",
        ),
        pytest.param("-", b"---\ndate: 2014\n---\ndate: 2015\n", "YAML", id="two documents"),
        pytest.param("-", b"---\na: 1\n---\n# b\n- date: 2\n", "Markdown note", id="a heading"),
        pytest.param("-", b"---\na: 1\n---\n- date: 2015\n", "YAML", id="a list follows"),
        pytest.param("-", b"---\na: 1\n---\n---\nb: 1\n", "YAML", id="three documents"),
        pytest.param("-", b"---\ndate: 2014\n...\n", "YAML", id="the end of one event"),
        pytest.param("-", b"---\nevents:\n- date: 2\n---\nText\n", "YAML", id="events"),
        pytest.param("-", b"---\n- date: 2014\n---\nText\n", "YAML", id="a list of events"),
        pytest.param("-", b"---\ntheme: minima\n---\n", "YAML", id="keys of something else"),
        pytest.param("-", b"---\ndate: 2014\ntitle: A\n", "YAML", id="one line only"),
    ],
)
def test_the_first_bytes_tell_the_format(path: str, start: bytes, name: str) -> None:
    assert format_of(path, start).name == name


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(
            "events.yaml",
            "%PDF-1.7\n",
            "events.yaml: error: this looks like a PDF document, which timeline cannot read: "
            "write each event as '- date: 2014-03-18' with a line 'title: ...' under it\n",
            id="PDF",
        ),
    ],
)
def test_a_file_that_was_named_is_refused(
    run: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content)
    assert run("list", "-f", name) == (2, "", said)
    assert run("check", "-f", name) == (1, said, "1 error in 1 file\n")


FOLDER = {
    "1914/sarajevo.yaml": "id: sarajevo\ndate: 1914-06-28\ntitle: Assassination\ntags: [war]\n",
    "1914/07/declaration.yml": "date: 1914-07-28\ntitle: Declaration of war\nfollows: sarajevo\n",
    "actors.yaml": "actors:\n  ferdinand: {name: Franz Ferdinand}\n",
    ".hidden/not.yaml": "- {date: 2000, title: Hidden}\n",
    "1914/.not.yaml": "- {date: 2000, title: Hidden}\n",
    "_config.yml": "title: My site\ntheme: minima\nyear: 2020\nsections: [a, b]\n",
    "playbook.yaml": "- name: Install\n  hosts: all\n",
    "chart.yaml": "replicas: {{ count }}\nlist: [\n",
    "empty.yaml": "# nothing\n",
    "picture.yaml": "%PDF-1.7\n",
    "notes.txt": "date,title\n",
}
SKIPPED = "warning: skipped: it has no event with a date and a title"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FOLDER.items():
        path = tmp_path / "history" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path / "history"


def test_a_folder_is_read_with_its_subfolders(run: Run, folder: Path) -> None:
    ran = run("list", "--oneline", "-f", folder.name)
    assert (ran.code, ran.out) == (
        0,
        "1914-06-28\tsarajevo\tAssassination\n1914-07-28\tdeclaration-of-war\tDeclaration of war\n",
    )


def test_what_is_no_chronology_in_a_folder_is_a_warning(run: Run, folder: Path) -> None:
    assert run("check", "-f", folder.name).out.splitlines() == [
        f"history/_config.yml: {SKIPPED}",
        f"history/chart.yaml: {SKIPPED}",
        f"history/empty.yaml: {SKIPPED}",
        "history/picture.yaml: warning: skipped: this looks like a PDF document",
        f"history/playbook.yaml: {SKIPPED}",
    ]


def test_a_file_that_was_named_too_is_no_warning(run: Run, folder: Path) -> None:
    for files in (["-f", "history", "-f", "history/_config.yml"], ["-f", "history/_config.yml"]):
        assert "_config.yml:3:1: error: the event has no date" in run("check", *files).out


def test_a_chronology_with_an_error_in_a_folder_is_refused(run: Run, folder: Path) -> None:
    (folder / "wrong.yaml").write_text("- date: 1914-06-31\n  title: Not there\n")
    assert run("list", "-f", folder.name).code == 2


@contextmanager
def few_open_files(most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("modified", [None, 1_000_000_000], ids=["just-written", "old"])
def test_a_folder_may_hold_more_files_than_can_be_open(
    tmp_path: Path, modified: int | None
) -> None:
    for number in range(200):
        path = tmp_path / f"{number}.yaml"
        path.write_text(f"date: 2014\ntitle: Event {number}\nactors: [a]\n")
        if modified is not None:
            os.utime(path, (modified, modified))
    # The registry comes last: every file is read twice.
    (tmp_path / "z.yaml").write_text("actors: {b: {}}\n")
    with few_open_files(100):
        opened = timeline.open(tmp_path)
        names = [f"{number}.yaml" for number in range(200)]
        assert sorted(event.title for event in opened.select()) == sorted(
            f"Event {number}" for number in range(200)
        )
        assert sorted(Path(one.file).name for one in opened.warnings) == sorted(names)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("date: 2014\ntitle: One\n")
    (tmp_path / "again").symlink_to(tmp_path)
    assert timeline.open(tmp_path).files == (str(tmp_path / "a.yaml"),)
