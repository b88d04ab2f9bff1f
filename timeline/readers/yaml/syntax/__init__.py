"""From the text of a YAML file to texts, lists and records, and the errors of its syntax."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.yaml.syntax.aliases import DEEPEST as DEEPEST
    from timeline.readers.yaml.syntax.aliases import Unreadable as Unreadable
    from timeline.readers.yaml.syntax.faults import explain as explain
    from timeline.readers.yaml.syntax.faults import not_an_event as not_an_event
    from timeline.readers.yaml.syntax.faults import too_deep as too_deep
    from timeline.readers.yaml.syntax.parser import make_parser as make_parser
    from timeline.readers.yaml.syntax.surrogates import restore_pairs as restore_pairs
    from timeline.readers.yaml.syntax.text import YamlText as YamlText
    from timeline.readers.yaml.syntax.values import ValueReader as ValueReader
    from timeline.readers.yaml.syntax.values import ends_of_plain_texts as ends_of_plain_texts
    from timeline.readers.yaml.syntax.values import place_of_event as place_of_event
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "aliases": ("DEEPEST", "Unreadable"),
            "faults": ("explain", "not_an_event", "too_deep"),
            "parser": ("make_parser",),
            "surrogates": ("restore_pairs",),
            "text": ("YamlText",),
            "values": ("ValueReader", "ends_of_plain_texts", "place_of_event"),
        },
    )
