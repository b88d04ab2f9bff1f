"""The text of pieces of HTML in other formats."""

import re
from html.parser import HTMLParser

_LINES = {"p", "br", "div", "li", "h1", "h2", "h3", "h4"}
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|html|body|table|tr|td)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Return whether a text contains a tag of HTML that is common in texts."""
    return "<" in text and _TAG.search(text) is not None


def text_of_html(text: str) -> str:
    """Return the text that a browser shows for a piece of HTML, stripped.

    The address of a link follows its text in brackets, unless the text is the address.
    """
    if not {"<", "&"} & {*text}:
        return text.strip()
    shown = _Shown()
    shown.feed(text)
    shown.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(shown.pieces)).strip()


class _Shown(HTMLParser):
    """The text that a browser shows for a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._address = ""
        self._from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.pieces.append("\n\n")
        elif tag in _LINES:
            self.pieces.append("\n")
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
            self._from = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            text = "".join(self.pieces[self._from :])
            if self._address.startswith(("http://", "https://")) and self._address not in text:
                self.pieces.append(f" ({self._address})" if text.strip() else self._address)
            self._address = ""

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
