"""Text and addresses from data, written so that Markdown shows them as they are.

The rules are those of CommonMark 0.31 and of GitHub Flavored Markdown 0.29.
"""

import re

from timeline.characters import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<#|~$])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_LINE_START = re.compile(r"^([-+>=])|^(\d{1,9})([.)])")
_BARE_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")
_EMAIL = re.compile(r"(?<=[\w.+-])@(?=\w)")


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that shows exactly this text, and links nothing."""
    text = _ENTITY.sub(r"\\&", _SPECIAL.sub(r"\\\1", visible(text)))
    text = _BARE_ADDRESS.sub(_unlinked, text)
    text = _EMAIL.sub(r"\\@", text)
    return _AT_LINE_START.sub(_not_a_block, text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a longer text, which empty lines separate, each escaped."""
    return [escaped(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def link(text: str, address: str) -> str:
    """Return a link with this text; without a text, the address itself as one."""
    if not text:
        return f"<{_percent_encoded(address)}>"
    return f"[{escaped(text)}](<{_destination(address)}>)"


def _destination(address: str) -> str:
    # Between angle brackets, brackets of the address can stand as they are.
    return _ENTITY.sub("&amp;", _percent_encoded(address))


def _percent_encoded(address: str) -> str:
    return re.sub(
        r"[\s<>\\|`]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address
    )


def _unlinked(found: re.Match[str]) -> str:
    return found[0] + "\\"


def _not_a_block(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
