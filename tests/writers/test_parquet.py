"""Parquet holds all that the events have, in row groups or a folder for each year."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import timeline
from tests.conftest import ROOT, OpenText, Run, refused
from tests.writers.test_json import FULL
from timeline import Timeline
from timeline.dates import Day
from timeline.errors import FileError
from timeline.writers import ExportOptions, Format, Losses, write, write_bytes, write_folder

parquet: Any = pytest.importorskip("pyarrow.parquet")

DATES = """\
- {id: open, date: ../2014-03-20, title: a}
- {id: ongoing, date: 2012/.., title: b}
- {id: unknown, date: /2013, title: c}
- {id: ancient, date: "-0043-03-15", title: d}
- {id: far, date: Y170000000, title: e}
- {id: timed, date: "2014-12-31T23:00:00-05:00", title: f}
- {id: about, date: "2014~", title: g}
- {id: doubted, date: "2014-03-18?", title: h}
"""


def rows(one: Timeline, question: str = "", **options: Any) -> list[dict[str, Any]]:
    import pyarrow as pa

    content = b"".join(write_bytes(one, one.select(question, **options), Format.PARQUET))
    found: list[dict[str, Any]] = parquet.read_table(pa.BufferReader(content)).to_pylist()
    return found


def of(found: list[dict[str, Any]], *columns: str) -> dict[str, tuple[Any, ...]]:
    return {row["id"]: tuple(row[name] for name in columns) for row in found}


def test_an_event_has_all_its_parts(open_text: OpenText) -> None:
    one = open_text(json.dumps(FULL))
    found = rows(one)
    assert [row["id"] for row in found] == [event.id for event in one.select()]
    for row, event in zip(found, one.select(), strict=True):
        assert row["date"] == event.date.text
        assert (row["title"], row["summary"]) == (event.title, event.summary)
        for name in ("actors", "places", "tags", "follows"):
            assert tuple(row[name]) == getattr(event, name)
        assert row["sources"] == [
            {name: getattr(source, name) for name in source.__struct_fields__}
            for source in event.sources
        ]


def test_days_are_numbers_in_any_year_and_null_if_open(open_text: OpenText) -> None:
    found = of(rows(open_text(DATES)), "earliest", "latest", "begins_by", "ongoing", "year")
    day = Day(2014, 3, 20).ordinal
    assert found["open"] == (None, day, -(1 << 62), False, None)
    assert found["ongoing"] == (
        Day(2012, 1, 1).ordinal,
        None,
        Day(2012, 12, 31).ordinal,
        True,
        2012,
    )
    assert found["unknown"] == (None, Day(2013, 12, 31).ordinal, None, False, None)
    ides = Day(-43, 3, 15).ordinal
    assert found["ancient"] == (ides, ides, ides, False, -43)
    assert found["far"][0] == Day(170_000_000, 1, 1).ordinal


def test_the_order_is_in_utc_and_the_days_are_as_written(open_text: OpenText) -> None:
    found = of(rows(open_text(DATES)), "earliest", "start", "finish", "seconds", "year")
    last = Day(2014, 12, 31).ordinal
    assert found["timed"] == (last, last + 1, last + 1, 4 * 3600, 2014)


def test_doubt_is_kept(open_text: OpenText) -> None:
    found = of(rows(open_text(DATES)), "approximate", "uncertain", "by_weekday")
    assert found["about"] == (True, False, 7)
    assert found["doubted"] == (False, True, 1)


SOURCES = """\
- {id: none, date: 2014-03-18, title: a, sources: {title: Undated}}
- {id: same, date: 2014-03-18, title: b, sources: [{title: Undated}, {title: x, date: 2014-03-18}]}
- {id: spans, date: 2014-03-18, title: c, sources: [{title: x, date: 2014-04}, {date: 2015}]}
- {id: about, date: 2014-03-18, title: d, sources: {title: x, date: 2014-03-19~}}
- {id: later, date: 2014-03, title: e, sources: {title: x, date: 2014-04-30}}
- {id: open, date: 2014-03-18, title: f, sources: {title: x, date: ../2014-03-01}}
- {id: endless, date: 2014-03-18, title: g, sources: {title: x, date: 2014-03-01/..}}
"""


def test_what_the_dates_of_sources_say(open_text: OpenText) -> None:
    found = of(rows(open_text(SOURCES)), "known_from", "known_by", "by_lag")
    march, last = Day(2014, 3, 1).ordinal, Day(2014, 4, 30).ordinal
    assert found == {
        "none": (None, None, 7),
        "same": (march + 17, march + 17, 1),
        "spans": (Day(2014, 4, 1).ordinal, last, 6),
        "about": (march + 18, march + 18, 6),
        "later": (last, last, 6),
        "open": (-(1 << 62), march, 6),
        "endless": (march, 1 << 62, 6),
    }


def test_all_whom_the_actors_act_for_are_named() -> None:
    asked = timeline.open(ROOT / "tests" / "asked.yaml")
    found = of(rows(asked), "actors", "all_actors")
    assert found["of-month"] == (["embassy"], ["embassy", "ministry", "union"])
    assert found["each-of"][0] == ["ann-lee", "us"]
    assert sorted(found["each-of"][1]) == [
        *("ann-lee", "embassy", "ministry", "ring-one", "ring-two", "union", "us"),
    ]
    assert found["bce"] == ([], [])


def test_what_words_are_searched_in_is_folded() -> None:
    asked = timeline.open(ROOT / "tests" / "asked.yaml")
    found = of(rows(asked), "words", "names")
    assert found["about"] == (" about then \n an uber great naive new start ", "")
    assert found["until-2014"] == (
        " went on until then ",
        " francois \n francois hebert \n frank hebert ",
    )


def test_a_question_writes_what_it_finds_in_its_order() -> None:
    asked = timeline.open(ROOT / "tests" / "asked.yaml")
    found = rows(asked, "tag:war", reverse=True, limit=2)
    assert [row["id"] for row in found] == ["morning", "of-month"]


def names(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(parquet.read_schema(path).metadata[b"timeline"])
    return found


def test_the_registries_are_in_the_schema(run: Run, tmp_path: Path) -> None:
    file = str(ROOT / "tests" / "asked.yaml")
    assert run("export", "-f", file, "-o", "all.parquet").code == 0
    assert run("export", "-f", file, "2000..2013", "tag:war", "-o", "some.parquet").code == 0
    every, some = names(tmp_path / "all.parquet"), names(tmp_path / "some.parquet")
    assert every["title"] == some["title"] == "A chronology to be asked"
    assert [tag["id"] for tag in every["tags"]] == ["war", "arms-control", "idle"]
    assert [tag["id"] for tag in some["tags"]] == ["war"]
    # Those whom the actors act for are among them.
    assert [one["id"] for one in some["actors"]] == ["union", "ministry", "ann-smith", "lavrov"]


def test_a_file_has_row_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.writers.parquet.file.ROW_GROUP", 10)
    monkeypatch.setattr("timeline.writers.parquet.rows._BATCH", 10)
    import pyarrow as pa

    asked = timeline.open(ROOT / "tests" / "asked.yaml")
    parts = list(write_bytes(asked, asked.select(), Format.PARQUET))
    content = b"".join(parts)
    metadata = parquet.read_metadata(pa.BufferReader(content))
    assert [metadata.row_group(one).num_rows for one in range(metadata.num_row_groups)] == [
        *(10, 10, 3),
    ]
    # Each is yielded as it is complete.
    assert all(parts[:2])


def test_a_folder_has_a_folder_for_each_year(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(DATES)
    ran = run("export", "--partition", "year", "-o", "archive")
    assert (ran.code, ran.out, ran.err) == (0, "", "wrote 8 events to archive\n")
    folder = tmp_path / "archive"
    years = {
        path.parent.name: parquet.read_table(path, partitioning=None)
        for path in folder.glob("*/*.parquet")
    }
    assert {name: len(table) for name, table in years.items()} == {
        "year=-43": 1,
        "year=170000000": 1,
        "year=2012": 1,
        "year=2014": 3,
        "year=__HIVE_DEFAULT_PARTITION__": 2,
    }
    assert all("year" not in table.column_names for table in years.values())
    assert names(folder / "_common_metadata")["listed_actors"] == []


def test_a_folder_can_be_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("[]\n")
    assert run("export", "--partition", "year", "-o", "archive").code == 0
    (only,) = (tmp_path / "archive").glob("*/*.parquet")
    assert len(parquet.read_table(only, partitioning=None)) == 0


def test_a_folder_is_replaced_as_a_whole(open_text: OpenText, tmp_path: Path) -> None:
    target = tmp_path / "archive"
    for text in (DATES, "- {date: 1999, title: x}\n"):
        one = open_text(text)
        write_folder(one, one.select(), str(target), ExportOptions(), Losses(), force=True)
    assert sorted(path.name for path in target.iterdir()) == ["_common_metadata", "year=1999"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "events.yaml"]


def test_nothing_is_left_of_a_folder_that_cannot_be_completed(
    open_text: OpenText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("timeline.writers.parquet.file.ParquetFile.end", broken)
    one = open_text(DATES)
    target = str(tmp_path / "archive")
    with refused(FileError, f"cannot write {target}: No space left on device"):
        write_folder(one, one.select(), target, ExportOptions(), Losses(), force=False)
    assert [path.name for path in tmp_path.iterdir()] == ["events.yaml"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["-o", "taken"], "taken already exists: replace it with --force", id="taken"),
        pytest.param(
            ["-o", "mine", "--force"],
            "cannot write mine: it is a folder, and not an archive",
            id="folder of another kind",
        ),
        pytest.param(["-o", "file"], "cannot write file: it is not a folder", id="file"),
        pytest.param(
            ["-o", "no/where"],
            "cannot write no/where: the folder no does not exist",
            id="no folder",
        ),
        pytest.param(
            [],
            "parquet is not text: name a file after -o\nsee 'timeline export --help'",
            id="no name",
        ),
        pytest.param(
            ["-o", "x", "--format", "csv"],
            "--partition cannot be used with csv, only with parquet\nsee 'timeline export --help'",
            id="other format",
        ),
    ],
)
def test_a_folder_is_refused(run: Run, tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "events.yaml").write_text(DATES)
    (tmp_path / "mine").mkdir()
    (tmp_path / "file").touch()
    assert run("export", "--partition", "year", "-o", "taken").code == 0
    ran = run("export", "--partition", "year", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"timeline: error: {message}\n")
    assert list((tmp_path / "mine").iterdir()) == []


def test_it_can_be_written_to_a_pipe(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(DATES)
    ran = subprocess.run(
        [sys.executable, "-m", "timeline", "export", "--format", "parquet"],
        cwd=tmp_path,
        capture_output=True,
        env=os.environ,
        check=True,
    )
    assert run("export", "-o", "events.parquet").code == 0
    assert (tmp_path / "events.parquet").read_bytes() == ran.stdout


def test_it_is_not_text(open_text: OpenText) -> None:
    one = open_text(DATES)
    with refused(ValueError, "parquet is not text"):
        write(one, one.select(), Format.PARQUET)


def test_what_checks_are_on_is_lost_with_a_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(f"check: {{ignore: [future]}}\nevents:\n{DATES}")
    ran = run("export", "-o", "events.parquet")
    assert "not included in parquet: which rules of timeline check are on or off" in ran.err
