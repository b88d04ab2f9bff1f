"""Family trees with faults, in other encodings, cut and changed: each says what is wrong."""

import io
import random
import unicodedata
from pathlib import Path

import ged4py as ged4py  # It registers the codec of ANSEL.
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.conftest import Run
from tests.readers.gedcom.test_gedcom import SMITH, tree
from tests.readers.reading import read, values
from timeline.errors import Problem
from timeline.readers.gedcom import read as read_tree
from timeline.readers.report import Report

SAID = [
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "2 NOTE A note", "that goes on"),
        "a.ged:8:1: error: this line does not begin with a level and a tag, as in "
        "'2 DATE 18 MAR 2014': if it continues a text, write CONT before it\n"
        " 8 | that goes on\n"
        "   | ^^^^^^^^^^^^\n",
        id="no level",
    ),
    pytest.param(
        tree("1 BIRT", "3 DATE 1850"),
        "a.ged:6:1: error: level 3 cannot come below level 1: write 2\n"
        " 6 | 3 DATE 1850\n"
        "   | ^^^^^^^^^^^\n",
        id="level left out",
    ),
    pytest.param(
        "0 @I1@ INDI\n1 BIRT\n2 DATE 1850\n0 TRLR\n",
        "a.ged:1:1: error: a GEDCOM file begins with '0 HEAD'\n"
        " 1 | 0 @I1@ INDI\n"
        "   | ^^^^^^^^^^^\n",
        id="no head",
    ),
    pytest.param(
        "0 HEAD\n0 @I1@ INDI\n1 BIRT\n2 DATE 18 MAR 20",
        "a.ged:4:1: error: the file does not end with '0 TRLR', so it may be cut: export it again\n"
        " 4 | 2 DATE 18 MAR 20\n"
        "   | ^\n",
        id="cut",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "0 @I1@ FAM"),
        "a.ged:7:1: error: the id @I1@ is used twice: line 3 has it too\n"
        " 7 | 0 @I1@ FAM\n"
        "   | ^^^^^^^^^^\n",
        id="id used twice",
    ),
    pytest.param(
        tree("0 INDI", "1 BIRT"),
        "a.ged:5:1: error: a person needs an id: write '0 @I1@ INDI'\n 5 | 0 INDI\n   | ^^^^^^\n",
        id="person without an id",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "2 SOUR Letter", "3 DATA", "4 DATE 1850-51"),
        "a.ged:9:8: error: date '1850-51' is not a date of GEDCOM: write it as in 18 MAR 2014, "
        "MAR 2014, ABT 2014 or BET 2013 AND 2014\n"
        " 9 | 4 DATE 1850-51\n"
        "   |        ^^^^^^^\n",
        id="date of a source",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "2 SOUR Letter", "3 DATA", "4 DATE (last week)"),
        "a.ged:9:8: warning: a date of a source that is only in words is ignored\n"
        " 9 | 4 DATE (last week)\n"
        "   |        ^^^^^^^^^^^\n",
        id="date of a source in words",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "2 NOTE @N7@", "2 SOUR @S9@"),
        "a.ged:7:8: warning: 2 lines refer to records that are not in the file\n"
        " 7 | 2 NOTE @N7@\n"
        "   |        ^^^^\n",
        id="no such records",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "2 DATE 1851"),
        "a.ged:7:8: warning: a second DATE of BIRT is ignored\n"
        " 7 | 2 DATE 1851\n"
        "   |        ^^^^\n",
        id="second date",
    ),
    pytest.param(
        tree("1 BIRT"),
        "a.ged:5:1: warning: BIRT has no date, and is left out\n 5 | 1 BIRT\n   | ^^^^^^\n",
        id="no date",
    ),
    pytest.param(
        tree("1 BIRT", "2 DATE 1850", "3 TIME 12:00", "2 PLAC Leeds", "3 MAP", "4 LATI N53"),
        "a.ged:7:8: warning: TIME of DATE is ignored\n"
        " 7 | 3 TIME 12:00\n"
        "   |        ^^^^^\n"
        "a.ged:9:1: warning: MAP of PLAC is ignored\n"
        " 9 | 3 MAP\n"
        "   | ^^^^^\n",
        id="lines below an event",
    ),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_said(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.ged").write_text(text)
    assert run("check", "-f", "a.ged").out == said


ENCODED = tree("1 BIRT", "2 DATE 1850", "2 PLAC Zürich").replace("John /Smith/", "Zoë /Müller/")


@pytest.mark.parametrize(
    ("codec", "character_set"),
    [
        pytest.param("utf-8", "UTF-8", id="UTF-8"),
        pytest.param("utf-8-sig", "UTF-8", id="UTF-8 with a mark"),
        pytest.param("utf-16", "UNICODE", id="UTF-16"),
        pytest.param("utf-16-le", "UNICODE", id="UTF-16 without a mark"),
        pytest.param("utf-16-be", "UNICODE", id="UTF-16, the other way round"),
        pytest.param("gedcom", "ANSEL", id="ANSEL"),
        pytest.param("cp1252", "WINDOWS-1252", id="Windows"),
        pytest.param("latin-1", "ISO-8859-1", id="Latin"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings(run: Run, tmp_path: Path, codec: str, character_set: str, line_end: str) -> None:
    text = ENCODED.replace("CHAR UTF-8", f"CHAR {character_set}").replace("\n", line_end)
    if codec == "gedcom":
        text = unicodedata.normalize("NFD", text)
    (tmp_path / "a").write_bytes(text.encode(codec))
    (event,) = timeline.open(tmp_path / "a").select()
    assert (event.title, event.places) == ("Birth of Zoë Müller", ("Zürich",))


def test_the_lines_shown_are_decoded(run: Run, tmp_path: Path) -> None:
    text = ENCODED.replace("PLAC Zürich", "NOTE @Nü@")
    (tmp_path / "a.ged").write_bytes(text.encode("utf-16"))
    assert run("check", "-f", "a.ged").out == (
        "a.ged:7:8: warning: there is no record @Nü@: NOTE is ignored\n"
        " 7 | 2 NOTE @Nü@\n"
        "   |        ^^^^\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            ENCODED.replace("CHAR UTF-8", "CHAR ANSI").encode("cp1252"),
            [
                "f:2:8: warning: the character set ANSI is not one of GEDCOM: "
                "the file is read as UTF-8",
                "f:4:10: error: byte 0xEB is not valid UTF-8: save the file as UTF-8",
            ],
            id="ANSI",
        ),
        pytest.param(
            tree("1 NOTE \x80").replace("UTF-8", "ANSEL").encode("latin-1"),
            ["f:5:8: error: byte 0x80 is not valid UTF-8: save the file as UTF-8"],
            id="not ANSEL",
        ),
        pytest.param(
            ENCODED.encode("utf-16")[:-1],
            ["f:8:7: error: byte 0xFF is not valid UTF-8: save the file as UTF-8"],
            id="half a character",
        ),
        pytest.param(
            ENCODED.encode("utf-32"),
            [
                "f: error: the file is not text, or it is UTF-16 or UTF-32: save it as UTF-8",
            ],
            id="UTF-32",
        ),
    ],
)
def test_encodings_that_cannot_be_read(data: bytes, said: list[str]) -> None:
    shown = [line.splitlines()[0] for line in read(data)[1]]
    assert [line for line in shown if line in said] == said


def problems_of(data: bytes) -> list[Problem]:
    """Read a file as a family tree, whatever it is."""
    problems: list[Problem] = []
    report = Report("f", problems)
    for _ in read_tree(io.BytesIO(data), report):
        pass
    report.finish()
    return problems


def said(data: bytes) -> list[str]:
    return [problem.message for problem in problems_of(data)]


WORDS = st.sampled_from(
    [
        *(
            "\n0 ",
            "\n1 ",
            "\n2 ",
            "\n3 ",
            "@I1@",
            "@F1@",
            "@S1@",
            "DATE ",
            "FROM ",
            "BET ",
            " AND ",
        ),
        *("INT ", "(", ")", "@#DJULIAN@ ", "@#DHEBREW@ ", " B.C.", "/32", "1850", "é"),
        *("\0", "\r", "\u2028"),
    ]
)


@given(st.data())
def test_a_changed_file_has_events_or_problems(data: st.DataObject) -> None:
    text = SMITH
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 20)))
        text = text[:start] + data.draw(WORDS) + text[end:]
    read(text)


