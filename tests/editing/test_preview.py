"""A unified diff of two texts, made from the part in which they differ."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.editing.preview import diff_of

LINES = st.lists(st.sampled_from("abc"), max_size=30)


def text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@given(start=LINES, old=LINES, new=LINES, end=LINES)
def test_a_text_becomes_the_other_by_their_diff(
    start: list[str], old: list[str], new: list[str], end: list[str]
) -> None:
    before, after = text(start + old + end), text(start + new + end)
    assert applied(before, [*diff_of(before, after, "a")]) == after


def applied(before: str, diff: list[str]) -> str:
    """Return what a text becomes by a diff, whose unchanged lines must be there."""
    lines, done = before.splitlines(keepends=True), 0
    found: list[str] = []
    for line in diff[2:]:
        if line.startswith("@@"):
            first, _, count = line.split()[1][1:].partition(",")
            # A hunk without old lines names the line before it.
            start = int(first) - (count != "0")
            found += lines[done:start]
            done = start
            continue
        if line[0] != "+":
            assert lines[done] == line[1:]
            done += 1
        if line[0] != "-":
            found.append(line[1:])
    return "".join(found + lines[done:])
