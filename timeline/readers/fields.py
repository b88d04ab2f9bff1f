"""The fields of events, actors and tags: from nodes to the model, with what is wrong reported."""

from collections.abc import Iterable
from typing import Any

from yaml.events import ScalarEvent

from timeline.characters import BIDIRECTIONAL_CONTROL, name_of, visible
from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Actor, Color, Event, Kind, Source, Tag
from timeline.readers import Entry, ListedActor, ListedTag, Place
from timeline.readers.text import Report
from timeline.readers.yaml_nodes import Mapping, Node, Sequence, place_of
from timeline.spelling import closest, listed, slug

_EVENT_KEYS = (
    "id",
    "date",
    "title",
    "summary",
    "actors",
    "places",
    "tags",
    "follows",
    "sources",
)
_SOURCE_KEYS = ("title", "url", "publisher", "date")
_ACTOR_KEYS = ("name", "kind", "role", "member_of", "aliases")
_TAG_KEYS = ("description", "color")

_known_event_keys = frozenset(_EVENT_KEYS)
_known_source_keys = frozenset(_SOURCE_KEYS)


class FieldReader:
    """Makes events, actors and tags of mappings; reports errors and warnings as it goes."""

    def __init__(self, error: Report, warning: Report) -> None:
        self._error = error
        self._warning = warning

    def event(self, mapping: Mapping) -> Entry | None:
        """Return the event of a mapping; None where it has an error."""
        entries = mapping.entries
        if not entries.keys() <= _known_event_keys:
            self._unknown_keys(mapping, _EVENT_KEYS)
        date = self._date(mapping)
        title = self._required(mapping, "title")
        summary = self._text_of(mapping, "summary")
        identifier = self._text_of(mapping, "id")
        actors, actors_at = self._texts_of(mapping, "actors")
        places, _ = self._texts_of(mapping, "places")
        tags, tags_at = self._texts_of(mapping, "tags")
        follows, follows_at = self._texts_of(mapping, "follows")
        sources = self._sources(mapping)
        if date is None or title is None:
            return None
        return Entry(
            Event(
                identifier or slug(title),
                date,
                title,
                summary,
                actors,
                places,
                tags,
                follows,
                sources,
            ),
            bool(identifier),
            place_of(entries["id" if identifier else "title"]),
            actors_at,
            tags_at,
            follows_at,
        )

    def actor(self, key: ScalarEvent, node: Node) -> ListedActor | None:
        """Return the actor of a registry's entry; None where it has an error."""
        mapping = self._registry_entry(key, node, "name: ...", _ACTOR_KEYS)
        if mapping is None:
            return None
        kind = self._choice(mapping, "kind", Kind)
        member_of, member_of_at = self._texts_of(mapping, "member_of")
        aliases, _ = self._texts_of(mapping, "aliases")
        return ListedActor(
            Actor(
                key.value,
                self._text_of(mapping, "name") or key.value,
                None if kind is None else Kind(kind),
                self._text_of(mapping, "role"),
                member_of,
                aliases,
            ),
            place_of(key),
            member_of_at,
        )

    def tag(self, key: ScalarEvent, node: Node) -> ListedTag | None:
        """Return the tag of a registry's entry; None where it has an error."""
        mapping = self._registry_entry(key, node, "description: ...", _TAG_KEYS)
        if mapping is None:
            return None
        color = self._choice(mapping, "color", Color)
        return ListedTag(
            Tag(
                key.value,
                self._text_of(mapping, "description"),
                None if color is None else Color(color),
            ),
            place_of(key),
        )

    def text(self, node: Node, what: str) -> str | None:
        """Return a node's text without the white space around it; None, reported, if it is none."""
        if isinstance(node, ScalarEvent):
            text: str = node.value
            if not text.isascii() and (found := BIDIRECTIONAL_CONTROL.search(text)):
                self._warning(
                    place_of(node),
                    f"{what} holds the bidirectional control {name_of(found[0])}, "
                    "which can make it read other than it is written",
                )
            return text.strip()
        if node is not None:
            self._error(
                place_of(node),
                f"{what} must be a text, not a {_kind_of(node)}: "
                "a text that begins with a bracket needs quotes",
            )
        return None

    def unknown_key(self, key: ScalarEvent, known: Iterable[str]) -> None:
        """Warn of a key that means nothing here."""
        known = list(known)
        near = closest(key.value, known, 1)
        advice = f"did you mean '{near[0]}'?" if near else f"known are {listed(known, 'and')}"
        self._warning(
            place_of(key), f"unknown key '{visible(key.value)}', it is left out: {advice}"
        )

    def _unknown_keys(self, mapping: Mapping, known: tuple[str, ...]) -> None:
        for name, key in mapping.keys.items():
            if name not in known:
                self.unknown_key(key, known)

    def _date(self, mapping: Mapping) -> EventDate | None:
        node = mapping.entries.get("date")
        if isinstance(node, ScalarEvent) and node.value:
            try:
                return EventDate.parse(node.value)
            except DateError as error:
                self._error(place_of(node), str(error))
                return None
        if isinstance(node, Sequence | Mapping) and node.flow and (texts := _set_texts(node)):
            left, right = "[]" if isinstance(node, Sequence) else "{}"
            self._error(
                place_of(node),
                f"YAML reads a date in brackets as a {_kind_of(node)}: "
                f'put it in quotes, "{left}{visible(",".join(texts))}{right}"',
            )
            return None
        self._required(mapping, "date")
        return None

    def _required(self, mapping: Mapping, key: str) -> str | None:
        if key in mapping.keys:
            if mapping.entries.get(key) is None:
                return None
            text = self.text(mapping.entries[key], key)
            if text != "":
                return text
            self._error(place_of(mapping.keys[key]), f"the event's {key} is empty: write one")
        else:
            self._error(place_of(mapping), f"the event has no {key}: add a line '{key}: ...'")
        return None

    def _text_of(self, mapping: Mapping, key: str) -> str:
        node = mapping.entries.get(key)
        return "" if node is None else self.text(node, key) or ""

    def _texts_of(self, mapping: Mapping, key: str) -> tuple[tuple[str, ...], tuple[Place, ...]]:
        """Return the texts of a list, or of a single text, and where each stands; no text twice."""
        node = mapping.entries.get(key)
        if node is None:
            return (), ()
        items = node.items if isinstance(node, Sequence) else [node]
        found: dict[str, Place] = {}
        for item in items:
            text = self.text(item, key)
            if text and text not in found:
                found[text] = place_of(item)
        return tuple(found), tuple(found.values())

    def _choice(self, mapping: Mapping, key: str, choices: type[Kind] | type[Color]) -> str | None:
        text = self._text_of(mapping, key)
        if not text or text in list(choices):
            return text or None
        near = closest(text, choices, 1)
        advice = f"did you mean '{near[0]}'?" if near else f"write {listed(choices)}"
        self._error(
            place_of(mapping.entries[key]), f"there is no {key} '{visible(text)}': {advice}"
        )
        return None

    def _registry_entry(
        self, key: ScalarEvent, node: Node, example: str, known: tuple[str, ...]
    ) -> Mapping | None:
        if isinstance(node, ScalarEvent) and not node.value:
            return Mapping(node, flow=False)
        if not isinstance(node, Mapping):
            name = visible(key.value)
            self._error(place_of(node), f"'{name}' must be a mapping: '{name}: {{{example}}}'")
            return None
        self._unknown_keys(node, known)
        return node

    def _sources(self, mapping: Mapping) -> tuple[Source, ...]:
        node = mapping.entries.get("sources")
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(source for item in items if (source := self._source(item)) is not None)

    def _source(self, node: Node) -> Source | None:
        if isinstance(node, ScalarEvent):
            text = self.text(node, "a source") or ""
            if _is_address(text):
                return Source(url=text)
            return Source(title=text) if text else None
        if not isinstance(node, Mapping):
            if node is not None:
                self._error(place_of(node), "a source must be a mapping or a text, not a list")
            return None
        if not node.entries.keys() <= _known_source_keys:
            self._unknown_keys(node, _SOURCE_KEYS)
        url = self._text_of(node, "url")
        if url and not _is_address(url):
            self._error(
                place_of(node.entries["url"]),
                f"'{visible(url[:60])}' is no address of the web: write it whole, with https://",
            )
        date = self._text_of(node, "date")
        if date:
            try:
                EventDate.parse(date)
            except DateError as error:
                self._error(place_of(node.entries["date"]), str(error))
        return Source(self._text_of(node, "title"), url, self._text_of(node, "publisher"), date)


def _is_address(text: str) -> bool:
    scheme, colon, rest = text.partition("://")
    return bool(colon) and scheme.lower() in ("http", "https") and rest[:1] not in ("", "/")


def _kind_of(node: Any) -> str:
    return "list" if isinstance(node, Sequence) else "mapping"


def _set_texts(node: Sequence | Mapping) -> list[str]:
    """Return the members of an EDTF set that was read as a list or mapping; none if it is none."""
    if isinstance(node, Mapping):
        return list(node.entries)
    return [item.value for item in node.items if isinstance(item, ScalarEvent)]
