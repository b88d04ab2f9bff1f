"""The commands that an engine answers, and what they refuse."""

import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.engines.conftest import as_older_release, needs_spark, with_column, without_columns
from timeline.cli import run as run_here

SHIPPED = ROOT / "events.yaml"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    pytest.importorskip("duckdb")
    path = tmp_path_factory.mktemp("archives") / "archive"
    assert run_here(["export", "-f", str(SHIPPED), "--partition", "year", "-o", str(path)]) == 0
    return path


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["list", "2022", "actor:lavrov"], id="list"),
        pytest.param(["list", "--oneline", "tag:arms-control", "-n", "5"], id="lines"),
        pytest.param(["list", "--json", "griner"], id="json"),
        pytest.param(["list", "griner", "--elapsed", "--gap", "90d", "--reverse"], id="gaps"),
        pytest.param(["list", "2022", "--group-by", "tag", "--summaries"], id="groups"),
        pytest.param(["count", "--by", "year"], id="count"),
        pytest.param(["count", "--by", "year,tag", "2021.."], id="table"),
        pytest.param(["count", "--by", "actor,place", "--top", "3"], id="table of names"),
        pytest.param(["list", "2014", "known-by:2014-03"], id="known by"),
        pytest.param(["list", "2014", "--known-by", "2013", "--reported"], id="known by none"),
        pytest.param(["list", "--reported", "tag:war"], id="reported"),
        pytest.param(["list", "2022", "--reported", "--oneline"], id="reported on lines"),
        pytest.param(["list", "2022", "--reported", "--json"], id="reported as json"),
        pytest.param(["list", "2022", "--group-by", "lag", "--reverse"], id="groups of lags"),
        pytest.param(["count", "--by", "lag"], id="lags"),
        pytest.param(["count", "--by", "lag,tag", "--top", "2"], id="table of lags"),
        pytest.param(["count", "--by", "year,lag", "2022.."], id="table by lag"),
        pytest.param(["actors", "2022"], id="actors"),
        pytest.param(["tags", "-n", "3"], id="tags"),
        pytest.param(["export", "2022", "--format", "markdown"], id="markdown"),
        pytest.param(["export", "2022", "--format", "yaml"], id="yaml"),
        pytest.param(["export", "2022", "--format", "csv"], id="csv"),
        pytest.param(["export", "2022", "--format", "ics"], id="ics"),
        pytest.param(["export", "2022", "--format", "timelinejs"], id="timelinejs"),
        pytest.param(["list", "nothingatall"], id="nothing"),
        pytest.param(["list", "actor:nobody"], id="error"),
        pytest.param(["list", "2022", "2014"], id="hints"),
        pytest.param(["sql", "year:@griner-arrest+6m", "tag:war"], id="sql"),
        pytest.param(["sql", "-known-by:@griner-arrest", "2022"], id="sql of sources"),
    ],
)
def test_an_engine_prints_the_same(
    archive: Path, words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    engine = [] if words[0] == "sql" else ["--engine", "duckdb"]
    code = run_here([*words, "-f", str(archive), *engine])
    printed = capfd.readouterr()
    assert run_here([*words, "-f", str(SHIPPED)]) == code
    expected = capfd.readouterr()
    assert printed.out.replace(str(archive), str(SHIPPED)) == expected.out
    assert printed.err == expected.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(
            ["list", "--engine", "duckdb"],
            "an engine reads one archive: name it after -f\nsee 'timeline list --help'",
            id="no archive",
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", "a", "-f", "b"],
            "an engine reads one archive: name it after -f\nsee 'timeline list --help'",
            id="two archives",
        ),
        pytest.param(
            ["count", "--master", "local[2]"],
            "--master is for --engine spark\nsee 'timeline count --help'",
            id="master of no cluster",
        ),
        pytest.param(
            ["list", "-C", "2", "--engine", "duckdb", "-f", "ARCHIVE"],
            "--context cannot be used with --engine\nsee 'timeline list --help'",
            id="neighbours",
        ),
        pytest.param(
            ["export", "--engine", "duckdb", "-f", "ARCHIVE", "-o", "x.html"],
            "html cannot be written with --engine\nsee 'timeline export --help'",
            id="page",
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", "nowhere"],
            "cannot read nowhere: there is no such file or folder",
            id="nowhere",
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", ""],
            "the name of the archive is empty: write one after -f",
            id="no name",
        ),
        *(
            pytest.param(
                ["list", "--engine", "duckdb", "-f", address],
                f"{address} is not the address of an archive: write one such as "
                "s3://bucket/archive",
                id=address,
            )
            for address in ("archive://bucket/a", "http://host/a", "s3://", "s3://bucket/a b")
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", "folder"],
            "folder is not an archive of events: 'timeline export --format parquet' writes one",
            id="folder of something else",
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", "text.parquet"],
            "text.parquet is not an archive in Parquet: leave out --engine to read another file",
            id="no Parquet",
        ),
        pytest.param(
            ["chart", "--compare", "ARCHIVE"],
            "ARCHIVE is an archive in Parquet: list, count, actors, tags and export read it with "
            "--engine",
            id="comparing with an archive",
        ),
        pytest.param(
            ["chart", "--compare", "cut.parquet"],
            "cut.parquet is an archive in Parquet: list, count, actors, tags and export read it "
            "with --engine",
            id="comparing with a damaged archive",
        ),
        pytest.param(
            ["chart", "--compare", "s3://bucket/archive"],
            "s3://bucket/archive is an archive in Parquet: list, count, actors, tags and export "
            "read it with --engine",
            id="comparing with an archive in a store",
        ),
        pytest.param(
            ["chart", "--compare", "none.parquet"],
            "cannot read none.parquet: no such file",
            id="comparing with nothing",
        ),
        pytest.param(
            ["list", "--engine", "duckdb", "-f", "cut.parquet"],
            "cut.parquet is damaged: export the archive again",
            id="cut short",
        ),
        pytest.param(
            ["chart", "-f", "ARCHIVE"],
            "ARCHIVE is an archive in Parquet: list, count, actors, tags and export read it with "
            "--engine",
            id="no engine",
        ),
        pytest.param(
            ["sql", "--table", ""],
            "'' is not the name of a table\nwrite it as in 'news.events'",
            id="no table",
        ),
    ],
)
def test_it_is_refused(
    archive: Path, run: Run, tmp_path: Path, words: list[str], message: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.parquet").write_text("hi\n")
    (tmp_path / "cut.parquet").write_bytes(b"PAR1\0")
    ran = run(*(str(archive) if word == "ARCHIVE" else word for word in words))
    message = message.replace("ARCHIVE", str(archive))
    assert (ran.code, ran.out, ran.err) == (2, "", f"timeline: error: {message}\n")


@needs_spark
def test_a_wrong_address_of_a_cluster_is_named(archive: Path, run: Run) -> None:
    ran = run("list", "--engine", "spark", "--master", "local[x]", "-f", str(archive))
    message = (
        "Spark cannot start with --master local[x]: org.apache.spark.SparkException: Could not "
        "parse Master URL: 'local[x]': write the address of a cluster that runs, such as "
        "spark://host:7077"
    )
    assert ran == (2, "", f"timeline: error: {message}\n")


def test_a_text_is_read_whatever_its_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.parquet").write_text("- {date: 2014, title: A}\n")
    (tmp_path / "events.yaml").write_text("- {date: 2015, title: B}\n")
    out = "events.yaml\t1\t2015\t2015\ntext.parquet\t1\t2014\t2014\n"
    assert run("chart", "--compare", "text.parquet") == (0, out, "")


@pytest.mark.parametrize("command", ["check", "diff"])
def test_an_archive_is_no_text(archive: Path, run: Run, tmp_path: Path, command: str) -> None:
    (part,) = archive.glob("year=2014/*.parquet")
    shutil.copy(part, tmp_path / "a.parquet")
    words = (
        ["diff", "a.parquet", "a.parquet"] if command == "diff" else ["check", "-f", "a.parquet"]
    )
    ran = run(*words)
    said = (
        "a.parquet: error: this looks like an archive in Parquet, which timeline cannot read: "
        "use list, count, actors, tags or export with --engine\n"
    )
    assert said in ran.out + ran.err


def without_folders(folder: Path) -> None:
    for year in folder.glob("year=*"):
        shutil.rmtree(year)


def without_words(folder: Path) -> None:
    without_columns("words", files=folder.glob("year=2014/*.parquet"))


def with_days_as_texts(folder: Path) -> None:
    import pyarrow as pa

    with_column("earliest", lambda size: pa.array(["x"] * size), folder.glob("year=2014/*.parquet"))


def with_other_bytes(folder: Path) -> None:
    (part,) = folder.glob("year=2014/*.parquet")
    part.write_bytes(b"PAR1 not really PAR1")


def with_nothing(folder: Path) -> None:
    (part,) = folder.glob("year=2014/*.parquet")
    part.write_bytes(b"")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(without_folders, " has no files with events, year=*/*.parquet", id="empty"),
        pytest.param(without_words, "/PART has no column 'words'", id="no column"),
        pytest.param(
            with_days_as_texts,
            "/PART has a column 'earliest' that does not hold integers",
            id="a column of another type",
        ),
        pytest.param(with_other_bytes, "/PART is damaged or not in Parquet", id="other bytes"),
        pytest.param(with_nothing, "/PART is damaged or not in Parquet", id="an empty file"),
    ],
)
def test_what_is_damaged_is_named(
    archive: Path, run: Run, tmp_path: Path, damage: Callable[[Path], None], message: str
) -> None:
    (part,) = (path.relative_to(archive) for path in archive.glob("year=2014/*.parquet"))
    shutil.copytree(archive, tmp_path / "damaged")
    damage(tmp_path / "damaged")
    said = f"timeline: error: damaged{message}: export the archive again\n"
    ran = run("list", "2014", "crimea", "--engine", "duckdb", "-f", "damaged")
    assert ran == (2, "", said.replace("PART", part.as_posix()))


