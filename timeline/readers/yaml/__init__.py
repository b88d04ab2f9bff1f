"""The native format: a YAML file, read one event at a time.

`syntax` makes values of its text, and `division` reads only some of its events. `read_value` and
`mapping_in` read the YAML in a file of another format, and `scalars` writes texts.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.yaml.division import Blocks as Blocks
    from timeline.readers.yaml.division import blocks_of as blocks_of
    from timeline.readers.yaml.division import read_blocks as read_blocks
    from timeline.readers.yaml.fragment import mapping_in as mapping_in
    from timeline.readers.yaml.reader import read as read
    from timeline.readers.yaml.reader import read_value as read_value
    from timeline.readers.yaml.restart import Section as Section
    from timeline.readers.yaml.restart import Start as Start
    from timeline.readers.yaml.scalars import date_text as date_text
    from timeline.readers.yaml.scalars import dated_list as dated_list
    from timeline.readers.yaml.scalars import flow_list as flow_list
    from timeline.readers.yaml.scalars import inline as inline
    from timeline.readers.yaml.scalars import inline_in_list as inline_in_list
    from timeline.readers.yaml.scalars import long_text as long_text
    from timeline.readers.yaml.scalars import quoted as quoted
    from timeline.readers.yaml.scalars import source_lines as source_lines
    from timeline.readers.yaml.syntax import make_parser as make_parser
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "division": ("Blocks", "blocks_of", "read_blocks"),
            "fragment": ("mapping_in",),
            "reader": ("read", "read_value"),
            "restart": ("Section", "Start"),
            "scalars": (
                "date_text",
                "dated_list",
                "flow_list",
                "inline",
                "inline_in_list",
                "long_text",
                "quoted",
                "source_lines",
            ),
            "syntax": ("make_parser",),
        },
    )
