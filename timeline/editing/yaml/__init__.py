"""The text of a YAML file: where its parts stand, how they are written, and splices."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.editing.yaml.extents import comments_above as comments_above
    from timeline.editing.yaml.extents import extent_of as extent_of
    from timeline.editing.yaml.extents import extents_of as extents_of
    from timeline.editing.yaml.extents import is_top as is_top
    from timeline.editing.yaml.fields import field_splices as field_splices
    from timeline.editing.yaml.fields import line_end as line_end
    from timeline.editing.yaml.fields import replaced_name as replaced_name
    from timeline.editing.yaml.nodes import Alias as Alias
    from timeline.editing.yaml.nodes import Entry as Entry
    from timeline.editing.yaml.nodes import Mapping as Mapping
    from timeline.editing.yaml.nodes import Node as Node
    from timeline.editing.yaml.nodes import Scalar as Scalar
    from timeline.editing.yaml.nodes import Sequence as Sequence
    from timeline.editing.yaml.nodes import TextRange as TextRange
    from timeline.editing.yaml.nodes import column_of as column_of
    from timeline.editing.yaml.nodes import node_of as node_of
    from timeline.editing.yaml.nodes import parser_events as parser_events
    from timeline.editing.yaml.rendering import FieldValue as FieldValue
    from timeline.editing.yaml.rendering import event_in_brackets as event_in_brackets
    from timeline.editing.yaml.rendering import event_lines as event_lines
    from timeline.editing.yaml.rendering import field_of as field_of
    from timeline.editing.yaml.splices import Splice as Splice
    from timeline.editing.yaml.splices import insertion as insertion
    from timeline.editing.yaml.splices import spliced as spliced
    from timeline.editing.yaml.structure import EVENTS as EVENTS
    from timeline.editing.yaml.structure import Item as Item
    from timeline.editing.yaml.structure import Structure as Structure
    from timeline.editing.yaml.structure import structure_of as structure_of
    from timeline.editing.yaml.structure import structure_of_blocks as structure_of_blocks
    from timeline.editing.yaml.styles import KEYS as KEYS
    from timeline.editing.yaml.styles import Style as Style
    from timeline.editing.yaml.styles import common_style as common_style
    from timeline.editing.yaml.styles import style_of as style_of
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "extents": ("comments_above", "extent_of", "extents_of", "is_top"),
            "fields": ("field_splices", "line_end", "replaced_name"),
            "nodes": (
                "Alias",
                "Entry",
                "Mapping",
                "Node",
                "Scalar",
                "Sequence",
                "TextRange",
                "column_of",
                "node_of",
                "parser_events",
            ),
            "rendering": ("FieldValue", "event_in_brackets", "event_lines", "field_of"),
            "splices": ("Splice", "insertion", "spliced"),
            "structure": ("EVENTS", "Item", "Structure", "structure_of", "structure_of_blocks"),
            "styles": ("KEYS", "Style", "common_style", "style_of"),
        },
    )
