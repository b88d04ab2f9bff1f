"""Questions side by side, after `--beside`."""

from collections.abc import Iterator, Sequence

OPTION = "--beside"


def with_each_beside(words: Sequence[str]) -> list[str]:
    """Return the words of a command line with `--beside` before each question that follows it.

    If it is written once, all words up to the next option are its questions. If it is repeated,
    each takes the one question after it.
    """
    if words.count(OPTION) != 1:
        return list(words)
    at = words.index(OPTION) + 1
    return [*words[: at - 1], *_each(words[at:])]


def _each(words: Sequence[str]) -> Iterator[str]:
    number = next((at for at, word in enumerate(words) if word.startswith("-")), len(words))
    for question in words[:number]:
        yield OPTION
        yield question
    if not number:
        # The parser reports the missing question.
        yield OPTION
    yield from words[number:]