@given(st.integers(0, len(SMITH.encode()) - 7))
def test_a_cut_file_is_refused(length: int) -> None:
    assert any(
        "cut" in message or "begins" in message or "UTF-8" in message
        for message in said(SMITH.encode()[:length])
    )


@given(st.binary())
def test_any_bytes_are_refused(data: bytes) -> None:
    assert said(data)


def test_random_bytes_are_refused() -> None:
    for seed in range(20):
        assert said(b"0 HEAD\n1 CHAR ANSEL\n" + random.Random(seed).randbytes(10_000))


def test_merged_with_other_files(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "family"
    folder.mkdir()
    (folder / "smith.ged").write_text(SMITH, encoding="utf-8")
    (folder / "other.ged").write_text("not a tree\n")
    (folder / "more.yaml").write_text(
        "- {date: 1745, title: John Smith learns to weave, actors: [Johann Schmidt]}\n"
    )
    ran = run("list", "--oneline", "-f", "family", "--actor", "=john-smith", "--until", "1755")
    assert ran.out.splitlines() == [
        "1732-02-11\tbirth-of-john-smith\tBirth of John Smith",
        "1745\tjohn-smith-learns-to-weave\tJohn Smith learns to weave",
        "[1750..1755]\tmove-to-york-john-smith\tMove: to York (John Smith)",
        "1750-06-16\tmarriage-of-john-smith-and-zoe-jones\tMarriage of John Smith and Zoë Jones",
    ]
    assert "family/other.ged: warning: skipped" in run("check", "-f", "family").out


def test_a_short_file_cannot_fill_the_memory(tmp_path: Path) -> None:
    note = "0 @N1@ NOTE " + "x" * 100_000
    events = "\n".join(["1 BIRT", "2 DATE 1850", "2 NOTE @N1@"] * 100)
    said = [one.message for one in problems_of(tree(events, note).encode())]
    assert said == [
        "the names, notes and sources of this file expand to too much text: "
        "refer to them less often"
    ]
    assert values(tree("1 BIRT", "2 DATE 1850", "2 NOTE @N1@", note))[-1].summary == "x" * 100_000


def test_a_date_that_does_not_exist_is_quoted_as_it_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ged").write_text(tree("1 BIRT", "2 DATE 3/18/2014"))
    ran = run("check", "-f", "a.ged", "--dates", "dmy")
    assert ran.out.startswith("a.ged:6:8: error: date '3/18/2014' is not a date of GEDCOM: ")
