"""Turning records into events, actors and tags, and reporting their problems.

A record is a mapping of a file in any format (`values`). `keys` lists the keys that it may have.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.readers.records.choices import chosen_rules as chosen_rules
    from timeline.readers.records.event_dates import may_be_code as may_be_code
    from timeline.readers.records.events import EventReader as EventReader
    from timeline.readers.records.keys import ABOUT_EXPORT as ABOUT_EXPORT
    from timeline.readers.records.keys import ACTOR_KEYS as ACTOR_KEYS
    from timeline.readers.records.keys import ALL_KEYS as ALL_KEYS
    from timeline.readers.records.keys import CHECK_KEYS as CHECK_KEYS
    from timeline.readers.records.keys import CHRONOLOGY_KEYS as CHRONOLOGY_KEYS
    from timeline.readers.records.keys import COMPUTED as COMPUTED
    from timeline.readers.records.keys import DAY as DAY
    from timeline.readers.records.keys import END_KEYS as END_KEYS
    from timeline.readers.records.keys import EVENT_KEYS as EVENT_KEYS
    from timeline.readers.records.keys import MEMBERSHIP_KEYS as MEMBERSHIP_KEYS
    from timeline.readers.records.keys import MONTH as MONTH
    from timeline.readers.records.keys import ROLE_KEYS as ROLE_KEYS
    from timeline.readers.records.keys import SOURCE_KEYS as SOURCE_KEYS
    from timeline.readers.records.keys import START_KEYS as START_KEYS
    from timeline.readers.records.keys import TAG_KEYS as TAG_KEYS
    from timeline.readers.records.keys import TOP_KEYS as TOP_KEYS
    from timeline.readers.records.keys import YEAR as YEAR
    from timeline.readers.records.keys import Keys as Keys
    from timeline.readers.records.keys import is_json as is_json
    from timeline.readers.records.keys import look_like_an_event as look_like_an_event
    from timeline.readers.records.keys import warn_of_unknown_top_key as warn_of_unknown_top_key
    from timeline.readers.records.located import Located as Located
    from timeline.readers.records.plain import has_no_problem as has_no_problem
    from timeline.readers.records.questions import saved_questions as saved_questions
    from timeline.readers.records.registries import RegistryReader as RegistryReader
    from timeline.readers.records.sources import ADDRESS_KEYS as ADDRESS_KEYS
    from timeline.readers.records.sources import is_address as is_address
    from timeline.readers.records.values import List as List
    from timeline.readers.records.values import Record as Record
    from timeline.readers.records.values import Text as Text
    from timeline.readers.records.values import Value as Value
    from timeline.readers.records.values import place_of as place_of
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "choices": ("chosen_rules",),
            "event_dates": ("may_be_code",),
            "events": ("EventReader",),
            "keys": (
                "ABOUT_EXPORT",
                "ACTOR_KEYS",
                "ALL_KEYS",
                "CHECK_KEYS",
                "CHRONOLOGY_KEYS",
                "COMPUTED",
                "DAY",
                "END_KEYS",
                "EVENT_KEYS",
                "Keys",
                "MEMBERSHIP_KEYS",
                "MONTH",
                "ROLE_KEYS",
                "SOURCE_KEYS",
                "START_KEYS",
                "TAG_KEYS",
                "TOP_KEYS",
                "YEAR",
                "is_json",
                "look_like_an_event",
                "warn_of_unknown_top_key",
            ),
            "located": ("Located",),
            "plain": ("has_no_problem",),
            "questions": ("saved_questions",),
            "registries": ("RegistryReader",),
            "sources": ("ADDRESS_KEYS", "is_address"),
            "values": ("List", "Record", "Text", "Value", "place_of"),
        },
    )
