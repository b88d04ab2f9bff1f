"""Whatever comes in: a line that says what is wrong, no traceback, no hang, bounded memory."""

import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Ran, environment

MOST_MEMORY = 400 * 1024 * 1024
LONGEST = 10.0
EVENT = "- {date: 2014-03-18, title: Annexation}\n"
# A tab and a line end may be shown, and no other character of these.
RAW_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Guarded = Callable[..., Ran]


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    """Run `timeline` in a folder of its own with little memory and time."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))

    def ran(*arguments: str, shell: str = "") -> Ran:
        begun = time.monotonic()
        command = [sys.executable, "-W", "error", "-m", "timeline", *arguments]
        process = subprocess.run(
            ["/bin/sh", "-c", shell, "sh", *command] if shell else command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=tmp_path,
            env=environment(),
            timeout=60,
            check=False,
            preexec_fn=limit,
        )
        said = Ran(process.returncode, process.stdout.decode(), process.stderr.decode())
        assert time.monotonic() - begun < LONGEST
        assert "Traceback" not in said.err
        assert "should not happen" not in said.err
        assert RAW_CONTROL.findall(said.out + said.err) == []
        return said

    return ran


def alias_bomb() -> str:
    names = "abcdefghijklmnop"
    lines = [f"x-a: &a [{'a' * 100}]"]
    for before, name in pairwise(names):
        lines.append(f"x-{name}: &{name} [{','.join([f'*{before}'] * 10)}]")
    return "\n".join([*lines, "events:", *(f"- {{date: 2014, title: {n}}}" for n in names)])


def reused_anchors() -> str:
    """Return a file whose anchors first have short values, which are freed, and then long ones."""
    names = [f"a{number}" for number in range(100)]
    repeated = f"- [{','.join(f'*{name}' for name in names)}]"
    lines = [f"- &{name} [{'s' * 10}]" for name in names]
    lines += [repeated, *(f"- &{name} s" for name in names)]
    lines += [f"- &{name} [{'x' * 1000}]" for name in names]
    return "\n".join(["x:", *lines, *[repeated] * 40, "events:", EVENT])


def chain_of_aliases(first: str) -> str:
    """Return a file in which each of many aliases repeats the one before it in a list."""
    links = [f"x{number}: &a{number} [*a{number - 1}]" for number in range(1, 1300)]
    return "\n".join([f"first: {first}", "x0: &a0 [x]", *links, "events:", EVENT])


TOO_DEEP = "lists and mappings are nested more than 20 levels deep: close some before this"
DEEP_ALIAS = (
    "with what alias '*a19' repeats, lists and mappings are nested more than 20 levels deep: "
    "repeat less"
)
TOO_LONG = (
    "more than a million characters in one part of the file: "
    "close its quotes and brackets, or shorten it"
)
OTHER_ENCODING = "the file is not text, or it is UTF-16 or UTF-32: save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        pytest.param(
            EVENT.encode("utf-16"), "", "the file is UTF-16: save it as UTF-8", id="utf-16"
        ),
        pytest.param(
            b"\xfe\xff" + EVENT.encode("utf-16-be"),
            "",
            "the file is UTF-16: save it as UTF-8",
            id="utf-16-be-with-bom",
        ),
        pytest.param(EVENT.encode("utf-16-le"), "", OTHER_ENCODING, id="utf-16-le"),
        pytest.param(EVENT.encode("utf-16-be"), "", OTHER_ENCODING, id="utf-16-be"),
        pytest.param(
            EVENT.encode("utf-32"), "", "the file is UTF-32: save it as UTF-8", id="utf-32"
        ),
        pytest.param(
            EVENT.replace("Annex", "Café annex").encode("latin-1"),
            "1:32",
            "byte 0xE9 is not valid UTF-8: save the file as UTF-8",
            id="latin-1",
        ),
        pytest.param(
            EVENT.encode() + b"\0",
            "",
            "the file is not text: it contains null bytes",
            id="zero-byte",
        ),
        pytest.param(
            EVENT.encode() * 2000 + b"- \0",
            "2001:3",
            "control character U+0000 is not allowed: delete it",
            id="zero-byte-late",
        ),
        pytest.param(
            random.Random(1).randbytes(1 << 20),
            "",
            "the file is not text: it contains null bytes",
            id="random",
        ),
        pytest.param(
            b"k" + bytes(byte | 1 for byte in random.Random(2).randbytes(1 << 20)),
            "1:",
            "byte 0x",
            id="random-without-zero",
        ),
        pytest.param(b"[" * 10_000, "1:22", TOO_DEEP, id="brackets-10000"),
        pytest.param(b"[" * 100_000, "1:22", TOO_DEEP, id="brackets-100000"),
        pytest.param(b"{a: " * 10_000, "1:85", TOO_DEEP, id="mappings-10000"),
        pytest.param(b"{a: " * 100_000, "1:85", TOO_DEEP, id="mappings-100000"),
        pytest.param(
            b"- {date: 2014, title: A, places: [" + b"x," * 2_000_000 + b"x]}",
            "1:3",
            TOO_LONG,
            id="many-items",
        ),
        pytest.param(b"{" * 10_000, "1:22", TOO_DEEP, id="keys-10000"),
        pytest.param(b"? " * 10_000, "1:43", TOO_DEEP, id="question-marks-10000"),
        pytest.param(b"- " * 10_000, "1:43", TOO_DEEP, id="dashes-10000"),
        pytest.param(b"- " * 100_000, "1:43", TOO_DEEP, id="dashes-100000"),
        pytest.param(
            b"- date: 2014\n  title: " + b"x" * 50_000_000, "1:3", TOO_LONG, id="long-scalar"
        ),
        pytest.param(b"x" * 50_000_000, "", TOO_LONG, id="long-line"),
        pytest.param(
            b'- date: 2014\n  title: "' + b"x y\n    " * 6_000_000,
            "1:3",
            TOO_LONG,
            id="long-quote",
        ),
        pytest.param(
            alias_bomb().encode(),
            "",
            "the aliases in this file expand to too much text: use fewer of them",
            id="alias-bomb",
        ),
        pytest.param(
            reused_anchors().encode(),
            "",
            "the aliases in this file expand to too much text: use fewer of them",
            id="anchors-defined-again",
        ),
        pytest.param(
            chain_of_aliases("a #comment").encode(),
            "22:12",
            DEEP_ALIAS,
            id="chain-of-aliases-and-a-comment",
        ),
        pytest.param(
            chain_of_aliases(r'"\ud83d\ude80"').encode(),
            "22:12",
            DEEP_ALIAS,
            id="chain-of-aliases-and-a-pair",
        ),
        pytest.param(
            (EVENT + "- date: \x1b]0;owned\x07\n  title: \x9b31m\n").encode(),
            "2:9",
            "control character U+001B is not allowed: delete it",
            id="terminal-escapes",
        ),
        pytest.param(
            b'- {date: "\\e[31m\\u202e", title: a}\n',
            "1:10",
            "the text contains the control character U+001B: delete it",
            id="escaped-terminal-escapes",
        ),
        pytest.param(
            b"- title: " + b"x: " * 2_000_000, "1:11", "colon in unquoted text", id="many-colons"
        ),
        pytest.param(b"- date: x\n" * 200_000, "1:9", "date 'x' is not EDTF", id="many-errors"),
        pytest.param(b"- @\n" * 200_000, "1:3", "text cannot begin with '@'", id="many-faults"),
    ],
)
@pytest.mark.parametrize("command", ["check", "list"])
def test_a_file_is_refused(
    guarded: Guarded, tmp_path: Path, command: str, data: bytes, place: str, message: str
) -> None:
    (tmp_path / "events.yaml").write_bytes(data)
    said = guarded(command, "-f", "events.yaml")
    text = said.out if command == "check" else said.err
    assert said.code == (1 if command == "check" else 2)
    wanted = re.escape(f"events.yaml{place and ':'}{place}")
    assert re.search(rf"^{wanted}[0-9:]*: error: {re.escape(message)}", text, re.MULTILINE)


@pytest.mark.parametrize("kind", ["actor", "tag"])
def test_a_long_name_that_is_not_listed(guarded: Guarded, tmp_path: Path, kind: str) -> None:
    name = "x" * 50_010
    events = f"events:\n- {{date: 2014, title: One, {kind}s: [{name}]}}\n"
    (tmp_path / "events.yaml").write_text(f"{kind}s: {{a: }}\n{events}")
    said = guarded("check")
    message = f"{kind} '{name}' is not listed under the top-level key '{kind}s': add it there"
    assert (said.code, message in said.out) == (1, True)
    assert guarded("list", "--oneline").out == "2014\tone\tOne\n"
    said = guarded("rename", kind, name + "z", "x")
    assert said == Ran(
        2,
        "",
        "events.yaml: 1 warning, see timeline check\n"
        f"timeline: error: no {kind} is called '{'x' * 80}...'\n'timeline {kind}s' lists them\n",
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("nothing", "no such file", id="missing"),
        pytest.param("broken", "it is a broken link", id="broken-link"),
        pytest.param("loop", "Too many levels of symbolic links", id="link-to-itself"),
        pytest.param("file/file", "Not a directory", id="file-as-folder"),
        pytest.param("x" * 300, "File name too long", id="long-name"),
        pytest.param("/dev/zero", "it is a device or a socket, not a file", id="endless-device"),
        pytest.param("/dev/null", "it is a device or a socket, not a file", id="empty-device"),
    ],
)
def test_a_path_cannot_be_read(guarded: Guarded, tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "broken").symlink_to("gone")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").touch()
    said = guarded("list", "-f", path)
    assert said == Ran(2, "", f"timeline: error: cannot read {path}: {message}\n")


def test_a_folder_without_files(guarded: Guarded, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = guarded("list", "-f", "empty")
    assert said == Ran(
        2,
        "",
        "timeline: error: no files to read in the folder empty: their names end in "
        ".csv, .tsv, .tab, .ics, .ical, .ged, .gedcom, .json, .jsonl, .ndjson, .mw, .markwhen, "
        ".md, .markdown, .yaml or .yml\n",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read every file")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_not_allowed(guarded: Guarded, tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir() if kind == "folder" else secret.touch()
    secret.chmod(0)
    said = guarded("list", "-f", "secret")
    secret.chmod(0o700)
    assert said == Ran(2, "", "timeline: error: cannot read secret: Permission denied\n")


def test_a_file_name_shows_its_controls(guarded: Guarded, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\u202e.yaml").write_text("- {date: 2014-13, title: a}\n")
    said = guarded("list", "-f", "a\x1b[31m\u202e.yaml")
    place = "a<U+001B>[31m<U+202E>.yaml:1:10"
    assert said.err.startswith(f"{place}: error: date '2014-13' does not exist")


READ = "2014-03-18\tannexation\tAnnexation\n"
TOO_MUCH = (
    "timeline: error: cannot read {}: the input is larger than 256 MB; save it to a file first\n"
)


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        pytest.param('cat event.yaml | "$@" -', Ran(0, READ, ""), id="standard-input"),
        pytest.param('"$@" - <event.yaml', Ran(0, READ, ""), id="redirected"),
        pytest.param('"$@" /dev/stdin <event.yaml', Ran(0, READ, ""), id="dev-stdin"),
        pytest.param(
            'mkfifo pipe; cat event.yaml >pipe & "$@" pipe', Ran(0, READ, ""), id="named-pipe"
        ),
        pytest.param(
            'yes | "$@" -', Ran(2, "", TOO_MUCH.format("standard input")), id="endless-text"
        ),
        pytest.param(
            'mkfifo pipe; yes -- "- {date: 2014, title: x}" >pipe & "$@" pipe',
            Ran(2, "", TOO_MUCH.format("pipe")),
            id="endless-events",
        ),
        pytest.param(
            'cat /dev/zero | "$@" -',
            Ran(2, "", TOO_MUCH.format("standard input")),
            id="endless-zeros",
        ),
        pytest.param(
            '"$@" - <&-',
            Ran(2, "", "timeline: error: cannot read standard input: it is closed\n"),
            id="closed-input",
        ),
        pytest.param('"$@" event.yaml | head -c 0', Ran(0, "", ""), id="closed-output"),
        pytest.param(
            '"$@" event.yaml >/dev/full',
            Ran(
                2,
                "",
                "timeline: error: cannot write to standard output: No space left on device\n",
            ),
            id="full-output",
        ),
        pytest.param('"$@" event.yaml 2>/dev/full', Ran(0, READ, ""), id="full-error-output"),
    ],
)
def test_pipes(guarded: Guarded, tmp_path: Path, shell: str, said: Ran) -> None:
    (tmp_path / "event.yaml").write_text(EVENT)
    assert guarded("list", "--oneline", "-f", shell=shell) == said


def test_a_full_disk(guarded: Guarded, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text(EVENT)
    said = guarded("export", "--format", "json", "-o", "/dev/full")
    assert said == Ran(2, "", "timeline: error: cannot write /dev/full: No space left on device\n")


def family(*lines: str) -> bytes:
    return "\n".join(["0 HEAD", "0 @I1@ INDI", *lines, "0 TRLR"]).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            b"0 HEAD\n" + random.Random(1).randbytes(1 << 20),
            "the file is not text: it contains null bytes",
            id="random",
        ),
        pytest.param(
            b"0 HEAD\n1 CHAR ANSEL\n" + bytes(b | 1 for b in random.Random(2).randbytes(1 << 17)),
            "is not allowed",
            id="random-in-ansel",
        ),
        pytest.param(
            "0 HEAD\n".encode("utf-16") + random.Random(3).randbytes(1 << 20),
            "this line does not begin with a level and a tag",
            id="random-in-utf-16",
        ),
        pytest.param(
            family(
                *(f"{level} A" for level in range(1, 100)), *["99 A"] * 100_000, "1 BIRT x", "4 A"
            ),
            "level 4 cannot come below level 1: write 2",
            id="deep",
        ),
        pytest.param(
            b"0 HEAD\n1 NOTE " + b"x" * 50_000_000,
            "more than 2 million characters in one record",
            id="long-line",
        ),
        pytest.param(
            family(*["1 A xxxxxx"] * 250_000),
            "more than 2 million characters in one record",
            id="long-record",
        ),
        pytest.param(
            family("1 NOTE x", *["2 CONT"] * 200_000, *["1 OCCU x"] * 30_000, "1 BIRT", "2 DATE x"),
            "date 'x' is not a date of GEDCOM",
            id="long-text",
        ),
        pytest.param(
            family("1 BIRT", "2 DATE 5")
            + b"\n0 @F1@ FAM\n"
            + b"1 HUSB @I1@\n" * 10_000
            + b"1 MARR\n2 DATE 5\n" * 10_000,
            "the names, notes and sources of this file expand to too much text",
            id="many-partners",
        ),
        pytest.param(
            family("1 BIRT", "2 DATE FROM " + " " * 900 + "x"),
            "is not a date of GEDCOM",
            id="spaces-in-a-date",
        ),
        pytest.param(family(*["1 BIRT\n2 DATE x"] * 50_000), "date 'x'", id="many-errors"),
        pytest.param(
            family(*(f"1 A{number}" for number in range(50_000))),
            "the rest of the file was not read",
            id="many-tags",
        ),
    ],
)
def test_a_family_tree_is_refused(
    guarded: Guarded, tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "a.ged").write_bytes(data)
    said = guarded("list", "-f", "a.ged")
    assert said.code == 2
    assert re.search(rf"^a.ged[0-9:]*: error: .*{re.escape(message)}", said.err, re.MULTILINE)
