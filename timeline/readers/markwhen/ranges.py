"""The dates before an event of markwhen, as one date in EDTF."""

from timeline.dates import Duration, EventDate, date_or_interval
from timeline.errors import DateError
from timeline.readers.markwhen.dates import Rules, edtf_of, era_of, time_of
from timeline.readers.markwhen.lines import EventStart
from timeline.readers.markwhen.relative import EarlierDates, relative
from timeline.text import visible

_DAY_BEFORE = Duration(-1, "day")
_NOW = "now"
_OPEN = ".."


def edtf_of_range(start: EventStart, rules: Rules, earlier: EarlierDates) -> str:
    """Return the date of an event as EDTF, which need not exist. Raises DateError."""
    if not start.end:
        if one := relative(start.start):
            first, after = earlier.span(one)
            return date_or_interval(str(first), str(_DAY_BEFORE.after(after)))
        if start.start.lower() == _NOW:
            raise DateError("'now' is not a date: write one such as 2014-03-18")
        return edtf_of(start.start, rules)
    if one := relative(start.start):
        begin = str(one.from_day(earlier.day(one)))
    else:
        begin = edtf_of(start.start, rules, era_of(start.end))
    end = _end(start.end, begin, rules, earlier)
    if "[" in begin + end:
        raise DateError("a range of weeks has no EDTF: write its days, 2014-03-03/2014-03-23")
    return date_or_interval(begin, end)


def _end(text: str, begin: str, rules: Rules, earlier: EarlierDates) -> str:
    if text.lower() == _NOW:
        return _OPEN
    if one := relative(text):
        if one.event or one.side:
            after = one.from_day(earlier.day(one, at_start=True))
        else:
            from_day = EventDate.parse(begin).start.day
            if from_day is None or "T" in begin:
                raise DateError(
                    f"'{visible(text)}' counts from a start that is not a day: write the end as a "
                    "date"
                )
            after = one.from_day(from_day)
        return str(_DAY_BEFORE.after(after))
    clock = time_of(text)
    if clock and "T" in begin:
        day, _, time = begin.partition("T")
        return f"{day}T{clock[0]:02}:{clock[1]:02}{time[5:]}"
    return edtf_of(text, rules)
