"""The YAML parser: that of libyaml, or else PyYAML's pure Python one."""

from typing import Any

try:
    from yaml import cyaml

    _libyaml_parser: Any = cyaml.CParser  # type: ignore[attr-defined]
except ImportError:
    _libyaml_parser = None


def make_parser(text: Any) -> Any:
    """Return a parser of YAML events for an object with a `read(size)` that returns text."""
    if _libyaml_parser:
        return _libyaml_parser(text)
    from timeline.readers.yaml.syntax.pure import PureParser

    return PureParser(text)
