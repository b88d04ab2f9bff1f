"""Reading the dates of events, including the forms that other programs use."""

import re
from collections.abc import Mapping, Sequence

from timeline.dates import EventDate, edtf_readings, likely_interval
from timeline.errors import DateError, Severity
from timeline.readers.records.fields import Fields
from timeline.readers.records.keys import DAY, END_KEYS, MONTH, START_KEYS, YEAR
from timeline.readers.records.values import List, Record, Value, kind_of, place_of
from timeline.text import fold, listed, visible

_SOME_INTERVAL = "1914-07-28/1918-11-11"


class DateReader(Fields):
    """Reads the dates of events."""

    def date(self, record: Record, others: Sequence[str]) -> EventDate | None:
        """Return the date of an event. If there is no valid date, report that and return None.

        `others` are unknown keys of the event that seem to hold the date.
        """
        value = record.entries.get("date")
        if value is None:
            if others:
                self._missing(record, others)
            else:
                self.required(record, "date")
        elif type(value) is List or type(value) is Record:
            self._in_parts(value)
        elif text := value.value.strip():
            try:
                date = EventDate.parse(text)
            except DateError as error:
                self.report.error(place_of(value), str(error))
                return None
            if may_be_code(text) and not value.style:
                self._warn_of_code(value, text, date)
            return date
        else:
            self.required(record, "date")
        return None

    def warn_of_end(self, record: Record, name: str) -> None:
        """Warn of a key that seems to hold the end of an event whose `date` is its start."""
        parts = {"start": record.entries["date"], "end": record.entries[name]}
        unknown = f"unknown key '{visible(name)}'"
        self.report.tally(
            Severity.WARNING,
            ("end", name),
            place_of(record.keys[name]),
            f"{unknown} is ignored: write one date, {_example(parts)}",
            lambda count: (
                f"{unknown} in {count:,} events is ignored: "
                f"write one date, {_example(parts, count)}"
            ),
        )

    def _missing(self, record: Record, others: Sequence[str]) -> None:
        names = listed([f"'{visible(name)}'" for name in others], "and")
        parts = {fold(name): record.entries[name] for name in others}
        if len(others) > 1 or fold(others[0]) in END_KEYS:
            advice = f"write {names} as one date, "
        elif isinstance(record.entries[others[0]], List | Record):
            advice = f"rename {names} to 'date' and write it as one text, "
        else:
            advice = f"rename {names} to 'date'"
            parts = {}
        self.report.tally(
            Severity.ERROR,
            ("no date", advice),
            place_of(record.keys[others[0]]),
            f"the event has no date: {advice}{_example(parts)}",
            lambda count: f"{count:,} events have no date: {advice}{_example(parts, count)}",
        )

    def _in_parts(self, value: List | Record) -> None:
        kind = kind_of(value)
        if texts := _set_texts(value):
            left, right = "[]" if isinstance(value, List) else "{}"
            self.report.error(
                place_of(value),
                f"YAML reads a date in brackets as {kind}: "
                f'put it in quotes, "{left}{visible(",".join(texts))}{right}"',
            )
        else:
            parts = {"date": value}
            self.report.tally(
                Severity.ERROR,
                ("date in parts", kind),
                place_of(value),
                f"the date is {kind}: write it as one text, {_example(parts)}",
                lambda count: (
                    f"the date of {count:,} events is {kind}: "
                    f"write it as one text, {_example(parts, count)}"
                ),
            )

    def _warn_of_code(self, value: Value, text: str, date: EventDate) -> None:
        code = re.fullmatch("[0-9]{4}-([0-9]{2})", text)
        interval = likely_interval(text)
        if value is not None and (interval or (code and int(code[1]) in range(25, 42))):
            advice = "put it in quotes if that is what you mean"
            if interval:
                advice = f"for the years, write {interval}; otherwise put it in quotes"
            self.report.warning(place_of(value), f"date '{text}' means {date.describe()}: {advice}")


def may_be_code(text: str) -> bool:
    """Return whether a date may have a code in place of a month, as very few dates have."""
    return text[5:7] > "20"


def _example(parts: Mapping[str, Value], count: int = 1) -> str:
    """Return how to write a date given as parts, by folded name; empty without parts.

    `count` is the number of dates to rewrite.
    """
    if not parts:
        return ""
    edtf = _edtf_in(parts)
    such_as = "such as " if count > 1 or not edtf else ""
    return f"{such_as}'date: {edtf or _SOME_INTERVAL}'"


def _edtf_of(value: Value) -> str | None:
    """Return the EDTF of a text or of a record with parts of a date; None if it is unclear."""
    if value is None or isinstance(value, List):
        return None
    if isinstance(value, Record):
        return _edtf_in({fold(name): one for name, one in value.entries.items()})
    return _checked(value.value.strip())


def _edtf_in(parts: Mapping[str, Value]) -> str | None:
    """Return the EDTF of a year, month and day, or of a start and an end; None if it is unclear."""
    if len(parts) == 1 and parts.keys().isdisjoint({YEAR, *START_KEYS, *END_KEYS}):
        return _edtf_of(next(iter(parts.values())))
    if parts.keys() <= {YEAR, MONTH, DAY} and YEAR in parts:
        texts = [_text_in(parts.get(part)).strip() for part in (YEAR, MONTH, DAY)]
        return _checked("-".join(text.zfill(2) for text in texts if text))
    start = next((value for name, value in parts.items() if name in START_KEYS), parts.get(YEAR))
    end = next((value for name, value in parts.items() if name in END_KEYS), None)
    first = _edtf_of(start) if start else ""
    last = _edtf_of(end) if end else ""
    if first is None or last is None:
        return None
    return _checked(f"{first}/{last}") if end else first


def _checked(text: str) -> str | None:
    """Return the EDTF that a text means; None if it is not a date or has several meanings."""
    try:
        return EventDate.parse(text).text
    except DateError:
        readings = edtf_readings(text)
        return readings[0] if len(readings) == 1 else None


def _set_texts(value: List | Record) -> list[str]:
    """Return the members of an EDTF set read as a list or mapping; empty for any other value."""
    values = value.entries.values() if isinstance(value, Record) else ()
    members = list(value.entries) if isinstance(value, Record) else value.items
    if not value.bracketed or any(not _is_empty(one) for one in values):
        return []
    texts = [one if isinstance(one, str) else _text_in(one) for one in members]
    named = [text for text in texts if text]
    return named if len(named) == len(texts) else []


def _is_empty(value: Value) -> bool:
    return value is not None and not isinstance(value, List | Record) and not value.value


def _text_in(value: Value) -> str:
    return "" if value is None or isinstance(value, List | Record) else value.value
