"""A single date in any form, with words for doubt and a time of day."""

import re
from typing import NamedTuple

from timeline.dates.advice.figures import in_figures
from timeline.dates.advice.legal import legal_dates
from timeline.dates.advice.words import in_words
from timeline.dates.advice.years import in_years

_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? "
_ABOUT = r"circa|approximately|approx\.?|around|about|abt\.?|cal\.?|ca\.?|roughly|est\.?"
_PERHAPS = r"possibly|probably|perhaps|maybe"
_DOUBTS = (
    ("~", rf"(?:{_ABOUT}|c\.?|some ?time (?:in|around)|[~\u2248]) ?(.+)"),
    ("~", rf"(.+?),? \(?(?:{_ABOUT})\)?"),
    ("?", rf"(?:{_PERHAPS}) (.+)"),
    ("?", rf"(.+?)(?: ?\?| ?\(\?\)|,? \(?(?:{_PERHAPS})\)?)"),
)
_SECONDS = r"(?::?(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
_ZONE = (
    r"(?P<zone>z|utc|gmt)?(?: ?(?P<sign>[+-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?)?"
    r"(?: \([a-z ]+\))?"
)
_DATE = r"(?P<date>.+?)(?:t|,? (?:at )?)"
_TIMES = (
    rf"{_DATE}(?P<hour>[0-9]{{1,2}})[:h]?(?P<minute>[0-9]{{2}}){_SECONDS} ?{_ZONE}",
    rf"{_DATE}(?P<hour>[0-9]{{1,2}})(?::(?P<minute>[0-9]{{2}}){_SECONDS})? ?"
    rf"(?P<half>[ap])\.?m\.? ?{_ZONE}",
)
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_TIME_FIRST = rf"({_CLOCK}|[0-9]{{1,2}}(?::[0-9]{{2}})? ?[ap]m),? (?:on )?(.+)"
_TIME_BEFORE_YEAR = rf"([a-z]+ [0-9]{{1,2}}) ({_CLOCK})( utc| gmt)? ([0-9]{{4}})"


def one_date(written: str) -> list[str]:
    """Return the EDTF texts that a single date can mean; none if it is not understood."""
    bare = re.sub(_WEEKDAY, "", written, count=1)
    # Two readings can be the same: 03/03/2014.
    if dates := legal_dates([*in_figures(bare), *in_words(bare), *in_years(bare)]):
        return dates
    if doubt := doubt_of(written):
        return doubt.applied_to(one_date(doubt.rest))
    return legal_dates(_timed(bare))


class Doubt(NamedTuple):
    """A sign of doubt that words stand for, and the rest of the text.

    It `leads` if the words come before the date; it then applies to the start of an interval,
    otherwise to the end.
    """

    mark: str
    leads: bool
    rest: str

    def applied_to(self, dates: list[str]) -> list[str]:
        """Return the dates with the sign."""
        found = []
        for date in dates:
            start, slash, end = date.partition("/")
            if self.leads or not slash:
                found.append(f"{_marked(start, self.mark)}{slash}{end}")
            else:
                found.append(f"{start}/{_marked(end, self.mark)}")
        return legal_dates(found)


def doubt_of(written: str) -> Doubt | None:
    """Return the doubt that a text expresses, None if it expresses none."""
    for mark, pattern in _DOUBTS:
        if found := re.fullmatch(pattern, written):
            return Doubt(mark, found.start(1) > 0, found[1])
    return None


def _marked(date: str, mark: str) -> str:
    if not date or date == "..":
        return date
    if date[-1] in "?~%":
        return date if date[-1] == mark else f"{date[:-1]}%"
    return date + mark


def _timed(written: str) -> list[str]:
    if found := re.fullmatch(_TIME_FIRST, written):
        written = f"{found[2]} {found[1]}"
    elif found := re.fullmatch(_TIME_BEFORE_YEAR, written):
        written = f"{found[1]} {found[4]} {found[2]}{found[3] or ''}"
    for pattern in _TIMES:
        if found := re.fullmatch(pattern, written):
            clock = _clock(found)
            return [date + clock for date in one_date(found["date"])]
    return []


def _clock(found: re.Match[str]) -> str:
    parts = found.groupdict()
    hour = int(parts["hour"])
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            return "T"
        hour = hour % 12 + 12 * (half == "p")
    second = f":{parts['second']}" if parts["second"] else ""
    zone = "Z" if parts["zone"] else ""
    if parts["sign"]:
        minutes = f":{parts['minutes']}" if parts["minutes"] else ""
        zone = f"{parts['sign']}{parts['hours']:0>2}{minutes}"
    return f"T{hour:02}:{parts['minute'] or '00'}{second}{zone}"
