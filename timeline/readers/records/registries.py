"""Making the actors and tags of registries from records, and reporting their problems."""

from timeline.model import Actor, Color, Kind, Tag
from timeline.readers.items import ListedActor, ListedTag
from timeline.readers.records.dated import DatedReader
from timeline.readers.records.keys import ACTOR_KEYS, TAG_KEYS, Keys, warn_of_unknown_keys
from timeline.readers.records.values import List, Record, Text, Value, kind_of, place_of
from timeline.text import visible


class RegistryReader(DatedReader):
    """Makes actors and tags from the entries of a registry."""

    def actor(self, key: Text, value: Value) -> ListedActor | None:
        """Return the actor of an entry. If its id is empty, report that and return None."""
        identifier = self._id(key)
        if identifier is None:
            return None
        record = self._record(key, value, "name: ...", ACTOR_KEYS)
        kind = self.choice_of(record, "kind", Kind)
        member_of, member_of_at = self.member_of(record)
        aliases, _ = self.texts_of(record, "aliases")
        return ListedActor(
            Actor(
                identifier,
                self.text_of(record, "name") or identifier,
                None if kind is None else Kind(kind),
                self.role(record),
                member_of,
                aliases,
            ),
            place_of(key),
            member_of_at,
        )

    def tag(self, key: Text, value: Value) -> ListedTag | None:
        """Return the tag of an entry. If its id is empty, report that and return None."""
        identifier = self._id(key)
        if identifier is None:
            return None
        record = self._record(key, value, "description: ...", TAG_KEYS)
        color = self.choice_of(record, "color", Color)
        return ListedTag(
            Tag(
                identifier,
                self.text_of(record, "description"),
                None if color is None else Color(color),
            ),
            place_of(key),
        )

    def _id(self, key: Text) -> str | None:
        identifier = self.text(key, "the id")
        if not identifier:
            self.report.error(place_of(key), "empty id: write one before the colon")
        return identifier or None

    def _record(self, key: Text, value: Value, example: str, known: Keys) -> Record:
        """Return the record of an id. If it is no record, report that and return an empty one."""
        if isinstance(value, Record):
            warn_of_unknown_keys(self.report, value, known)
            return value
        if isinstance(value, List) or (value is not None and value.value):
            name = visible(key.value)
            self.report.error(
                place_of(value),
                f"'{name}' must be a mapping, not {kind_of(value)}: write '{name}: {{{example}}}'",
            )
        return Record(key.start_mark, bracketed=False)
