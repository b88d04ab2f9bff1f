"""Texts and addresses that formats would take for something else."""

from typing import Any

from hypothesis import strategies as st

from timeline.text import control_in, visible

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

MARKUP = [
    *PIECES,
    *("a: b", "2014: x", "- 2014: x", "#tag", "a #tag", "#35; ;", "%% comment", "title x"),
    *("section x : y", "style a:#fff;", "accTitle: x", "{x}", "--> y", "[x] done", "[ ] to do"),
    *(
        "now: x",
        "by 3 days: x",
        "// comment",
        "key: value",
        "@x",
        "\ufb02\u00b0\u00b035\u00b6\u00df",
    ),
    *("&lt;img src=x onerror=alert(1)&gt;", "<script>alert(1)</script>", "{{ 1 + 1 }}", "${x}"),
    *("=1+1", "'=1", "+1", "@SUM(1)", "a; b", "a\\; b", '"a",b', "a,b;c\td", "[[a]]", "{{a|b}}"),
    *("\\input{x}", "%0A", "\\n", "BEGIN:VEVENT", "END:VCALENDAR", "]]>", "<![CDATA["),
    *("'", '"', "a\nb: c", "---", "!id", "![id", "every 3 d", "timeline"),
]

HARD: dict[str, Any] = {
    "title": "# a: b; %% c",
    "events": [
        {
            "id": f"{number:03}",
            "date": f"{1500 + number}",
            "title": text,
            "summary": text,
            "tags": [text],
            "sources": [{"title": text, "url": "https://example.org/(a)#b"}],
        }
        for number, text in enumerate(text for text in MARKUP if visible(text))
        if not control_in(text)
    ],
}
"""A chronology with an event for each piece of text that means something in some format."""
