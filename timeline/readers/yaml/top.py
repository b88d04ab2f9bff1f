"""The mapping at the top of a YAML file: a whole chronology, or a single event."""

from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml.events import MappingEndEvent, MappingStartEvent, SequenceStartEvent

from timeline.readers.items import Heading, Item, Place, Registry
from timeline.readers.records import (
    ABOUT_EXPORT,
    ALL_KEYS,
    EVENT_KEYS,
    TOP_KEYS,
    List,
    Record,
    Text,
    Value,
    chosen_rules,
    is_json,
    look_like_an_event,
    place_of,
    saved_questions,
    warn_of_unknown_top_key,
)
from timeline.readers.yaml.restart import Section
from timeline.readers.yaml.sections import SectionReader
from timeline.readers.yaml.syntax import place_of_event
from timeline.text import visible

NOTHING = "the file is empty: write a list of events, each with '- date: 2014-03-18' and a title"


_OF_EVENTS_ONLY = set(EVENT_KEYS.known) - set(TOP_KEYS)


class TopReader:
    """Reads the mapping at the top of a file.

    An event also has the keys `title`, `actors` and `tags`. Only the first section or the end of
    the file shows whether it is a chronology or a single event; until then the values are stored.
    """

    def __init__(self, sections: SectionReader) -> None:
        self._sections = sections
        self._report = sections.report
        self._has_sections = False
        self._interrupted = False
        self._held: Record | None = None
        # The unknown keys of lists that look like the list of events.
        self._like_events: list[Text] = []

    @property
    def is_event(self) -> bool:
        """Whether the keys so far are those of a single event."""
        held = self._held
        if held is None or self._has_sections:
            return False
        return not _OF_EVENTS_ONLY.isdisjoint(held.keys) or look_like_an_event(held.keys)

    def items(self, top: Any, resumed: Section | None) -> Iterator[Item]:
        """Yield the items of the mapping that starts with a parser event.

        `resumed` is the section whose rest is read after a syntax error.
        """
        self._held = held = self._held or Record(top.start_mark, bracketed=bool(top.flow_style))
        try:
            yield from self._entries(top, held, resumed)
        except YAMLError:
            self._interrupted = True
            held.whole = False
            if self.is_event:
                yield self._sections.event_reader.event(held)
            raise
        if self.is_event:
            self._report.is_chronology |= "date" in held.keys
            yield self._sections.event_reader.event(held)
            return
        yield from self._release(held)
        if not self._interrupted:
            self._check_for_events(top)

    def _entries(self, top: Any, held: Record, resumed: Section | None) -> Iterator[Item]:
        sections = self._sections
        values = sections.values
        values.open(top)
        column = None if top.flow_style else place_of_event(top).column - 1
        known = sections.keys[""]
        # `Start.before` inserted the key of the resumed section: keep the one from the file.
        first = known.pop(resumed.key, None) if resumed else None
        while type(event := values.get_event()) is not MappingEndEvent:
            if self._has_sections or not held.keys:
                sections.begin_part(event)
            # Lines below the events would count as part of the last event.
            sections.layout = None
            key = values.key(event, known, depth=-1)
            if first is not None:
                known[first.value], first = first, None
            # Before the first key there may be a tag of the mapping on another line.
            if column is not None:
                column = min(column, place_of_event(event).column - 1)
            sections.section = Section(key or "?", place_of_event(event).line + 1, None, column)
            begun: Any = values.get_event()
            if key == "events" and type(begun) is SequenceStartEvent:
                self._report.is_chronology = True
                yield from self._release(held)
                yield from sections.events(begun)
            elif key in ("actors", "tags") and type(begun) is MappingStartEvent:
                self._report.is_chronology = True
                yield from self._release(held)
                yield Registry(key)
                yield from sections.registry(key, begun)
            else:
                if self._may_be_events(key, begun):
                    self._look_for_events(known[key or ""], begun)
                    value: Value = None
                else:
                    values.latest = value = values.value(begun)
                    sections.finish_part(value)
                if key is None:
                    held.whole = False
                elif self._has_sections:
                    yield from self._entry(known[key], value)
                else:
                    held.keys[key] = known[key]
                    held.entries[key] = value

    def _release(self, held: Record) -> Iterator[Item]:
        """Yield the items of the stored values, once they are known to be those of a chronology."""
        self._has_sections = True
        for name, key in held.keys.items():
            yield from self._entry(key, held.entries[name])
        held.keys.clear()
        held.entries.clear()

    def _entry(self, key: Text, value: Value) -> Iterator[Item]:
        """Yield the items of a top-level key that is not a section."""
        name = key.value
        of_export = name in ABOUT_EXPORT and self._held is not None and is_json(key, self._held)
        if name not in TOP_KEYS and key not in self._like_events and not of_export:
            warn_of_unknown_top_key(self._report, key)
        if name not in TOP_KEYS or value is None:
            return
        self._report.is_chronology |= name == "events"
        is_empty = not isinstance(value, List | Record) and not value.value
        if name in ("title", "description"):
            if (heading := self._sections.event_reader.text(value, name)) is not None:
                yield Heading(name, heading)
        elif name == "check":
            yield from chosen_rules(self._sections.event_reader, value)
        elif name == "questions":
            yield from saved_questions(self._sections.event_reader, value)
        elif name != "events" and is_empty:
            self._report.is_chronology = True
            yield Registry(name)
        elif name != "events":
            self._report.error(
                place_of(value), f"{name} must be a mapping of ids: write 'id: {{...}}'"
            )
        elif not is_empty:
            self._report.error(place_of(value), "events must be a list: start each event with '- '")

    def _may_be_events(self, key: str | None, begun: Any) -> bool:
        # A list with an anchor is read completely, so that an alias can repeat it.
        is_list = type(begun) is SequenceStartEvent and begun.anchor is None
        return is_list and key is not None and key not in ALL_KEYS

    def _look_for_events(self, key: Text, begun: Any) -> None:
        # The list must be read to its end.
        found = [_is_like_an_event(value) for value in self._sections.other_list(begun)]
        if any(found):
            self._like_events.append(key)

    def _check_for_events(self, top: Any) -> None:
        """Report missing events, and events under a wrong key."""
        known = self._sections.keys[""]
        for key in self._like_events:
            name = visible(key.value)
            if "events" in known:
                message = f"unknown key '{name}' is ignored: move its events under 'events:'"
                self._report.warning(place_of(key), message)
            else:
                self._report.is_chronology = True
                self._report.error(place_of(key), f"no events: rename '{name}' to 'events'")
                return
        if not known:
            self._report.error(Place(0, 0), NOTHING)
        # A file with only questions, actors or tags is meant to be read together with others.
        elif known.keys().isdisjoint(("events", "actors", "tags", "questions")):
            self._report.error(
                place_of_event(top), "no events: add 'events:' with a list of events under it"
            )


def _is_like_an_event(value: Value) -> bool:
    return isinstance(value, Record) and look_like_an_event(value.keys)