def test_a_file_without_a_column(archive: Path, run: Run, tmp_path: Path) -> None:
    assert run_here(["export", "-f", str(SHIPPED), "-o", str(tmp_path / "a.parquet")]) == 0
    without_columns("names", files=[tmp_path / "a.parquet"])
    said = "timeline: error: a.parquet has no column 'names': export the archive again\n"
    assert run("count", "--by", "year", "--engine", "duckdb", "-f", "a.parquet") == (2, "", said)


@pytest.mark.parametrize("is_folder", [True, False], ids=["folder", "file"])
def test_an_archive_of_an_older_release(
    archive: Path, run: Run, tmp_path: Path, is_folder: bool
) -> None:
    if is_folder:
        shutil.copytree(archive, tmp_path / "old")
    else:
        assert run("export", "-f", str(SHIPPED), "-o", "old", "--format", "parquet").code == 0
    as_older_release(tmp_path / "old")
    engine = ["--engine", "duckdb", "-f", "old"]
    asked = ["count", "--by", "year,tag", "actor:russia"]
    assert run(*asked, *engine) == run(*asked, "-f", str(SHIPPED))
    said = (
        "timeline: error: old lacks the columns 'known_from', 'known_by', 'by_lag', which this "
        "question needs: export the archive again\n"
    )
    for words in (
        ["list", "known-by:2014"],
        ["tags", "-known-by:2014", "--certain"],
        ["count", "--by", "year,lag"],
    ):
        assert run(*words, *engine) == (2, "", said)


