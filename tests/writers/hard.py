"""Texts and addresses that Markdown would take for something else."""

from hypothesis import strategies as st

from timeline.text import visible

_CHARACTERS = list(
    "\\`*_[](){}<>#|~$!^&;:=-+.,'\"/@%? \n\t0123456789aAx\u00e9\u6587\u5e74\u0444\U0001f600"
)
PIECES = [
    *("http://", "HTTPS://", "//", "www.", "WWW.", "ftp://", "mailto:", "localhost", "ex.com"),
    *("a@b.co", ".com", "&amp;", "&copy;", "&copy=1", "&#35;", "&#x41;", "<b>", "</b>", "<br>"),
    *("<!-- x -->", "<!-- timeline -->", "](", "![", "[^1]", "[^1]: ", "[x]", "[a]: b", "1. "),
    *("1)", "- ", "---", "***", "===", "# ", "> ", "~~~", "```", "**", "__", "~~", "$$", ": "),
    *("\x1b", "\u202e", "\u2028", "    "),
]
_hard = st.lists(st.sampled_from(_CHARACTERS + PIECES), max_size=12).map("".join)

texts = _hard.filter(lambda text: visible(text) != "")

addresses = st.lists(
    st.sampled_from(
        [
            *"()[]<>{} '\"|\\`&=;$*_~^!#?:@/.ab12\u00e9\u6587\U0001f600",
            *("&copy;", "&copy=1", "&#35;", "%20", "%C3%A9", "//", "](", "**"),
        ]
    ),
    max_size=10,
).map(lambda pieces: "https://example.org/" + "".join(pieces))
