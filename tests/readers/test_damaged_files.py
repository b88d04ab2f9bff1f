"""Files that are cut, changed or replaced by noise: every reader says what is wrong, and ends."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
import timeline.chronology
from tests.writers.conftest import hard as hard
from timeline import Timeline
from timeline.errors import Severity
from timeline.readers import Dates, InputFormat, ReadingOptions
from timeline.text import bidirectional_control_in, control_in
from timeline.writers import Format, write

# What means something in some format, or is no text.
PIECES = [
    *(b"\n", b"\r\n", b"\r", b"\t", b" ", b"  ", b",", b";", b":", b": ", b"- ", b"#", b"|", b">"),
    *(b'"', b"'", b"\\", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!", b"? ", b"%", b"@", b"`"),
    *(b"---\n", b"...\n", b"/", b"..", b"-", b"~", b"?", b"0", b"9999999999", b"\\u0000"),
    *(b"\\ud800", b"null", b"1e999", b"-0", b"\\n", b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"),
    *(b"RRULE:FREQ=DAILY\r\n", b";TZID=X:", b"events", b"start_date", b"date", b"title"),
    *(b"\0", b"\x1b", b"\x7f", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xff"),
    *(b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xff\xfe"),
]
Edit = tuple[float, int, bytes]
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 3) | st.integers(0, 400),
        st.sampled_from([b"", *PIECES]) | st.binary(max_size=4),
    ),
    min_size=1,
    max_size=5,
)
DATES = st.sampled_from([None, Dates.HUMAN, Dates.DMY, Dates.MDY])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


def edited(data: bytes, edits: list[Edit]) -> bytes:
    """Return data with pieces in place of so many bytes, at such a part of its length."""
    for where, length, piece in edits:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


def check(path: Path, data: bytes, options: ReadingOptions) -> None:
    """Read a file, and look at what is said of it and what is found in it."""
    path.write_bytes(data)
    opened = timeline.chronology.load([str(path)], options=options)
    for problem in opened.problems:
        shown = str(problem)
        assert not control_in(shown)
        assert not bidirectional_control_in(shown)
    events = list(opened.select())
    if not any(problem.severity is Severity.ERROR for problem in opened.problems):
        # What was read without an error can be written, and read again.
        again = path.with_name("again.jsonl")
        again.write_text("".join(write(opened, opened.select(), Format.JSONL)), encoding="utf-8")
        assert not events or list(timeline.open(again).select()) == events


@pytest.mark.parametrize("form", [form for form in InputFormat if form in [*Format]])
@given(edits=EDITS, cut=st.floats(0, 1) | st.just(1), dates=DATES)
@example(edits=[(0, 0, b"")], cut=1, dates=None)
def test_a_damaged_export(
    hard: Timeline,
    folder: Path,
    form: InputFormat,
    edits: list[Edit],
    cut: float,
    dates: Dates | None,
) -> None:
    data = "".join(write(hard, hard.select(limit=4), Format(form))).encode()
    damaged = edited(data, edits)
    check(folder / "events", damaged[: int(cut * len(damaged))], ReadingOptions(form, dates=dates))


@pytest.mark.parametrize("form", InputFormat)
@given(
    pieces=st.lists(st.sampled_from(PIECES) | st.binary(max_size=20) | st.text().map(str.encode))
)
def test_noise(folder: Path, form: InputFormat, pieces: list[bytes]) -> None:
    check(folder / "events", b"".join(pieces), ReadingOptions(form))