def test_a_name_that_is_a_pattern(archive: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a[b]*'q'?").symlink_to(archive)
    ran = run("count", "--by", "decade", "--engine", "duckdb", "-f", "a[b]*'q'?")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n2020s\t89\n")


@pytest.mark.parametrize(
    ("words", "library", "extra"),
    [
        pytest.param(["list", "--engine", "duckdb"], "duckdb", "duckdb", id="duckdb"),
        pytest.param(["list", "--engine", "duckdb"], "sqlglot", "duckdb", id="sqlglot"),
        pytest.param(["tags", "--engine", "spark"], "pyspark", "spark", id="spark"),
        pytest.param(["list", "--engine", "duckdb"], "pyarrow", "duckdb", id="pyarrow"),
        pytest.param(["export", "--format", "parquet"], "pyarrow", "parquet", id="parquet"),
        pytest.param(["sql"], "sqlglot", "duckdb", id="sql"),
    ],
)
def test_what_is_not_installed_is_named(
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
    library: str,
    extra: str,
) -> None:
    monkeypatch.setattr(
        "timeline.engines.libraries.find_spec",
        lambda name: None if name == library else find_spec(name),
    )
    where = archive if "--engine" in words else SHIPPED
    assert run_here([*words, "-f", str(where)]) == 2
    message = f"this needs {library}, which is not installed"
    advice = f"run \"pip install '.[{extra}]'\" in the folder from which timeline was installed"
    assert capfd.readouterr().err == f"timeline: error: {message}: {advice}\n"
