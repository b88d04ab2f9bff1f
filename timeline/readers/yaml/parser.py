"""The YAML parser, libyaml's or PyYAML's own."""

from typing import Any

try:
    from yaml import cyaml

    _libyaml_parser: Any = cyaml.CParser  # type: ignore[attr-defined]
except ImportError:
    _libyaml_parser = None


def make_parser(text: Any) -> Any:
    """Return a parser of YAML events from anything with a `read(size)` that gives text."""
    if _libyaml_parser:
        return _libyaml_parser(text)
    from timeline.readers.yaml.pure import PureParser

    return PureParser(text)
