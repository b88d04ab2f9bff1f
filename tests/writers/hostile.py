"""Whole chronologies of hostile text: any characters, between the markup of any format."""

from typing import Any

from hypothesis import strategies as st

from tests.dates.edtf.texts import EDTF
from tests.writers.hard import MARKUP, addresses
from timeline.text import control_in

# The second kind cannot be seen, changes the direction, joins, or stands for no character.
_characters = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.characters(categories=["Cf", "Co", "Cn", "Mn", "Zl", "Zp", "Zs"]),
    max_size=8,
)
texts = (
    st.lists(st.sampled_from([*MARKUP, "\n", " ", "  \n\n "]) | _characters, min_size=1, max_size=4)
    .map("".join)
    .filter(lambda text: text.strip() and not control_in(text))
)
_names = st.lists(texts, max_size=3)
_sources = st.fixed_dictionaries(
    {"title": texts},
    optional={"url": addresses, "publisher": texts, "date": EDTF, "archive": addresses},
)
_events = st.fixed_dictionaries(
    {"date": EDTF, "title": texts},
    optional={
        "id": texts,
        "summary": texts,
        "actors": _names,
        "places": _names,
        "tags": _names,
        "sources": st.lists(_sources, max_size=3),
    },
)
_registries = {
    "actors": st.dictionaries(
        texts, st.fixed_dictionaries({"name": texts, "role": texts}), max_size=2
    ),
    "tags": st.dictionaries(texts, st.fixed_dictionaries({"description": texts}), max_size=2),
}


def _with_ids(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return events with ids that differ, where they have ids, each but the first with a cause."""
    return [
        event | {"id": f"{event.get('id', '')}{number}"} | ({"follows": [cause]} if cause else {})
        for number, event in enumerate(events)
        for cause in [events[0].get("id", "") + "0" if number else ""]
    ]


chronologies = st.fixed_dictionaries(
    {"events": st.lists(_events, min_size=1, max_size=3).map(_with_ids)},
    optional={"title": texts, "description": texts, **_registries},
)
