"""Family trees: whole files, the dates of events, and what is said of faults and losses."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import timeline
from tests.conftest import Run
from timeline.model import Kind

HERE = Path(__file__).parent
SMITH = (HERE / "smith.ged").read_text(encoding="utf-8")
HEAD = "0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME John /Smith/\n"


def tree(*lines: str) -> str:
    """Return a file with a person; the lines begin on line 5."""
    return "\n".join([HEAD.rstrip("\n"), *lines, "0 TRLR", ""])


def test_a_family(run: Run, tmp_path: Path) -> None:
    (tmp_path / "smith.ged").write_text(SMITH, encoding="utf-8")
    ran = run("export", "-f", "smith.ged", "--format", "yaml", "-o", "smith.yaml")
    assert ran.code == 0
    written = (tmp_path / "smith.yaml").read_text(encoding="utf-8")
    assert written == (HERE / "smith.yaml").read_text(encoding="utf-8")
    assert run("check", "-f", "smith.yaml").out == ""


def test_what_is_lost_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "smith.ged").write_text(SMITH, encoding="utf-8")
    ran = run("check", "-f", "smith.ged")
    said = [line for line in ran.out.splitlines() if line.startswith("smith.ged")]
    assert "\n".join(said) == (
        "smith.ged:17:8: warning: TYPE of NAME is ignored\n"
        "smith.ged:18:7: warning: SEX of INDI is ignored, 2 times\n"
        "smith.ged:28:8: warning: 2 events and attributes have no date, and are left out\n"
        "smith.ged:43:8: warning: date '(about Easter)' is only in words: the event is left out\n"
        "smith.ged:62:8: warning: CHIL of FAM is ignored\n"
        "smith.ged:83:8: warning: REPO of SOUR is ignored\n"
        "smith.ged:84:1: warning: record REPO is ignored"
    )
    assert ran.code == 1


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        pytest.param(["2 DATE 18 MAR 2014"], "2014-03-18", id="day"),
        pytest.param(["2 DATE mar 2014"], "2014-03", id="month in small letters"),
        pytest.param(["2 DATE 2014"], "2014", id="year"),
        pytest.param(["2 DATE 980"], "0980", id="early year"),
        pytest.param(["2 DATE 44 B.C."], "-0043", id="year before 1"),
        pytest.param(["2 DATE 15 MAR 44 BCE"], "-0043-03-15", id="day before year 1, GEDCOM 7"),
        pytest.param(["2 DATE 1 BC"], "0000", id="1 BC"),
        pytest.param(["2 DATE ABT 1850"], "1850~", id="about"),
        pytest.param(["2 DATE CAL MAR 1850"], "1850-03~", id="calculated"),
        pytest.param(["2 DATE EST 1850"], "1850~", id="estimated"),
        pytest.param(["2 DATE BET 1850 AND MAR 1855"], "[1850..1855-03]", id="between"),
        pytest.param(["2 DATE BEF 1850"], "[..1850]", id="before"),
        pytest.param(["2 DATE AFT 5 MAR 1850"], "[1850-03-05..]", id="after"),
        pytest.param(["2 DATE FROM 1850 TO 1855"], "1850/1855", id="period"),
        pytest.param(["2 DATE FROM 1850"], "1850/", id="from"),
        pytest.param(["2 DATE TO 5 MAR 1850"], "/1850-03-05", id="to"),
        pytest.param(["2 DATE INT 1850 (in the war)"], "1850?", id="interpreted"),
        pytest.param(["2 DATE 1850", "3 PHRASE in the war"], "1850", id="with words, GEDCOM 7"),
        pytest.param(["2 DATE 11 FEB 1731/32"], "1732-02-11", id="dual year"),
        pytest.param(["2 DATE 24 MAR 1699/00"], "1700-03-24", id="dual year of a new century"),
        pytest.param(["2 DATE BET JAN 1731/32 AND 1740"], "[1732-01..1740]", id="dual in a range"),
        pytest.param(["2 DATE @#DGREGORIAN@ 5 MAR 1850"], "1850-03-05", id="gregorian"),
        pytest.param(["2 DATE @#DJULIAN@ 25 OCT 1917"], "1917-11-07", id="julian"),
        pytest.param(["2 DATE JULIAN 25 OCT 1917"], "1917-11-07", id="julian, GEDCOM 7"),
        pytest.param(["2 DATE @#DJULIAN@ 11 FEB 1731/32"], "1732-02-22", id="julian dual year"),
        pytest.param(["2 DATE @#DJULIAN@ 15 MAR 44 B.C."], "-0043-03-13", id="julian, before 1"),
        pytest.param(["2 DATE @#DJULIAN@ FEB 1700"], "[1700-02-11..1700-03-11]", id="julian month"),
        pytest.param(
            ["2 DATE ABT @#DJULIAN@ 1700"], "[1700-01-11~..1701-01-11~]", id="about a julian year"
        ),
        pytest.param(
            ["2 DATE FROM @#DJULIAN@ 1 JAN 1700 TO 1801"], "1700-01-11/1801", id="from julian"
        ),
        pytest.param(["2 DATE @#DHEBREW@ 5 IYR 5708"], "1948-05-14", id="hebrew"),
        pytest.param(["2 DATE @#DHEBREW@ 14 ADS 5776"], "2016-03-24", id="hebrew leap month"),
        pytest.param(["2 DATE @#DHEBREW@ TSH 5775"], "[2014-09-25..2014-10-24]", id="hebrew month"),
        pytest.param(["2 DATE @#DHEBREW@ 5775"], "[2014-09-25..2015-09-13]", id="hebrew year"),
        pytest.param(["2 DATE @#DFRENCH R@ 9 THER 2"], "1794-07-27", id="french"),
        pytest.param(["2 DATE FRENCH_R COMP 3"], "[1795-09-17..1795-09-22]", id="french leap days"),
    ],
)
def test_dates(tmp_path: Path, lines: list[str], edtf: str) -> None:
    path = tmp_path / "a.ged"
    path.write_text(tree("1 BIRT", *lines))
    (event,) = timeline.open(path).select()
    assert event.date.text == edtf


ANY_FORM = "write it as in 18 MAR 2014, MAR 2014, ABT 2014 or BET 2013 AND 2014"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        pytest.param(
            "30 FEB 2014",
            "date '2014-02-30' does not exist: February 2014 has 28 days",
            id="no such day",
        ),
        pytest.param(
            "5 SEPT 2014",
            "date '5 SEPT 2014' does not exist: there is no month SEPT in its calendar",
            id="no such month",
        ),
        pytest.param("0", "date '0' does not exist: there is no year 0", id="year 0"),
        pytest.param(
            "18 March 2014",
            f"date '18 March 2014' is not a date of GEDCOM: {ANY_FORM}",
            id="month in full",
        ),
        pytest.param(
            "3/4/1850", f"date '3/4/1850' is not a date of GEDCOM: {ANY_FORM}", id="numbers"
        ),
        pytest.param(
            "ABT 1850 (or so)",
            f"date 'ABT 1850 (or so)' is not a date of GEDCOM: {ANY_FORM}",
            id="words after a date",
        ),
        pytest.param("1" * 1001, f"a date has at most 1,000 characters: {ANY_FORM}", id="too long"),
        pytest.param(
            "2" * 99,
            f"date 'Y{'2' * 59}...' is out of range: years go from Y-1E15 to Y1E15",
            id="year out of range",
        ),
        pytest.param(
            "FROM 1860 TO 1850",
            "date '1860/1850' ends before it starts: write the earlier date first",
            id="ends before it starts",
        ),
        pytest.param(
            "1731/32",
            "the dual year in '1731/32' has two meanings: write 1731, 1732 or BET 1731 AND 1732",
            id="dual year without a month",
        ),
        pytest.param(
            "25 MAR 1731/32",
            "the dual year in '25 MAR 1731/32' has two meanings: "
            "write 1731, 1732 or BET 1731 AND 1732",
            id="dual year after new year's day",
        ),
        pytest.param(
            "FEB 1731/45",
            "'FEB 1731/45' is not a dual year, as in 11 FEB 1731/32: write one year",
            id="no dual year",
        ),
        pytest.param(
            "@#DROMAN@ 5 MAR 700",
            "date '@#DROMAN@ 5 MAR 700' is in the calendar ROMAN, which cannot be converted: "
            "write it in the Gregorian calendar",
            id="unknown calendar",
        ),
        pytest.param(
            "FROM @#DJULIAN@ 1700",
            "date 'FROM @#DJULIAN@ 1700' begins or ends a period on a day that is not known: "
            "write it in the Gregorian calendar",
            id="period from a julian year",
        ),
        pytest.param(
            "@#DJULIAN@ 29 FEB 1701",
            "date '@#DJULIAN@ 29 FEB 1701' does not exist: "
            "that month of the Julian calendar has 28 days",
            id="no such julian day",
        ),
        pytest.param(
            "@#DHEBREW@ 1 ADS 5775",
            "date '@#DHEBREW@ 1 ADS 5775' does not exist: "
            "there is no Adar Sheni (ADS) in that year: write ADR",
            id="no leap month",
        ),
        pytest.param(
            "@#DFRENCH R@ 1 VEND 15",
            "date '@#DFRENCH R@ 1 VEND 15' is not in a year of the French Republican calendar "
            "up to 14",
            id="french calendar after its end",
        ),
    ],
)
def test_a_date_is_refused(run: Run, tmp_path: Path, date: str, said: str) -> None:
    (tmp_path / "a.ged").write_text(tree("1 BIRT", f"2 DATE {date}"))
    ran = run("check", "-f", "a.ged")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == f"a.ged:6:8: error: {said}"


def test_other_notations_are_converted_if_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ged").write_text(tree("1 BIRT", "2 DATE 18 March 2014"))
    ran = run("export", "-f", "a.ged", "--dates", "human", "--format", "csv", "-o", "a.csv")
    assert ran.code == 0
    assert "2014-03-18" in (tmp_path / "a.csv").read_text()


def person(*lines: str, name: str = "1 NAME John /Smith/") -> str:
    return "\n".join(["0 HEAD", "0 @I1@ INDI", *([name] if name else []), *lines, "0 TRLR", ""])


@pytest.mark.parametrize(
    ("lines", "title", "tag"),
    [
        pytest.param(["1 BIRT"], "Birth of John Smith", "birth", id="event"),
        pytest.param(["1 EDUC MSc"], "Education of John Smith: MSc", "education", id="attribute"),
        pytest.param(["1 BIRT Y"], "Birth of John Smith", "birth", id="it happened"),
        pytest.param(
            ["1 EVEN", "2 TYPE Military service"],
            "Military service (John Smith)",
            "military-service",
            id="event with a type",
        ),
        pytest.param(
            ["1 FACT Victoria Cross", "2 TYPE Medals"],
            "Medals: Victoria Cross (John Smith)",
            "medals",
            id="fact",
        ),
        pytest.param(
            ["1 EVEN Won the lottery"], "Won the lottery (John Smith)", "event", id="only a value"
        ),
        pytest.param(["1 EVEN"], "Event (John Smith)", "event", id="neither"),
        pytest.param(
            ["1 DSCR " + "tall " * 30], "Description of John Smith", "description", id="long value"
        ),
    ],
)
def test_titles_and_tags(tmp_path: Path, lines: list[str], title: str, tag: str) -> None:
    path = tmp_path / "a.ged"
    path.write_text(person(*lines, "2 DATE 1850"))
    (event,) = timeline.open(path).select()
    assert (event.title, event.tags) == (title, (tag,))
    assert event.summary == ("tall " * 30).strip() * (tag == "description")


@pytest.mark.parametrize(
    ("names", "actors"),
    [
        pytest.param(["John /Smith/"], [("john-smith", "John Smith")], id="one"),
        pytest.param(
            ["John /Smith/", "John /Smith/", "John /Smith 2/", "john  smith"],
            [
                ("john-smith", "John Smith"),
                ("john-smith-2", "John Smith"),
                ("john-smith-2-2", "John Smith 2"),
                ("john-smith-3", "john smith"),
            ],
            id="several with one name",
        ),
        pytest.param(["/Лавров/ Сергей"], [("лавров-сергеи", "Лавров Сергей")], id="Cyrillic"),
        pytest.param(["? /?/"], [("person-i0", "? ?")], id="unknown"),
        pytest.param(["//"], [("unnamed-person-i0", "unnamed person I0")], id="empty"),
    ],
)
def test_people(tmp_path: Path, names: Sequence[str], actors: list[tuple[str, str]]) -> None:
    path = tmp_path / "a.ged"
    people = [
        f"0 @I{number}@ INDI\n1 NAME {name}\n1 BIRT\n2 DATE 185{number}\n"
        for number, name in enumerate(names)
    ]
    path.write_text(f"0 HEAD\n{''.join(people)}0 TRLR\n", encoding="utf-8")
    read = timeline.open(path)
    assert [event.actors for event in read.select()] == [(one,) for one, _ in actors]
    assert [(one, read.actors[one].name) for one, _ in actors] == actors
    assert {actor.kind for actor in read.actors.values()} == {Kind.PERSON}
