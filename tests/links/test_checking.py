"""`timeline check --links`: what it reports, where, and what it remembers."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, environment
from tests.links.serving import Served, serving
from timeline.links.answers import DAYS_KEPT, Answer, KeptAnswers, Outcome
from timeline.rules import RULES

NO_PROXY = {"no_proxy": "127.0.0.1,localhost"}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", NO_PROXY["no_proxy"])


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as one:
        yield one


def test_what_is_reported_and_where(run: Run, tmp_path: Path, server: Served) -> None:
    pages = ("/ok", "/gone", "/missing", "/moved", "/forbidden")
    ok, gone, missing, moved, forbidden = map(server.url, pages)
    (tmp_path / "events.yaml").write_text(
        "- id: a\n  date: 2014-03-18\n  title: A\n  sources:\n"
        f'    - {{title: T, url: "{gone}"}}\n'
        f"    - {gone}#part\n"
        f"    - url: {gone}\n      date: 2013\n"
        f"    - url: {gone}\n      archive: {ok}\n"
        f"    - url: {gone}\n      archive: {missing}\n"
        f"- {{id: b, date: 2015, title: B, sources: {moved}}}\n"
        f"- {{id: c, date: 2015, title: C, sources: {forbidden}}}\n"
        f"- {{id: d, date: 2015, title: D, sources: {gone}, ignore: dead-link}}\n"
    )
    dead = "warning: this address is dead (410 Gone)"
    copy = "look for a copy at https://web.archive.org/web"
    ran = run("check", "--links")
    shown = [line for line in ran.out.splitlines() if line.startswith("events.yaml")]
    assert shown == [
        f"events.yaml:5:23: {dead}: {copy}/20140318/{gone} [dead-link]",
        f"events.yaml:6:7: {dead}: {copy}/20140318/{gone}#part [dead-link]",
        f"events.yaml:7:12: {dead}: {copy}/20130101/{gone} [dead-link]",
        f"events.yaml:11:12: {dead}: {copy}/20140318/{gone} [dead-link]",
        "events.yaml:12:16: warning: this archived copy is gone (404 Not Found): look for another "
        "one [dead-link]",
        f"events.yaml:13:42: warning: this address has moved to {ok}: write that one [moved-link]",
    ]
    assert ran.out.splitlines()[1:3] == [
        f' 5 |     - {{title: T, url: "{gone}"}}',
        f"   |                       {'^' * (len(gone) + 2)}",
    ]
    assert (ran.code, ran.err) == (
        1,
        "6 addresses: 3 dead, 1 moved, 1 unclear; --select default,unconfirmed-link lists those "
        "that are unclear\n6 warnings in 1 file\n",
    )


def test_rules_and_formats_apply(run: Run, tmp_path: Path, server: Served) -> None:
    text = "- {date: 2014, title: A, sources: ["
    text += f"{server.url('/forbidden')}, {server.url('/gone')}]}}\n"
    (tmp_path / "events.yaml").write_text(text)
    ran = run("check", "--links", "--select", "unconfirmed-link", "--format", "json")
    (problem,) = json.loads(ran.out)["problems"]
    assert problem["rule"] == "unconfirmed-link"
    assert problem["message"] == (
        "it is not clear whether this address works (403 Forbidden): open it in a browser"
    )
    assert (problem["column"], problem["end_column"]) == (
        text.index("http") + 1,
        text.index(",", text.index("http")) + 1,
    )
    assert ran.err == "2 addresses: 1 dead, 1 unclear\n1 warning in 1 file\n"
    ran = run("check", "--links", "--ignore", "dead-link,moved-link")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        pytest.param(
            "a.json", '[{{"date": "2014", "title": "A", "sources": ["{}"]}}]', 45, id="json"
        ),
        pytest.param("a.csv", "date,title,source_urls\n2014,A,{}\n", 8, id="table"),
        pytest.param("a.md", "---\ndate: 2014\nsources:\n- {}\n---\n# A\n", 3, id="note"),
        pytest.param("a.mw", "2014: A [x]({})\n", None, id="markwhen"),
    ],
)
def test_addresses_in_other_formats(
    run: Run, tmp_path: Path, server: Served, name: str, text: str, place: int | None
) -> None:
    (tmp_path / name).write_text(text.format(server.url("/gone")))
    ran = run("check", "-f", name, "--links", "--format", "json")
    (problem,) = json.loads(ran.out)["problems"]
    assert problem["rule"] == "dead-link"
    assert place is None or problem["column"] == place


@pytest.mark.parametrize("ending", ["jsonl", "csv", "json", "yaml"])
def test_addresses_in_an_export_stand_where_they_are(
    run: Run, tmp_path: Path, server: Served, ending: str
) -> None:
    sources = f"{{url: {server.url('/gone')}, archive: {server.url('/missing')}}}"
    (tmp_path / "events.yaml").write_text(f"- {{date: 2014, title: A, sources: [{sources}]}}\n")
    assert run("export", "-o", f"b.{ending}").code == 0
    ran = run("check", "-f", f"b.{ending}", "--links", "--format", "json")
    lines = (tmp_path / f"b.{ending}").read_text().splitlines()
    found = [
        lines[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1].strip('"')
        for one in json.loads(ran.out)["problems"]
    ]
    assert found == [server.url("/gone"), server.url("/missing")]


def test_nothing_is_asked_unless_asked_for(run: Run, tmp_path: Path, server: Served) -> None:
    (tmp_path / "events.yaml").write_text(
        f"- {{date: 2014, title: A, sources: {server.url('/gone')}}}\n"
    )
    links = ",".join(rule.id for rule in RULES.values() if rule.of_links)
    for options in ([], ["--select", "all"], ["--select", links], ["--fix"]):
        run("check", *options)
    run("list")
    assert server.requests == []


def test_what_works_is_asked_again_after_some_days(
    run: Run, tmp_path: Path, server: Served
) -> None:
    pages = ", ".join(map(server.url, ("/ok", "/moved-308", "/gone", "/error")))
    (tmp_path / "events.yaml").write_text(f"- {{date: 2014, title: A, sources: [{pages}]}}\n")
    first = run("check", "--links")
    server.requests.clear()
    again = run("check", "--links")
    assert again.out == first.out
    assert again.err == first.err.replace(" unclear;", " unclear (2 asked in the last days);")
    assert {one.path for one in server.requests} == {"/gone", "/error"}
    run("check", "--links", env={"TIMELINE_CACHE": "off"})
    assert "/ok" in {one.path for one in server.requests}


def test_an_answer_is_kept_for_some_days(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    KeptAnswers().keep([("a", Answer(Outcome.MOVED, "b")), ("c", Answer(Outcome.DEAD, "404"))])
    assert KeptAnswers().of(["a", "c"]) == {"a": Answer(Outcome.MOVED, "b")}
    monkeypatch.setattr(time, "time", lambda: now + (DAYS_KEPT - 1) * 86_400)
    assert KeptAnswers().of(["a"])
    monkeypatch.setattr(time, "time", lambda: now + (DAYS_KEPT + 1) * 86_400)
    assert not KeptAnswers().of(["a"])
    monkeypatch.setattr(time, "time", lambda: now - 86_400)
    assert not KeptAnswers().of(["a"])


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(exist_ok=True)
    (tmp_path / "cache" / "links.sqlite").write_bytes(b"nonsense" * 1000)
    KeptAnswers().keep([("a", Answer(Outcome.FINE))])
    assert KeptAnswers().of(["a"]) == {}


def test_what_cannot_be_asked(run: Run, tmp_path: Path) -> None:
    ran = run("check", "-f", "-", "--links", stdin="- {date: 2014, title: A}\n")
    assert ran == (
        2,
        "",
        "timeline: error: the addresses in standard input cannot be asked: write it to a file "
        "first\n",
    )
    (tmp_path / "a.yaml").write_text("- {date: 2014, title: A, sources: A book}\n")
    assert run("check", "-f", "a.yaml", "--links") == (0, "", "no source has a web address\n")
    hosts = "[http://nowhere.invalid/, http://nobody.invalid/]"
    (tmp_path / "b.yaml").write_text(f"- {{date: 2014, title: A, sources: {hosts}}}\n")
    ran = run("check", "-f", "b.yaml", "--links")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("because no host is known: check the network\n")


def test_an_interrupted_run_ends_quietly_and_keeps_what_it_knows(
    tmp_path: Path, server: Served
) -> None:
    # The second page is asked for when the answer of the first is known.
    pages = f"{server.url('/ok')}, {server.url('/slow')}"
    (tmp_path / "events.yaml").write_text(f"- {{date: 2014, title: A, sources: [{pages}]}}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "check", "--links"],
        cwd=tmp_path,
        env=environment() | {"PYTHONPATH": str(ROOT), **NO_PROXY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert server.asked_slow.wait(30)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert KeptAnswers().of([server.url("/ok")]) == {server.url("/ok"): Answer(Outcome.FINE)}
