"""The names of formats on the command line: extensions such as `md` are accepted too."""

from collections.abc import Iterator, Mapping, Sequence

OPTIONS = ("--format", "--input-format")


def with_format_names(words: Sequence[str]) -> list[str]:
    """Return the words with an extension after `--format` replaced by the name of its format.

    Other names are left as they are.
    """
    return list(_named(words))


def _named(words: Sequence[str]) -> Iterator[str]:
    option = ""
    for word in words:
        name, equals, value = word.partition("=")
        if option:
            yield _name(option, word)
        elif equals and name in OPTIONS:
            yield f"{name}={_name(name, value)}"
        else:
            yield word
        option = word if not option and word in OPTIONS else ""


def _name(option: str, value: str) -> str:
    plain = value.lower().removeprefix(".")
    return str(_names(option).get(plain, plain if plain in _names(option).values() else value))


def _names(option: str) -> Mapping[str, str]:
    if option == "--format":
        from timeline import writers

        return writers.FORMAT_NAMES
    from timeline import readers

    return readers.FORMAT_NAMES
