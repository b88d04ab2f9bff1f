"""Reading the fields of records: texts, lists of texts and choices."""

from collections.abc import Iterable
from enum import StrEnum

from timeline.readers.items import Place
from timeline.readers.records.values import List, Record, Text, Value, kind_of, place_of
from timeline.readers.report import Report
from timeline.text import bidirectional_control_in, closest, listed, name_of, visible

_SPLIT_AT_COMMAS = ("actors", "tags", "select", "ignore")


class Fields:
    """Reads the fields of a record, and reports their problems."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def text(self, value: Value, what: str, key: str | None = None) -> str | None:
        """Return a text, stripped of white space, or None after reporting that it is not a text.

        `what` names it in messages. If it is a phrase, `key` is the key that the text belongs to.
        """
        if value is None:
            return None
        if isinstance(value, List | Record):
            self._refuse(value, what, f"write it on the line of '{key or what}:'")
            return None
        text = value.value
        if found := bidirectional_control_in(text):
            self.report.warning(
                place_of(value),
                f"{what} contains the bidirectional control character {name_of(found[0])}, "
                "which can show text in a misleading order: delete it",
            )
        return text.strip()

    def text_of(self, record: Record, key: str) -> str:
        """Return the text under a key, empty if there is none."""
        value = record.entries.get(key)
        if value is None:
            return ""
        text = value.value
        # Most texts are ASCII, and need no further check.
        if text is not None and text.isascii():
            return text.strip()
        return self.text(value, key) or ""

    def required(self, record: Record, key: str) -> str | None:
        """Return the text under a required key. If it is missing, report that and return None."""
        if key not in record.keys:
            # The key may be in a part that was refused or not read.
            if record.whole:
                self.report.error(
                    place_of(record), f"the event has no {key}: add a line '{key}: ...'"
                )
            return None
        value = record.entries.get(key)
        if value is None:
            return None
        text = value.value
        text = text.strip() if text is not None and text.isascii() else self.text(value, key)
        if text == "":
            # YAML reads text that begins with # as a comment.
            advice = ""
            if key == "title" and not getattr(value, "style", None):
                advice = ", in quotes if it begins with '#'"
            self.report.error(
                place_of(record.keys[key]), f"the event's {key} is empty: write one{advice}"
            )
        return text or None

    def texts_of(self, record: Record, key: str) -> tuple[tuple[str, ...], Iterable[Place]]:
        """Return the texts of a list or a single text, without duplicates, and their places."""
        value = record.entries.get(key)
        if value is None:
            return (), ()
        if type(value) is List:
            items = value.items
        elif type(value) is Record:
            self.report.error(
                place_of(value), f"{key} must be a list, not a mapping: write [one, two]"
            )
            return (), ()
        else:
            self._warn_of_comma(value, key)
            items = [value]
        found: dict[str, Text] = {}
        for item in items:
            if item is None:
                continue
            if type(item) is List or type(item) is Record:
                self._refuse(item, f"each of the {key}", "write [one, two]")
                continue
            text = item.value.strip() if item.value.isascii() else self.text(item, key)
            if text and text not in found:
                found[text] = item
        return tuple(found), map(place_of, found.values())

    def choice_of(self, record: Record, key: str, choices: type[StrEnum]) -> str | None:
        """Return the text under a key, or None after reporting that it is not one of `choices`."""
        text = self.text_of(record, key)
        if not text or text in list(choices):
            return text or None
        near = closest(text, choices, 1)
        advice = f"did you mean '{near[0]}'?" if near else f"write {listed(choices)}"
        value = record.entries[key]
        assert value is not None
        self.report.error(place_of(value), f"unknown {key} '{visible(text)}': {advice}")
        return None

    def _refuse(self, value: List | Record, what: str, advice: str) -> None:
        """Report a list or mapping in place of a text."""
        if value.bracketed:
            left = "[" if isinstance(value, List) else "{"
            advice = f"put quotes around text that begins with '{left}'"
        self.report.error(place_of(value), f"{what} must be text, not {kind_of(value)}: {advice}")

    def _warn_of_comma(self, text: Text, key: str) -> None:
        if key in _SPLIT_AT_COMMAS and not text.style and "," in text.value:
            self.report.warning(
                place_of(text),
                f"{key} is a single text with a comma: write a list, [{visible(text.value)}], "
                "or put quotes around a single name",
            )
