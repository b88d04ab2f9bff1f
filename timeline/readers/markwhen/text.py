"""The tags, links and ids in the text of a markwhen event."""

import re
from typing import NamedTuple

_TAG = re.compile(r"(?:^|(?<=\s))#(?![0-9]+(?:\s|$))(\w+)")
_ID = re.compile(r"(?:^|(?<=\W))!(\w+)")
_BOX = re.compile(r"\s*\[[xX ]?\]\s+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*([^\s()]+)\s*\)")
_PLACES = ("location", "map")


class Link(NamedTuple):
    """A link in a text: what it shows, and its address."""

    text: str
    address: str


class Marked(NamedTuple):
    """A text without its markup, and what that markup says.

    `has_box` means that a check box was removed.
    """

    text: str
    tags: list[str]
    links: list[Link]
    places: list[str]
    id: str
    has_box: bool


def marked_title(text: str) -> Marked:
    """Return the title of an event without tags at its end, its id, a check box and links.

    A tag within the title remains as a word.
    """
    bare = _BOX.sub("", text, count=1) if _BOX.match(text) else text
    has_box = bare is not text
    identifier = ""
    if found := _ID.search(bare):
        identifier = found[1]
        bare = bare[: found.start()] + bare[found.end() :]
    tags = _TAG.findall(bare)
    words = bare.split()
    while words and _TAG.fullmatch(words[-1]):
        words.pop()
    bare, links, places = _without_links(_TAG.sub(r"\1", " ".join(words)))
    return Marked(" ".join(bare.split()), tags, links, places, identifier, has_box)


def marked_line(text: str) -> Marked:
    """Return a line of a summary with the texts of its links; its tags remain in it."""
    bare, links, places = _without_links(text)
    return Marked(bare, _TAG.findall(text), links, places, "", has_box=False)


def tags_in(text: str) -> list[str]:
    """Return the tags in a text."""
    return _TAG.findall(text)


def without_tags(text: str) -> str:
    """Return a text without its tags."""
    return " ".join(_TAG.sub("", text).split())


def _without_links(text: str) -> tuple[str, list[Link], list[str]]:
    """Return a text in which each link is its text; also return the links and the places."""
    links: list[Link] = []
    places: list[str] = []

    def shown(found: re.Match[str]) -> str:
        text, address = found.groups()
        if address in _PLACES:
            places.append(text)
            return text if address == "location" else ""
        if not re.match("https?://", address):
            return found[0]
        links.append(Link(text.strip(), address))
        return text

    return _LINK.sub(shown, text), links, places
