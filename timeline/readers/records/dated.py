"""Reading what an actor is for a time: its memberships and its roles."""

from collections.abc import Iterator

from timeline.dates import Tenure, checked_limit
from timeline.errors import DateError
from timeline.model import Membership, Role
from timeline.readers.items import Place
from timeline.readers.records.fields import Fields
from timeline.readers.records.keys import MEMBERSHIP_KEYS, ROLE_KEYS, Keys, warn_of_unknown_keys
from timeline.readers.records.values import List, Record, Value, place_of
from timeline.text import visible


class DatedReader(Fields):
    """Reads memberships and roles, each written as a text or as a mapping with dates."""

    def member_of(self, record: Record) -> tuple[tuple[Membership, ...], tuple[Place, ...]]:
        """Return the memberships of an actor, without duplicates, and the places of their ids."""
        value = record.entries.get("member_of")
        if type(value) is not Record and not _has_record(value):
            names, places = self.texts_of(record, "member_of")
            return tuple(map(Membership, names)), tuple(places)
        found: dict[Membership, Place] = {}
        for identifier, since, until, place in self._dated(value, "member_of", MEMBERSHIP_KEYS):
            one = Membership(identifier, since=since, until=until)
            found.setdefault(one, place)
        always = {one.id for one in found if not one.is_dated}
        for one, place in found.items():
            if one.is_dated and one.id in always:
                self.report.warning(
                    place,
                    f"'{visible(one.id)}' is listed without dates too, so these have no effect: "
                    "delete one of the two",
                )
        return tuple(found), tuple(found.values())

    def role(self, record: Record) -> tuple[Role, ...]:
        """Return the roles of an actor, without duplicates."""
        value = record.entries.get("role")
        if type(value) is not Record and not _has_record(value):
            if type(value) is List:
                titles, _ = self.texts_of(record, "role")
                return tuple(map(Role, titles))
            title = self.text_of(record, "role")
            return (Role(title),) if title else ()
        found = self._dated(value, "role", ROLE_KEYS)
        return tuple(
            dict.fromkeys(Role(text, since=since, until=until) for text, since, until, _ in found)
        )

    def _dated(self, value: Value, key: str, keys: Keys) -> Iterator[tuple[str, str, str, Place]]:
        """Yield the text, the dates and the place of each item of a list, or of a single item.

        Items with a date that is refused are left out: without it, they would say something else.
        """
        name = keys.known[0]
        for item in value.items if isinstance(value, List) else [value]:
            if item is None:
                continue
            if isinstance(item, List):
                self.report.error(
                    place_of(item), f"a {keys.kind} must be text or a mapping, not another list"
                )
                continue
            if not isinstance(item, Record):
                if text := self.text(item, key):
                    yield text, "", "", place_of(item)
                continue
            warn_of_unknown_keys(self.report, item, keys)
            named = item.entries.get(name)
            text = self.text_of(item, name)
            dates = self._dates(item)
            if text and named is not None:
                if dates is not None:
                    yield text, *dates, place_of(named)
            elif item.whole and (name not in item.keys or (named and named.value is not None)):
                # What was refused is reported already.
                self.report.error(
                    place_of(item), f"the {keys.kind} has no {name}: add '{name}: ...'"
                )

    def _dates(self, record: Record) -> tuple[str, str] | None:
        """Return the dates of a record; if one is wrong, report that and return None."""
        since, until = (self._date(record, key) for key in ("since", "until"))
        if since is None or until is None or not record.whole:
            return None
        if since and until:
            (first, last), _ = Tenure.between(since, until)
            if first > last:
                value = record.entries["until"]
                assert value is not None
                self.report.error(
                    place_of(value),
                    f"until '{until}' is before since '{since}': swap the two",
                )
                return None
        return since, until

    def _date(self, record: Record, key: str) -> str | None:
        """Return a date, empty if there is none; if it is wrong, report that and return None."""
        if key not in record.keys:
            return ""
        text = self.text_of(record, key)
        value = record.entries.get(key)
        if value is None or value.value is None:
            return None
        if not text:
            return ""
        try:
            return checked_limit(key, text)
        except DateError as error:
            self.report.error(place_of(value), str(error))
            return None


def _has_record(value: Value) -> bool:
    return type(value) is List and any(type(item) is Record for item in value.items)
