r"""Characters escaped as in UTF-16, `\ud83d\ude80`: common in JSON, but an error in YAML.

Each pair is replaced by an escape of the same length that YAML parsers know, so that places stay
correct: `\U0001F680\0`. The texts that the parser returns are then corrected.
"""

import re
from typing import Any

from timeline.readers.records import Value
from timeline.readers.yaml.syntax.aliases import texts_in

_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
_HEX = "[0-9a-fA-F]"
# An incomplete pair at the end of a text.
_CUT_PAIR = re.compile(
    r"(?<!\\)(?:\\\\)*\\"
    + "".join(f"(?:{one}" for one in ("u", "[dD]", "[89abAB]", _HEX, _HEX, r"\\", "u"))
    + f"(?:[dD](?:[c-fC-F]{_HEX}?)?)?"
    + ")?" * 7
    + r"\Z"
)
_LONGEST_CUT = 32
_STAND_IN = re.compile(r"\\U(000[1-9A-F]|0010)([0-9A-F]{4})\\0")
_AS_READ = re.compile("([\U00010000-\U0010ffff])\0")


def cut_pair(text: str) -> int:
    """Return the start of an incomplete pair at the end of a text, or the length of the text."""
    if "\\" not in text[-_LONGEST_CUT:]:
        return len(text)
    cut = _CUT_PAIR.search(text, max(0, len(text) - _LONGEST_CUT))
    return len(text) if cut is None else cut.start()


def with_stand_ins(text: str) -> str:
    """Return the text for the parser, with pairs replaced; the same object if it has none."""
    if "\\ud" not in text and "\\uD" not in text:
        return text
    replaced, count = _PAIR.subn(_stand_in, text)
    return replaced if count else text


def in_quotes(text: str) -> str:
    """Return a double-quoted text with the real characters instead of the stand-ins."""
    return _AS_READ.sub(r"\1", text)


def restore_pairs(value: Value) -> None:
    """Restore the pairs in a value outside double quotes, where they are not escapes."""
    for text in texts_in(value):
        if text.style != '"' and "\\U" in text.value:
            scalar: Any = text
            scalar.value = _STAND_IN.sub(_pair, text.value)


def _stand_in(found: re.Match[str]) -> str:
    before, high, low = found.groups()
    code = 0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF)
    return rf"{before}\U{code:08X}\0"


def _pair(found: re.Match[str]) -> str:
    code = int(found[1] + found[2], 16) - 0x10000
    return rf"\u{0xD800 + (code >> 10):04x}\u{0xDC00 + (code & 0x3FF):04x}"
