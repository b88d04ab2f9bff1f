"""Output for the completion scripts that Typer generates for Bash, Zsh and Fish."""

import os
import re
import shlex
from collections.abc import Iterable
from typing import NamedTuple

from timeline.cli.completion.installation import VARIABLE
from timeline.search import Candidate


class Line(NamedTuple):
    """A typed line: its complete words, the start of the last word, and any open quote in that."""

    words: list[str]
    begun: str
    quote: str = ""

    @classmethod
    def read(cls, text: str) -> "Line":
        """Split a line up to the cursor as a shell does."""
        # With an extra letter there is always a last word, and it never ends in a backslash.
        lexer = shlex.shlex(f"{text}x", posix=True)
        lexer.whitespace_split, lexer.commenters = True, ""
        words, quote = [], ""
        try:
            for word in lexer:
                words.append(word)
        except ValueError:
            words.append(lexer.token)
            quote = str(vars(lexer)["state"])
        *words, last = words
        return cls(words, last[:-1], quote)


def answer() -> int:
    """Print the candidates for the current shell; return the exit code."""
    asking = {"complete_bash": _bash, "complete_zsh": _zsh, "complete_fish": _fish}
    try:
        text, code = asking[os.environ[VARIABLE]]()
        if text:
            print(text, flush=True)
    except Exception:
        # The Tab key must never print an error.
        return 0
    return code


def _bash() -> tuple[str, int]:
    """Return one line per candidate. Bash completes what follows the last `:`, `=` or `@`."""
    from timeline.cli.completion.candidates import complete

    text = os.environ["COMP_WORDS"]
    pieces = text.split("\n" if "\n" in text else " ")[: int(os.environ["COMP_CWORD"]) + 1]
    *words, last = _rejoined(pieces)[1:]
    *whole, piece = last
    if _is_break(piece):
        whole, piece = last, ""
    before = "".join(Line.read(one).begun for one in whole)
    line = Line.read(piece)
    found = complete(
        ["".join(Line.read(one).begun for one in word) for word in words], before + line.begun
    )
    candidates = (one.value for one in found.candidates if one.value.startswith(before))
    # In Bash a leading `@` is a separate word, but is replaced together with the piece after it.
    start = len(before) - before.endswith("@")
    return "\n".join(_for_bash(one[start:], line.quote) for one in candidates), 0


def _rejoined(pieces: Iterable[str]) -> list[list[str]]:
    """Return the pieces of each word.

    Bash drops the spaces between pieces. No spaces are assumed next to `:` or `=`, or after `@`.
    """
    words: list[list[str]] = []
    continues = False
    for piece in pieces:
        if words and (continues or (_is_break(piece) and piece[0] != "@")):
            words[-1].append(piece)
        else:
            words.append([piece])
        continues = _is_break(piece)
    return words


def _is_break(piece: str) -> bool:
    return bool(piece) and not piece.strip(":=@")


def _for_bash(value: str, quote: str) -> str:
    if quote == "'":
        return value.replace("'", "'\\''")
    special = r'([$`"\\!])' if quote else r"([^\w@%+=:,./-])"
    return re.sub(special, r"\\\1", value)


def _zsh() -> tuple[str, int]:
    """Return code for Zsh, with all data in single quotes."""
    from timeline.cli.completion.candidates import complete

    line = Line.read(os.environ["_TYPER_COMPLETE_ARGS"])
    found = complete(line.words[1:], line.begun)
    if found.is_file:
        return "_files", 0
    whole = [one for one in found.candidates if not one.value.endswith(":")]
    fields = [one for one in found.candidates if one.value.endswith(":")]
    described = [
        f"offers=({' '.join(map(_for_zsh, candidates))}); _describe value offers{options}"
        for candidates, options in ((whole, ""), (fields, " -S ''"))
        if candidates
    ]
    return "; ".join(["local -a offers", *described]), 0


def _for_zsh(candidate: Candidate) -> str:
    value = candidate.value.replace("\\", "\\\\").replace(":", "\\:")
    text = f"{value}:{candidate.about}" if candidate.about else value
    return "'" + text.replace("'", "'\\''") + "'"


def _fish() -> tuple[str, int]:
    """Return one line per candidate, or only an exit code: 0 if file names are not completed."""
    from timeline.cli.completion.candidates import complete

    line = Line.read(os.environ["_TYPER_COMPLETE_ARGS"])
    found = complete(line.words[1:], line.begun)
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return "", int(found.is_file)
    return "\n".join("\t".join(filter(None, candidate)) for candidate in found.candidates), 0
