"""Texts of events that are plain, or that need a second look."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from timeline.model import EventRecord
from timeline.model import Source as SourceOfEvent

_PIECES = [
    *("a", "Treaty", "\u00e9", "\u6587", " ", "", ";", "; ", ",", "'", "'=", "=1", "-", "@a", '"'),
    *("\\", "\\;", "\n", "\t", "\r\n", "\u00a0", "\u2028", "\x1b", "\x7f", "\u202e", "\ufeff"),
    *("{", "]", ":", "null", "https://a.org/b"),
]
texts = st.sampled_from(["a", "b"]) | st.lists(st.sampled_from(_PIECES), max_size=4).map("".join)
dates = st.sampled_from(
    ["2014-03-18", "2014", "1580~", "2014-25", "1914-18", "2014-02-30", " 2014", "2014 ", "May", ""]
)
addresses = st.sampled_from(["https://a.org/b", "http://x", "ftp://x", "a.org", ""]) | texts
_names = st.lists(texts, max_size=3)


def _in_order(parts: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """Return parts in the order of the export; Hypothesis shuffles the keys of its dictionaries."""
    return {key: parts[key] for key in keys}


_sources = st.fixed_dictionaries(
    {"title": texts, "url": addresses, "publisher": texts, "date": dates | st.just("")}
    | {"archive": addresses | st.just("")}
).map(lambda parts: _in_order(parts, SourceOfEvent.__struct_fields__))

events: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": texts,
        "date": dates,
        "earliest": st.sampled_from(["2014-03-18", "2014-01-01", None]),
        "latest": st.sampled_from(["2014-03-18", "2014-12-31", None]),
        "approximate": st.booleans(),
        "uncertain": st.booleans(),
        "title": texts,
        "summary": texts,
        "actors": _names,
        "places": _names,
        "tags": _names,
        "follows": _names,
        "sources": st.lists(_sources, max_size=2),
    }
).map(lambda parts: _in_order(parts, EventRecord.__struct_fields__))
"""Events with the keys of the export, many of them with problems."""

plain_events = st.builds(
    lambda event, date, names: (
        event
        | {"id": "a", "title": "b", "summary": "", "sources": []}
        | {"date": date, "earliest": date, "latest": date, "approximate": False, "uncertain": False}
        | dict.fromkeys(("actors", "places", "tags", "follows"), names)
    ),
    events,
    st.dates().map(str),
    st.lists(st.sampled_from(["a", "b", "\u00e9"]), unique=True),
)
"""Events without a problem."""
