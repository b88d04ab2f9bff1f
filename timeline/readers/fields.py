"""The fields of events, actors and tags: from nodes to the model, with what is wrong reported."""

from collections.abc import Iterable

from yaml.events import ScalarEvent

from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.model import Actor, Color, Event, Kind, Source, Tag
from timeline.readers.items import Entry, ListedActor, ListedTag, Place, Refused
from timeline.readers.text import Report
from timeline.readers.yaml.faults import NO_SPACE_AFTER_COLON, space_after_colon
from timeline.readers.yaml.nodes import Mapping, Node, Sequence, place_of
from timeline.text import bidirectional_control_in, closest, listed, name_of, slug, visible

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

    def event(self, mapping: Mapping) -> Entry | Refused:
        """Return the event of a mapping; only its id where it has an error."""
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
        if date is None or title is None or not mapping.whole:
            return Refused(
                "events",
                identifier or slug(title or "") if mapping.whole else identifier,
                place_of(entries["id"]) if identifier else None,
            )
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
        """Return the actor of a registry's entry; None where its id is no text."""
        identifier = self._id(key)
        if identifier is None:
            return None
        mapping = self._registry_entry(key, node, "name: ...", _ACTOR_KEYS)
        kind = self._choice(mapping, "kind", Kind)
        member_of, member_of_at = self._texts_of(mapping, "member_of")
        aliases, _ = self._texts_of(mapping, "aliases")
        return ListedActor(
            Actor(
                identifier,
                self._text_of(mapping, "name") or identifier,
                None if kind is None else Kind(kind),
                self._text_of(mapping, "role"),
                member_of,
                aliases,
            ),
            place_of(key),
            tuple(member_of_at),
        )

    def tag(self, key: ScalarEvent, node: Node) -> ListedTag | None:
        """Return the tag of a registry's entry; None where its id is no text."""
        identifier = self._id(key)
        if identifier is None:
            return None
        mapping = self._registry_entry(key, node, "description: ...", _TAG_KEYS)
        color = self._choice(mapping, "color", Color)
        return ListedTag(
            Tag(
                identifier,
                self._text_of(mapping, "description"),
                None if color is None else Color(color),
            ),
            place_of(key),
        )

    def text(self, node: Node, what: str) -> str | None:
        """Return a node's text without the white space around it; None, reported, if it is none."""
        if isinstance(node, ScalarEvent):
            text: str = node.value
            if found := bidirectional_control_in(text):
                self._warning(
                    place_of(node),
                    f"{what} holds the bidirectional control {name_of(found[0])}, "
                    "which can make it read other than it is written: delete it",
                )
            return text.strip()
        if node is not None:
            kind = _kind_of(node)
            advice = f"begin it after '{what}:'"
            if node.flow:
                left = "[" if kind == "list" else "{"
                advice = f"a text that begins with '{left}' needs quotes"
            self._error(place_of(node), f"{what} must be a text, not a {kind}: {advice}")
        return None

    def no_event(self, node: Node) -> None:
        """Report what stands for an event and is none."""
        if isinstance(node, ScalarEvent):
            line, column, _ = place = place_of(node)
            if not node.value:
                # The place of nothing is after the dash.
                place = Place(line, max(1, column - 1))
                self._error(place, "an event without anything: write its date and title, or delete")
            elif found := NO_SPACE_AFTER_COLON.match(node.value):
                self._error(*space_after_colon(line, column, found[1]))
            else:
                self._error(place, "an event is 'date: ...' and 'title: ...', not one text")
        elif node is not None:
            self._error(place_of(node), "an event is 'date: ...' and 'title: ...', not a list")

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
        if isinstance(node, ScalarEvent) and (text := node.value.strip()):
            try:
                return EventDate.parse(text)
            except DateError as error:
                self._error(place_of(node), str(error))
                return None
        if isinstance(node, Sequence | Mapping) and (texts := _set_texts(node)):
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
        if key not in mapping.keys:
            # What is missing may be in what was refused or not read.
            if mapping.whole:
                self._error(place_of(mapping), f"the event has no {key}: add a line '{key}: ...'")
            return None
        node = mapping.entries.get(key)
        if type(node) is ScalarEvent and node.value.isascii():
            text: str | None = node.value.strip()
        else:
            text = None if node is None else self.text(node, key)
        if text != "":
            return text
        # YAML takes what begins with # for a comment.
        advice = ", in quotes if it begins with '#'" if key == "title" else ""
        self._error(place_of(mapping.keys[key]), f"the event's {key} is empty: write one{advice}")
        return None

    def _id(self, key: ScalarEvent) -> str | None:
        identifier = self.text(key, "the id")
        if not identifier:
            self._error(place_of(key), "an id is empty: write one before the colon")
        return identifier or None

    def _text_of(self, mapping: Mapping, key: str) -> str:
        node = mapping.entries.get(key)
        if node is None:
            return ""
        if type(node) is ScalarEvent and node.value.isascii():
            return node.value.strip()
        return self.text(node, key) or ""

    def _texts_of(self, mapping: Mapping, key: str) -> tuple[tuple[str, ...], Iterable[Place]]:
        """Return the texts of a list, or of a single text, and where each stands; no text twice."""
        node = mapping.entries.get(key)
        if node is None:
            return (), ()
        if isinstance(node, Mapping):
            self._error(place_of(node), f"{key} must be a list of texts, not a mapping: [one, two]")
            return (), ()
        items = node.items if isinstance(node, Sequence) else [node]
        if (
            key in ("actors", "tags")
            and isinstance(node, ScalarEvent)
            and not node.style
            and "," in node.value
        ):
            self._warning(
                place_of(node),
                f"{key} is one text with a comma: write several as a list, "
                f"[{visible(node.value)}], or the one in quotes",
            )
        found: dict[str, Node] = {}
        for item in items:
            if type(item) is ScalarEvent and item.value.isascii():
                text: str | None = item.value.strip()
            else:
                text = self.text(item, key)
            if text and text not in found:
                found[text] = item
        return tuple(found), map(place_of, found.values())

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
    ) -> Mapping:
        """Return what a registry says of an id; nothing, reported, where it is no mapping."""
        if isinstance(node, Mapping):
            self._unknown_keys(node, known)
            return node
        if node is not None and not (isinstance(node, ScalarEvent) and not node.value):
            name = visible(key.value)
            self._error(
                place_of(node),
                f"'{name}' must be a mapping, not a {_kind_of(node)}: '{name}: {{{example}}}'",
            )
        return Mapping(key, flow=False)

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
        title, publisher = self._text_of(node, "title"), self._text_of(node, "publisher")
        return Source(title, url, publisher, date) if title or url or publisher or date else None


def _is_address(text: str) -> bool:
    scheme, colon, rest = text.partition("://")
    return bool(colon) and scheme.lower() in ("http", "https") and rest[:1] not in ("", "/")


def _kind_of(node: Node) -> str:
    if isinstance(node, ScalarEvent):
        return "text"
    return "list" if isinstance(node, Sequence) else "mapping"


def _set_texts(node: Sequence | Mapping) -> list[str]:
    """Return the members of an EDTF set that was read as a list or mapping; none if it is none."""
    entries = node.entries.values() if isinstance(node, Mapping) else ()
    members = list(node.entries) if isinstance(node, Mapping) else node.items
    if not node.flow or any(not isinstance(one, ScalarEvent) or one.value for one in entries):
        return []
    texts = [one.value if isinstance(one, ScalarEvent) else one for one in members]
    named = [text for text in texts if isinstance(text, str) and text]
    return named if len(named) == len(texts) else []
