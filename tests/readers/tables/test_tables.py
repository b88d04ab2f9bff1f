"""Tables as people have them: which events they hold, and what is said of the rest."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
from tests.conftest import Run
from tests.writers.conftest import Open
from tests.writers.conftest import opened as opened
from tests.writers.markdown.test_document import chronologies
from timeline.readers.tables.cells import guarded, joined, split, unguarded
from timeline.writers import Format, write


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
@given(content=chronologies)
@example(content={"events": [{"date": "1939-25", "title": "=1", "tags": ["a; b", "-c\\", ";"]}]})
@example(content={"events": [{"date": "1920", "title": "a\nb\n\nc", "sources": ["'x", "y;"]}]})
def test_an_exported_table_reads_back_as_the_same_events(
    opened: Open, again: Path, content: Mapping[str, Any], form: Format
) -> None:
    one = opened(content)
    path = again / f"a.{form}"
    path.write_text("".join(write(one, one.select(), form)), encoding="utf-8", newline="")
    if not one.select():
        return
    assert list(timeline.open(path).select()) == list(one.select())


@given(texts=st.lists(st.text(";\\ab' =", max_size=4).map(str.strip), min_size=1, max_size=4))
def test_a_list_in_a_cell_is_split_as_it_was_joined(texts: list[str]) -> None:
    expected = [] if texts == [""] else texts
    assert split(joined(texts).strip()) == expected
    assert split(joined(texts).strip(), addresses=True) == expected
    assert unguarded(guarded(joined(texts))) == joined(texts)


TABLES = [
    pytest.param(
        "Date;Title\n2014-03-18;Putin signs\n",
        ["2014-03-18 Putin signs"],
        id="semicolons",
    ),
    pytest.param("\ufeffdate\ttitle\r\n2014\tA\r\n", ["2014 A"], id="tabs, and a byte-order mark"),
    pytest.param(
        'Start Date,End Date,Event\n1914-07-28,1918-11-11,"War, the Great"\n1914,,Summer\n',
        ["1914 Summer", "1914-07-28/1918-11-11 War, the Great"],
        id="start and end",
    ),
    pytest.param("Year,Name\n1066,Hastings\n", ["1066 Hastings"], id="year"),
    pytest.param(
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Headline,Type\n"
        ",,,,,,,,The title,title\n"
        "1989,11,9,18:53,,,,,Wall,\n"
        "-44,3,15,,,,,,Caesar,\n"
        "1914,7,,,1918,11,11,,War,\n"
        "1900,,,,1950,,,,Time,era\n",
        ["-0043-03-15 Caesar", "1914-07/1918-11-11 War", "1989-11-09T18:53 Wall"],
        id="TimelineJS",
    ),
    pytest.param('date,title\n\n2014,"a\nb"\n\n', ["2014 a\nb"], id="a line end in a cell"),
    pytest.param("date,title,tags\n2014,A\n", ["2014 A"], id="a short row"),
    pytest.param("sep=;\r\nDate;Event\r\n2014;A, B\r\n", ["2014 A, B"], id="Excel's delimiter"),
    pytest.param('"sep=|"\nDate|Event\n2014|A;B,C\n', ["2014 A;B,C"], id="delimiter in quotes"),
    pytest.param(
        "Date,End Date,Event\n1914-07-28,1918-11-11,War\n1919,,Peace\n",
        ["1914-07-28/1918-11-11 War", "1919 Peace"],
        id="a date with an end",
    ),
    pytest.param("Date,Time,Event\n2014-03-18,9:30,A\n", ["2014-03-18T09:30 A"], id="a time"),
    pytest.param("Time,Event\n2014,A\n", ["2014 A"], id="a time alone"),
]


SLIDES = """\
Year,Headline,Text,Media,Media Credit,Media Caption,Type,Group
,The <b>title</b>,<p>All about it</p>,,,,title,
2014,A &amp; B,"<p>Signed <a href=""https://a.org"">here</a></p><p>Two</p>",https://b.org/?a&copy=2,\
<i>C</i>,D &amp; E,,Law &amp; order
2015,A < b,,<blockquote>Quoted</blockquote>,,,,
2016,C,,"<iframe src=""https://x.org""></iframe>",,,,
"""
SLIDES_IN_YAML = """\
title: The title
description: All about it
events:
  - id: a-b
    date: 2014
    title: A & B
    summary: |-
      Signed here (https://a.org)

      Two
    tags: [Law & order]
    sources:
      - title: D & E
        url: "https://b.org/?a&copy=2"
        publisher: C
  - id: a-b-2015
    date: 2015
    title: "A < b"
    sources:
      - title: Quoted
  - id: c
    date: 2016
    title: C
"""


def test_the_spreadsheet_of_timeline_js_has_html(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SLIDES, encoding="utf-8")
    assert run("export", "-f", "a.csv", "--format", "yaml").out == SLIDES_IN_YAML
    assert run("check", "-f", "a.csv").out == (
        "a.csv:5:9: warning: media that is HTML without text is ignored\n"
        ' 5 | 2016,C,,"<iframe src=""https://x.org""></iframe>",,,,\n'
        "   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
    )


def test_other_tables_have_no_html(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Date,Event\n2014,a <b>B</b> &amp; c\n", encoding="utf-8")
    assert (
        run("list", "-f", "a.csv", "--oneline").out == "2014\ta-b-b-b-amp-c\ta <b>B</b> &amp; c\n"
    )


@pytest.mark.parametrize(("text", "events"), TABLES)
def test_tables_of_other_programs(tmp_path: Path, text: str, events: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8", newline="")
    found = timeline.open(path).select()
    assert [f"{event.date.text} {event.title}" for event in found] == events


SAID = [
    pytest.param(b"", "a.csv: error: the table is empty: write a header row first\n", id="empty"),
    pytest.param(
        b"when,what\n2014,A\n",
        "",
        id="columns with other names",
    ),
    pytest.param(
        b"day,x\n2014,A\n",
        "a.csv:1:1: error: no column holds the date: name one 'date', or choose one with "
        "--column date=NAME; the columns are day and x\n"
        " 1 | day,x\n"
        "   | ^\n"
        "a.csv:1:5: warning: column 'x' is ignored: the known columns are id, date, title, "
        "summary, actors, places, tags, follows, sources, ignore, source_titles, source_urls, "
        "source_publishers, source_dates and source_archives\n"
        " 1 | day,x\n"
        "   |     ^\n",
        id="no date",
    ),
    pytest.param(
        b"date,title\n18 March 2014,A\n",
        "a.csv:2:1: error: date '18 March 2014' is not EDTF: write 2014-03-18\n"
        " 2 | 18 March 2014,A\n"
        "   | ^^^^^^^^^^^^^\n",
        id="a date in words",
    ),
    pytest.param(
        b'date,title,actors\n2014,"A\nB","Putin, Obama"\n',
        "a.csv:3:4: warning: 'Putin, Obama' is one name with a comma: separate actors with '; '\n"
        ' 3 | B","Putin, Obama"\n'
        "   |    ^^^^^^^^^^^^^^\n",
        id="names separated by commas",
    ),
    pytest.param(
        b"date,title\n2014,\n",
        "a.csv:2:6: error: the event's title is empty: write one\n 2 | 2014,\n   |      ^\n",
        id="no title",
    ),
    pytest.param(
        b"date,title\n2014,A, B\n",
        "a.csv:2:8: error: the row has 3 cells, but the heading has 2: "
        "put a cell that contains the delimiter in quotes\n"
        " 2 | 2014,A, B\n"
        "   |        ^^\n",
        id="a cell too many",
    ),
    pytest.param(
        b"date,title\n2014,\xe9t\xe9\n",
        "a.csv:2:6: error: byte 0xE9 is not valid UTF-8: save the file as UTF-8\n",
        id="latin 1",
    ),
    pytest.param(
        "date,title\n2014,A\n".encode("utf-16"),
        "a.csv: error: the file is UTF-16: save it as UTF-8\n",
        id="utf-16",
    ),
    pytest.param(
        b"date,title,Event,Name\n2014,A,B,C\n",
        "a.csv:1:12: warning: column 'Event' is ignored: the title is in 'title'\n",
        id="two titles",
    ),
    pytest.param(
        b"date,title,earliest,approximate\n2014,A,2014-01-01,FALSE\n2015,B,2016-01-01,false\n",
        "a.csv:3:8: warning: 'earliest' differs from the date, and is ignored: change the date\n"
        " 3 | 2015,B,2016-01-01,false\n"
        "   |        ^^^^^^^^^^\n",
        id="a computed column that was changed",
    ),
    pytest.param(
        b"date,title\n18 March 2014,A\n2015,B\nMay 2015,C\n",
        "a.csv:2:1: error: date '18 March 2014' is not EDTF: write 2014-03-18\n"
        " 2 | 18 March 2014,A\n"
        "   | ^^^^^^^^^^^^^\n"
        "a.csv:2:1: warning: --dates human converts 2 such dates, which have only one reading\n",
        id="dates in words",
    ),
    pytest.param(
        b"date,title\n2014\n2015,B\n",
        "a.csv:2:5: error: the event's title is empty: write one\n 2 | 2014\n   |     ^\n",
        id="a row without its title",
    ),
    pytest.param(
        b"Event,Name,Date\nwar,Great War,1915\n",
        "a.csv:1:1: error: the title may be in 'Event' or 'Name': "
        "choose one with --column title=NAME\n"
        " 1 | Event,Name,Date\n"
        "   | ^^^^^\n",
        id="two columns for the title",
    ),
    pytest.param(
        b"Date,Year,Event\n1914-07-28,1914,War\n",
        "a.csv:1:6: warning: column 'Year' is ignored: the date is in 'Date'\n",
        id="a part of the date besides the date",
    ),
    pytest.param(
        b"Start,Begin,Event\n1914-07-28,1914,War\n",
        "a.csv:1:7: warning: column 'Begin' is ignored: the start is in 'Start'\n",
        id="two starts",
    ),
    pytest.param(
        b"Date,Event,Source title,Source titles\n1914-07-28,War,a,b\n",
        "a.csv:1:25: warning: column 'Source titles' is ignored: "
        "the title of sources is in 'Source title'\n",
        id="two titles of sources",
    ),
    pytest.param(
        b"Timeline of the wall,,\n,,\nby me,,\nDate,Event,Where\n1989,Wall,Berlin\n",
        "a.csv:1:1: warning: the 2 rows above the header row in line 4 are ignored\n"
        " 1 | Timeline of the wall,,\n"
        "   | ^\n",
        id="titles above the header row",
    ),
    pytest.param(
        b"Timeline of the wall,\n\nJahr,Ereignis\n1989,Wall\n",
        "a.csv:1:1: warning: the row above the header row in line 3 is ignored\n"
        " 1 | Timeline of the wall,\n"
        "   | ^\n"
        "a.csv:3:1: error: no column holds the date: name one 'date', or choose one with "
        "--column date=NAME; the columns are Jahr and Ereignis\n",
        id="a title above unknown columns",
    ),
    pytest.param(
        b" ,\n",
        "a.csv:1:1: error: no column holds the date: name one 'date', or choose one with "
        "--column date=NAME; the columns are without names\n",
        id="no headings",
    ),
    pytest.param(
        b"Start Date,End Date,Event\n1914-07-28,1913-11-11,War\n",
        "a.csv:2:12: error: date '1914-07-28 to 1913-11-11' ends before it starts: "
        "write the earlier date first\n"
        " 2 | 1914-07-28,1913-11-11,War\n"
        "   |            ^^^^^^^^^^\n",
        id="an end before its start",
    ),
    pytest.param(
        b"Year,Month,Day,Headline\n2014,13,1,A\n1968,21,,B\n2014,Mar,1,C\n",
        "a.csv:2:1: error: date '2014 13 1' does not exist: there is no month 13\n"
        " 2 | 2014,13,1,A\n"
        "   | ^^^^\n"
        "a.csv:3:1: error: date '1968 21' does not exist: there is no month 21\n"
        " 3 | 1968,21,,B\n"
        "   | ^^^^\n"
        "a.csv:4:1: error: date '2014 Mar 1' is not EDTF: write 2014-03-01\n",
        id="parts that make no date",
    ),
    pytest.param(
        b'date,title\n2014,"A\n',
        "a.csv:2:6: error: the quotes of this cell are never closed: end it with a quote, and "
        'double the quotes within it ("")\n'
        ' 2 | 2014,"A\n'
        "   |      ^^\n",
        id="an open quote",
    ),
    pytest.param(
        b'date,title,summary\n2014,A,"a\nb"\n2015,"B,c\n2016,C,\n2017,"D, e",f\n2018,E,\n',
        "a.csv:4:6: error: the quotes of this cell are closed only in line 6: end it with a quote, "
        'and double the quotes within it ("")\n'
        ' 4 | 2015,"B,c\n'
        "   |      ^^^^\n",
        id="a quote that is open up to the next one",
    ),
    pytest.param(
        b'date;title;summary\n2014;"A";"he said "yes" twice"\n',
        "a.csv:2:10: error: text follows the quotes of this cell: end it with a quote, and double "
        'the quotes within it ("")\n'
        ' 2 | 2014;"A";"he said "yes" twice"\n'
        "   |          ^^^^^^^^^^^^^^^^^^^^^\n",
        id="quotes within quotes",
    ),
    pytest.param(
        b"date,title\n2014,A\n2015," + b"B" * (1 << 20) + b"B,\n",
        "a.csv:3:6: error: more than a million characters in one cell: shorten it\n",
        id="a cell that is too long",
    ),
    pytest.param(
        b'date,title\n2014,A\n2015,"B\n' + b"2016,C\n" * (1 << 18),
        "a.csv:3:6: error: the quotes of this cell are never closed: end it with a quote, and",
        id="an open quote in a long table",
    ),
]


@pytest.mark.parametrize(("content", "said"), SAID)
def test_check_says(run: Run, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    ran = run("check", "-f", "a.csv")
    assert ran.out.startswith(said)
    assert ran.code == (1 if said else 0)


@pytest.mark.parametrize(
    ("arguments", "date"),
    [
        pytest.param(["--dates", "human"], "18 March 2014", id="words"),
        pytest.param(["--dates", "dmy"], "18/3/2014", id="day first"),
        pytest.param(["--dates", "mdy"], "3/18/2014", id="month first"),
        pytest.param(["--dates", "human"], "18.3.2014", id="one reading"),
        pytest.param(["--dates", "human"], "2014-03-18", id="EDTF"),
        pytest.param(["--dates", "human"], "2014-3-18", id="without a zero"),
        pytest.param(["--dates", "dmy"], "2014-3-18", id="without a zero, day first elsewhere"),
        pytest.param(["--dates", "mdy"], "20140318", id="without hyphens"),
    ],
)
def test_dates_are_converted_if_asked(
    run: Run, tmp_path: Path, arguments: list[str], date: str
) -> None:
    (tmp_path / "a.csv").write_text(f"When it was;What\n{date};x\n", encoding="utf-8")
    columns = ["--column", "date=when it was", "--column", "title=What"]
    ran = run("export", "-f", "a.csv", *columns, *arguments, "--format", "yaml")
    assert ran == (0, "events:\n  - id: x\n    date: 2014-03-18\n    title: x\n", "")


@pytest.mark.parametrize(
    ("table", "date"),
    [
        pytest.param("Start Date,End Date,Event\n3/4/2014,5/4/2014,x\n", "2014-04-03/2014-04-05"),
        pytest.param("Date,Event\n3/4/2014-5/4/2014,x\n", "2014-04-03/2014-04-05"),
        pytest.param("Date,Event\n3/4/2014 \u2013 5/4/2014,x\n", "2014-04-03/2014-04-05"),
        pytest.param("Start Date,End Date,Event\nMarch 2014,,x\n", "2014-03"),
    ],
)
def test_both_ends_of_a_range_are_converted(
    run: Run, tmp_path: Path, table: str, date: str
) -> None:
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    ran = run("export", "-f", "a.csv", "--dates", "dmy", "--format", "yaml")
    assert ran == (0, f"events:\n  - id: x\n    date: {date}\n    title: x\n", "")


WRONG = [
    pytest.param(
        "mdy",
        "date,title\n18/3/2014,x\n",
        "2:1: error: date '18/3/2014' does not exist: there is no month 18; "
        "--dates dmy reads it as 18 March 2014",
        id="the other order",
    ),
    pytest.param(
        "mdy",
        "date,title\n31/2/2014,x\n",
        "2:1: error: date '31/2/2014' does not exist: there is no month 31",
        id="neither order",
    ),
    pytest.param(
        "dmy",
        "date,title\n31/2/2014,x\n",
        "2:1: error: date '31/2/2014' does not exist: February 2014 has 28 days",
        id="no such day",
    ),
    pytest.param(
        "mdy",
        "date,title\n3/4/2014-99/4/2014,x\n",
        "2:1: error: date '3/4/2014-99/4/2014' does not exist: there is no month 99",
        id="a range",
    ),
    pytest.param(
        "dmy",
        "start,end,title\n3/3/2014,3/18/2014,x\n",
        "2:10: error: date '3/18/2014' does not exist: there is no month 18; "
        "--dates mdy reads it as 18 March 2014",
        id="an end",
    ),
    pytest.param(
        "dmy",
        "date,end,title\n5/3/2014,4/3/2014,x\n",
        "2:10: error: date '5/3/2014 to 4/3/2014' ends before it starts: "
        "write the earlier date first",
        id="an end before its start",
    ),
]


@pytest.mark.parametrize(("dates", "table", "said"), WRONG)
def test_wrong_dates_are_quoted_as_they_are_written(
    run: Run, tmp_path: Path, dates: str, table: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    ran = run("check", "-f", "a.csv", "--dates", dates)
    assert [line for line in ran.out.splitlines() if line[:1] == "a"] == [f"a.csv:{said}"]


def test_dates_and_times_as_outlook_writes_them(run: Run, tmp_path: Path) -> None:
    table = (
        "Subject,Start Date,Start Time,End Date,End Time\n"
        "x,5/30/2020,10:00:00 AM,5/30/2020,12:15 PM\n"
    )
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    ran = run("export", "-f", "a.csv", "--dates", "mdy", "--format", "yaml")
    date = "2020-05-30T10:00:00/2020-05-30T12:15"
    assert ran == (0, f"events:\n  - id: x\n    date: {date}\n    title: x\n", "")


TOGETHER = [
    pytest.param(
        "Date,Event,Description,Notes\n1989,Wall,It opened,mine\n1990,x,,no more\n",
        "events:\n  - id: wall\n    date: 1989\n    title: Wall\n"
        "    summary: |-\n      It opened\n\n      mine\n"
        "  - id: x\n    date: 1990\n    title: x\n    summary: no more\n",
        "a.csv:1:24: warning: 'Description' and 'Notes' are read together as the summary: "
        "to read one of them, use --column summary=NAME\n",
        id="texts",
    ),
    pytest.param(
        "Date,Event,City,Country\n1989,Wall,Berlin,GDR\n",
        "events:\n  - id: wall\n    date: 1989\n    title: Wall\n    places: [Berlin, GDR]\n",
        "a.csv:1:17: warning: 'City' and 'Country' are read together as the places: "
        "to read one of them, use --column places=NAME\n",
        id="names",
    ),
    pytest.param(
        "Date,Event,Link,Source\n1989,Wall,https://a.org/x,NYT\n1990,x,https://a.org/y,\n",
        "events:\n  - id: wall\n    date: 1989\n    title: Wall\n"
        "    sources:\n      - title: NYT\n        url: https://a.org/x\n"
        "  - id: x\n    date: 1990\n    title: x\n    sources:\n      - url: https://a.org/y\n",
        "a.csv:1:17: warning: 'Link' and 'Source' are read together as the sources: "
        "to read one of them, use --column sources=NAME\n",
        id="addresses and titles",
    ),
    pytest.param(
        "Date,Event,Link,Source\n1989,Wall,https://a.org/x,https://b.org/x\n1990,x,,a; b\n",
        "events:\n  - id: wall\n    date: 1989\n    title: Wall\n"
        "    sources:\n      - url: https://a.org/x\n      - url: https://b.org/x\n"
        "  - id: x\n    date: 1990\n    title: x\n"
        "    sources:\n      - title: a\n      - title: b\n",
        "a.csv:1:17: warning: 'Link' and 'Source' are read together as the sources: "
        "to read one of them, use --column sources=NAME\n",
        id="sources that are not pairs",
    ),
]


@pytest.mark.parametrize(("table", "events", "said"), TOGETHER)
def test_columns_for_one_key_are_read_together(
    run: Run, tmp_path: Path, table: str, events: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    assert run("export", "-f", "a.csv", "--format", "yaml").out == events
    assert run("check", "-f", "a.csv").out.startswith(said)


def test_sources_in_parts_and_others_are_all_read(run: Run, tmp_path: Path) -> None:
    table = "date,title,Source title,Source URL,links\n2014,x,a,https://a.org/x,https://b.org/x\n"
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    assert run("export", "-f", "a.csv", "--format", "yaml").out.endswith(
        "      - title: a\n        url: https://a.org/x\n      - url: https://b.org/x\n"
    )


@pytest.mark.parametrize("between", [" ", ", ", "; ", "\n"])
def test_addresses_in_a_cell_are_sources(run: Run, tmp_path: Path, between: str) -> None:
    cell = between.join(["https://a.org/x", "https://b.org/y"])
    (tmp_path / "a.csv").write_text(f'date,title,link\n2014,x,"{cell}"\n', encoding="utf-8")
    assert run("export", "-f", "a.csv", "--format", "yaml").out.endswith(
        "    sources:\n      - url: https://a.org/x\n      - url: https://b.org/y\n"
    )


@pytest.mark.parametrize(
    ("arguments", "date", "said"),
    [
        pytest.param([], "18 March 2014", "is not EDTF: write 2014-03-18", id="not asked"),
        pytest.param(
            ["--dates", "human"],
            "3/4/2014",
            "can be read in more than one way: write 2014-04-03 for 3 April 2014 or 2014-03-04 for "
            "4 March 2014",
            id="two readings",
        ),
        pytest.param(
            ["--dates", "mdy"], "18/3/2014", "does not exist: there is no month 18", id="no month"
        ),
        pytest.param(
            ["--dates", "dmy"],
            "3/4/14",
            "is not EDTF: write the year first and with four digits, as in 2014-03-18",
            id="two digits of a year",
        ),
        pytest.param(
            ["--dates", "human"],
            "2014-02-30",
            "date '2014-02-30' does not exist: February 2014 has 28 days",
            id="no such day",
        ),
        pytest.param(
            ["--dates", "human"],
            "2014-13-01",
            "date '2014-13-01' does not exist: there is no month 13",
            id="no such month",
        ),
        pytest.param(
            ["--dates", "dmy"], "41716", "a spreadsheet's day number", id="number of a spreadsheet"
        ),
        pytest.param(
            ["--dates", "dmy"], "2014-2-30", "is not EDTF", id="no such day, without a zero"
        ),
        pytest.param(["--dates", "mdy"], "20141803", "is not EDTF", id="no such month, joined"),
    ],
)
def test_dates_are_never_guessed(
    run: Run, tmp_path: Path, arguments: list[str], date: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(f"date,title\n{date},x\n", encoding="utf-8")
    ran = run("check", "-f", "a.csv", *arguments)
    assert ran.code == 1
    assert said in ran.out.splitlines()[0]


def test_columns_and_formats_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date,title\n", encoding="utf-8")
    assert run("check", "-f", "a.txt", "--input-format", "csv") == (0, "", "")
    ran = run("check", "-f", "a.txt", "--input-format", "csv", "--column", "title=What")
    assert ran.out.startswith(
        "a.txt:1:1: error: there is no column 'What': the columns are date and title\n"
    )
    ran = run("check", "-f", "a.txt", "--column", "titel=What")
    assert ran.err.startswith(
        "timeline: error: --column takes KEY=NAME, and the keys are id, date,"
    )
