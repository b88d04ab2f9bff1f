"""Escaping text and addresses, so that Markdown shows them unchanged.

The rules are those of CommonMark 0.31, of GitHub Flavored Markdown 0.29, and of linkify-it, which
many sites use to find addresses in text.
"""

import re

from timeline.text import visible, visible_lines

# A text that no rule below changes: it has none of their characters, and begins no block. The only
# address with a dot at the end of a word is `www.`.
_UNMARKED = r"[^\\`*_\[\]<#|~$^!&/.@]*"
_PLAIN = re.compile(rf"(?![-+>=:]|\d+[.)]){_UNMARKED}(?:(?<![Ww])\.(?!\S){_UNMARKED})*")
# `!` and `^` are special before the `[` of a footnote, which may follow, and `&` before the name of
# an entity: the `#` before the number of one is escaped.
_SPECIAL = re.compile(r"[\\`*_\[\]<#|~$^]|!$|&(?=[^\W_]+;)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_LINE_START = re.compile(r"^([-+>=:])|^(\d{1,9})([.)])(?= |$)")
# What makes a bare address a link: `//`, the dot of `www.` and of `example.com`, `@`.
# Each alternative begins with a character, because then the text is searched ten times as fast.
_IN_ADDRESS = re.compile(
    r"/(?<=//)|\.(?:(?<=[Ww]{3}\.)|(?<=[^\s.]\.)(?=[^\W\d_]{2}))|@(?<=\S@)(?=\S)"
)
# GFM finds e-mail addresses after resolving escapes: only another node can split one.
_SPLIT = "<!-- -->@"
_AT = r"\@"
_SPACE = "&nbsp;"
_UNSAFE_IN_ADDRESS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069<>\\\\|`]")


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that shows exactly this text, without links.

    White space is collapsed and control characters are spelt out, as on a terminal. An empty
    comment keeps GitHub from turning an e-mail address into a link.
    """
    return _escaped(visible(text), _SPLIT)


def paragraphs(text: str, line_break: str = "\\\n") -> list[str]:
    """Return the paragraphs of a longer text, escaped. Empty lines separate paragraphs.

    The lines of a paragraph keep their indentation and have a hard break between them.
    """
    found: list[list[str]] = []
    for line in ["", *visible_lines(text)]:
        if not line:
            found.append([])
        else:
            content = line.lstrip(" ")
            found[-1].append(_SPACE * (len(line) - len(content)) + _escaped(content, _SPLIT))
    return [line_break.join(lines) for lines in found if lines]


def link(text: str, address: str) -> str:
    """Return a link with this text, or with the address as its text if there is none.

    Characters that would end the link are percent-encoded (RFC 3986): white space, controls, `<>`,
    backslash, pipe and backtick.
    """
    address = _UNSAFE_IN_ADDRESS.sub(_percent_encoded, address)
    text = visible(text)
    if not text:
        return f"<{address}>"
    address = _ENTITY.sub("&amp;", address)
    # Between angle brackets, the parentheses of an address need no escape.
    target = f"<{address}>" if "(" in address or ")" in address else address
    # There are no links inside a link.
    return f"[{_escaped(text, _AT)}]({target})"


def _escaped(text: str, at: str) -> str:
    """Escape one line of visible text, and write `at` for the `@` of an e-mail address."""
    if _PLAIN.fullmatch(text):
        return text
    text = _SPECIAL.sub(_after_backslash, text)
    text = _IN_ADDRESS.sub(lambda found: at if found[0] == "@" else _after_backslash(found), text)
    return _AT_LINE_START.sub(_not_a_block, text)


def _after_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _not_a_block(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
