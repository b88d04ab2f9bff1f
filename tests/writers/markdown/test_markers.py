"""A chronology inside an article: what stands around it is kept to the byte."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import refused
from timeline.writers.markdown.markers import CLOSING, OPENING, Marked, MarkerError

_START, _END = OPENING.encode(), CLOSING.encode()

_lines = st.lists(
    st.sampled_from(
        [b"", b"Text.", b"\xff\xfe", b"# H", b"\xd1\x84", b"    " + _START, b"a " + _END, b"\x00"]
    ),
    max_size=4,
)
_ends = st.sampled_from([b"\n", b"\r\n", b"\r"])
_texts = st.lists(st.sampled_from(["", "# T", "- a", "  b", "ф"]), max_size=5).map("\n".join)


@given(
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    before=_lines,
    old=_lines,
    after=_lines,
    end=_ends,
    last=st.booleans(),
    text=_texts,
)
@example(mark=b"", before=[], old=[], after=[], end=b"\r", last=False, text="a\nb")
def test_only_what_is_between_the_marks_is_replaced(
    mark: bytes,
    before: list[bytes],
    old: list[bytes],
    after: list[bytes],
    end: bytes,
    last: bool,
    text: str,
) -> None:
    head = mark + b"".join(line + end for line in before) + _START + end
    body = b"".join(line + end for line in old)
    tail = _END + b"".join(end + line for line in after) + end * last
    made = Marked(head + body + tail).with_text([text])
    assert made.startswith(head)
    assert made.endswith(tail)
    assert made[len(head) : -len(tail)].replace(end, b"\n").strip(b"\n") == (
        text.strip("\n").encode()
    )
    assert Marked(made).with_text([text]) == made


@pytest.mark.parametrize(
    ("document", "made"),
    [
        pytest.param("{o}\n{c}", "{o}\n\nx\ny\n\n{c}", id="at-the-ends"),
        pytest.param("a\n\n{o}\nold\n{c}\nb", "a\n\n{o}\n\nx\ny\n\n{c}\nb", id="between"),
        pytest.param("a\r\n{o}\r\n{c}\r\n", "a\r\n{o}\r\n\r\nx\r\ny\r\n\r\n{c}\r\n", id="crlf"),
        pytest.param("a\r{o}\r{c}\r", "a\r{o}\r\rx\ry\r\r{c}\r", id="cr"),
        pytest.param("   {o} \t\n {c}  \n", "   {o} \t\n\nx\ny\n\n {c}  \n", id="spaces"),
        pytest.param("\ufeff{o}\n{c}\n", "\ufeff{o}\n\nx\ny\n\n{c}\n", id="byte-order-mark"),
        pytest.param(
            "```html\n{o}\n{c}\n```\n{o}\n{c}\n",
            "```html\n{o}\n{c}\n```\n{o}\n\nx\ny\n\n{c}\n",
            id="fence-before",
        ),
        pytest.param(
            "{o}\n{c}\n\n~~~~\n~~~\n{o}\n{c}\n~~~~~ \n",
            "{o}\n\nx\ny\n\n{c}\n\n~~~~\n~~~\n{o}\n{c}\n~~~~~ \n",
            id="longer-fence-after",
        ),
        pytest.param(
            "~~~\n```\n{o}\n~~~\n{o}\n{c}\n",
            "~~~\n```\n{o}\n~~~\n{o}\n\nx\ny\n\n{c}\n",
            id="fence-within-a-fence",
        ),
        pytest.param(
            "```\n``` not an end\n{o}\n```\n{o}\n{c}\n",
            "```\n``` not an end\n{o}\n```\n{o}\n\nx\ny\n\n{c}\n",
            id="fence-with-what-is-no-end",
        ),
        pytest.param(
            "```code``` in a line\n{o}\n{c}\n",
            "```code``` in a line\n{o}\n\nx\ny\n\n{c}\n",
            id="no-fence",
        ),
        pytest.param(
            "    {o}\n`{o}`\n{o}\n{c}\n", "    {o}\n`{o}`\n{o}\n\nx\ny\n\n{c}\n", id="code"
        ),
    ],
)
def test_with_text(document: str, made: str) -> None:
    marked = Marked(document.format(o=OPENING, c=CLOSING).encode())
    assert marked.with_text(["x\n", "y\n"]).decode() == made.format(o=OPENING, c=CLOSING)


def test_without_text_nothing_stands_between_the_marks() -> None:
    document = f"a\n{OPENING}\nold\n{CLOSING}\n".encode()
    assert Marked(document).with_text([]) == f"a\n{OPENING}\n{CLOSING}\n".encode()


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param(
            "",
            "it has no lines '<!-- timeline -->' and '<!-- /timeline -->': "
            "put them where the chronology goes",
            id="none",
        ),
        pytest.param(
            "{o}\n", "it has no line '<!-- /timeline -->' after '<!-- timeline -->'", id="opening"
        ),
        pytest.param(
            "{c}\n", "it has no line '<!-- timeline -->' before '<!-- /timeline -->'", id="closing"
        ),
        pytest.param(
            "{c}\n{o}\n", "'<!-- /timeline -->' comes before '<!-- timeline -->'", id="reversed"
        ),
        pytest.param(
            "{o}\n{c}\n{o}\n{c}\n",
            "it has more than one pair of '<!-- timeline -->' and '<!-- /timeline -->'",
            id="two-pairs",
        ),
        pytest.param(
            "{o}\n```\n{c}\n",
            "it has no line '<!-- /timeline -->' after '<!-- timeline -->'",
            id="closing-in-a-fence-without-end",
        ),
        pytest.param(
            "{o} {c}\n",
            "it has no lines '<!-- timeline -->' and '<!-- /timeline -->': "
            "put them where the chronology goes",
            id="both-in-one-line",
        ),
    ],
)
def test_marks_that_are_no_pair(document: str, message: str) -> None:
    with refused(MarkerError, message):
        Marked(document.format(o=OPENING, c=CLOSING).encode())


def test_footnotes_are_those_outside_the_marks() -> None:
    text = f"a[^1] b[^n\xf6te]\n{OPENING}\n[^2]: old\n{CLOSING}\n[^1]: x\n[^3]: y [^ 4] [^]\n"
    assert Marked(text.encode()).footnotes == {"1", "n\xf6te", "3"}
