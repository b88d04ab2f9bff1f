"""Random YAML files of events, written in all the ways that people write them."""

from typing import NamedTuple

from hypothesis import strategies as st

from timeline.readers.yaml import inline

DATES = ["2014", "2014-03-18", "1580~", "2014-03/2016", '"-0043"', "2022-02-24/..", "2013-12"]
WORDS = ["a", "b", "Putin signs", "x: y", "# no", "- dash", "no", "2014", "ünï", "it's"]
SUMMARIES = [
    " some text",
    " 'it''s quoted'",
    ' "on two\n{0}  lines"',
    " plain\n{0}  on lines",
    " |\n{0}  literal\n\n{0}    # not a comment\n{0}  end",
    " >-\n{0}  folded\n{0}  text\n\n{0}  # not a comment",
]


class RandomFile(NamedTuple):
    """The text of a file with the line ends of Unix, and how it becomes bytes."""

    text: str
    crlf: bool
    bom: bool

    @property
    def data(self) -> bytes:
        text = self.text.replace("\n", "\r\n") if self.crlf else self.text
        return b"\xef\xbb\xbf" * self.bom + text.encode()


def often(draw: st.DrawFn, otherwise: int = 4) -> bool:
    return draw(st.integers(0, otherwise)) == 0


def names(draw: st.DrawFn, margin: str, anchors: list[str]) -> str:
    """Return a list of names as it follows its key: an alias, in brackets, or on lines."""
    if anchors and often(draw):
        return f" *{draw(st.sampled_from(anchors))}"
    anchor = ""
    if often(draw, 5):
        anchors.append(f"l{len(anchors)}")
        anchor = f" &{anchors[-1]}"
    found = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True))
    if draw(st.booleans()):
        return f"{anchor} [{', '.join(map(quoted, found))}]"
    inner = margin + draw(st.sampled_from(["", "  ", "    "]))
    return anchor + "".join(f"\n{inner}- {inline(name)}" for name in found)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def sources(draw: st.DrawFn, margin: str) -> str:
    one = "https://example.com/a"
    return draw(
        st.sampled_from(
            [
                f" {one}",
                f" [{{url: {one}}}]",
                f"\n{margin}  - title: T\n{margin}    url: {one}\n{margin}  - {one}",
                f"\n{margin}- {{title: T, url: {one}}}",
            ]
        )
    )


@st.composite
def files(draw: st.DrawFn) -> RandomFile:
    """Files with a block list of at least two events."""
    is_list = draw(st.booleans())
    indent = " " * draw(st.sampled_from([0, 2, 4]))
    has_ids = draw(st.booleans())
    anchors: list[str] = []
    pieces = ["# the file\n\n"] if often(draw) else ["---\n"] if often(draw) else []
    if not is_list:
        pieces += ["title: T   # a title\n", "events:   # all\n"]
    count = draw(st.integers(2, 5))
    for number in range(count):
        pieces.append(draw(st.sampled_from(["", "", "\n", "\n\n"])))
        if often(draw):
            pieces.append(f"{indent}# apart {number}\n\n")
        if often(draw):
            pieces.append(f"{indent}# about {number}\n{indent}# and more\n")
        pieces.append(event(draw, number, indent, has_ids, anchors))
    pieces.append(draw(st.sampled_from(["", "\n# the end\n", f"{indent}# at the end\n"])))
    if not is_list and draw(st.booleans()):
        pieces.append("tags:\n  a: {}\n")
    text = "".join(pieces)
    return RandomFile(
        text.removesuffix("\n") if often(draw) else text, draw(st.booleans()), draw(st.booleans())
    )


def event(draw: st.DrawFn, number: int, indent: str, has_ids: bool, anchors: list[str]) -> str:
    date = draw(st.sampled_from(DATES))
    title = draw(st.sampled_from(WORDS)) + f" {number}"
    identifier = [f"id: e{number}"] if has_ids else []
    if often(draw):
        fields = [*identifier, f"date: {date}", f"title: {quoted(title)}"]
        return f"{indent}- {{{', '.join(fields)}}}\n"
    gap = draw(st.sampled_from([" ", " ", " ", "   "]))
    margin = f"{indent} {gap}"
    fields = [*identifier, f"date: {date}", f"title: {inline(title)}"]
    if draw(st.booleans()):
        fields.append("summary:" + draw(st.sampled_from(SUMMARIES)).format(margin))
    for key in draw(st.sets(st.sampled_from(["actors", "places", "tags"]))):
        fields.append(f"{key}:{names(draw, margin, anchors)}")
    if draw(st.booleans()):
        fields.append(f"sources:{sources(draw, margin)}")
    if often(draw):
        fields.append("ignore: [no-source]")
    # An alias may not come before its anchor.
    if not any("*" in field or "&" in field for field in fields):
        fields = draw(st.permutations(fields))
    lines = [f"{margin}{field}\n" for field in fields]
    if often(draw):
        lines.insert(1, f"{margin}# of the key below\n")
    if often(draw):
        lines = [f"{line[:-1]}   # it\n" if line.count("\n") == 1 else line for line in lines]
    if often(draw):
        lines.append(f"{margin}# of the event above {number}\n")
    text = "".join(lines)
    if often(draw, 8):
        return f"{indent}-\n{text}"
    return f"{indent}-{gap}{text[len(margin) :]}"
