"""What to write for a start or an end that is not one date, as of a membership."""

import re

from timeline.dates.advice.legal import described
from timeline.dates.advice.ranges import OPEN_END
from timeline.dates.advice.readings import edtf_readings, plain
from timeline.dates.advice.refusals import ANY_FORM, UNKNOWN, refusal
from timeline.dates.event_date import EventDate
from timeline.errors import DateError
from timeline.text import visible

_DAY = "-?[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?"
_LEFT_OUT = {"since": "for what has no start", "until": "for what goes on"}
_ONE_OF_MANY = {"since": '"[..1960]" for 1960 or earlier', "until": '"[1960..]" for 1960 or later'}


def checked_limit(key: str, text: str) -> str:
    """Return the date of a start or an end, under the key `since` or `until`.

    Raises `DateError` if the text is not EDTF, or is not one day, month or year.
    """
    try:
        date = EventDate.parse(text)
    except DateError as error:
        raise _not_edtf(key, text, error) from None
    if wrong := _several(key, date):
        raise DateError(f"{key} {wrong}", wrong)
    return text


def _not_edtf(key: str, text: str, error: DateError) -> DateError:
    written = plain(text)
    if re.fullmatch(_DAY, written):
        return error
    if re.fullmatch(UNKNOWN, written):
        known = f"write what is known, as in 196X for the 1960s, or {_ONE_OF_MANY[key]}"
        if key == "until":
            known += f"; leave '{key}' out {_LEFT_OUT[key]}"
        return refusal(text, f"does not say when: {known}")
    readings = edtf_readings(text)
    if len(readings) == 1 and (wrong := _several(key, EventDate.parse(readings[0]))):
        return DateError(f"{key} {wrong}", wrong)
    if written in OPEN_END or (ANY_FORM in error.reason and not re.search("[0-9]", text)):
        advice = f"write one, as in '{key}: 2004-03-29', or leave '{key}' out {_LEFT_OUT[key]}"
        return DateError(f"'{visible(text)}' is not a date: {advice}")
    return error


def _several(key: str, date: EventDate) -> str:
    """Return what is wrong with a date that is several, or a time; empty if nothing is."""
    days = date.without_time()
    if not days.is_interval and not days.text.startswith("{"):
        wrong = f"must be a day, month or year, without a time: write '{key}: {days}'"
        return wrong if date.has_time else ""
    first, last = (side.text if side.earliest else "" for side in (days.start, days.end))
    if not days.is_interval or first == last or not (first and last):
        example = (first if key == "since" else last) if days.is_interval else ""
        left_out = f", or leave it out {_LEFT_OUT[key]}" if days.is_interval and not example else ""
        return f"must be one date, not several: write '{key}: {example or '2004-03-29'}'{left_out}"
    set_of = f"[{first}..{last}]"
    either = f', or "{set_of}" for one of them' if described(set_of) else ""
    return f"must be one date, not several: write 'since: {first}' and 'until: {last}'{either}"
