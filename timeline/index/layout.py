"""How the events of a file are laid out."""

from array import array

from timeline.index.index import Index
from timeline.readers import Layout


def layout_of(index: Index) -> Layout | None:
    """Return the layout of the only file of an index, None if it has none or is not known."""
    rows = index.rows("SELECT key, key_indent, indent FROM layout")
    return next((Layout(key, before, dash, array("I")) for key, before, dash in rows), None)
