"""Two dates, or the time before or after a date: `from 2014 to 2016`, `before 1880`."""

import re
from collections.abc import Iterator

from timeline.dates.advice.legal import legal_dates, month_edtf, point_of, year_edtf
from timeline.dates.advice.single import one_date
from timeline.dates.days import Day, Precision

OPEN_END = ("..", "open", "now", "present", "today", "ongoing", "the present")
UNKNOWN_SIDE = ("", "unknown", "?")

_SEPARATOR = r" ?(?:/|\.{2,3}|--?| to | until | till | through ) ?"
_BETWEEN = r"(?:between|bet\.?|btw\.?) (.+?)(?: (?:and|&) | ?- ?)(.+)"
_EITHER = r"(?:either )?(.+?) or (.+)"
_GIVE_OR_TAKE = r"([0-9]{4}) ?(?:\u00b1|\+/-) ?([0-9]{1,3})(?: years?)?"
_YEAR_AND_MORE, _LESS = "[0-9]{4}(?:-[0-9]{2}){1,2}", "[0-9]{2}(?:-[0-9]{2})?"
_YEAR_OF_ERA = r"[0-9,]+ ?(bce?|ad|ce)"
_NOT_AFTER = (
    r"(?:by|no later than|not later than|not after|on or before|<=|\u2264) ?(.+)"
    r"|(.+?),? (?:or|and) (?:earlier|before)"
)
_NOT_BEFORE = (
    r"(?:no earlier than|not earlier than|not before|on or after|>=|\u2265) ?(.+)"
    r"|(.+?),? or (?:later|after)"
)
_BEFORE = r"(?:before |bef\.? |prior to |earlier than |pre[- ]|< ?)(.+)"
_AFTER = r"(?:after |aft\.? |later than |post[- ]|> ?)(.+)"
_SINCE = r"(?:since|from) (.+)|(.+?)(?:,? (?:onwards?|and (?:later|after))|\+)"
_UNTIL = r"(?:until|till|to|up to) (.+)"


def several_dates(written: str) -> list[str]:
    """Return the intervals and sets that a text can mean; none if it is not understood."""
    for find in (_one_sided, _around, _one_or_other):
        if found := legal_dates(find(written)):
            return found
    form = "{}/{}"
    if between := re.fullmatch(_BETWEEN, written):
        written, form = f"{between[1]} to {between[2]}", "[{}..{}]"
    return legal_dates(_from_to(written.removeprefix("from "), form))


def _one_sided(written: str) -> Iterator[str]:
    forms = (
        (_NOT_AFTER, "[..{}]"),
        (_NOT_BEFORE, "[{}..]"),
        (_SINCE, "{}/.."),
        (_UNTIL, "../{}"),
    )
    for pattern, form in forms:
        if found := re.fullmatch(pattern, written):
            yield from (form.format(date) for date in one_date(found[1] or found[found.re.groups]))
    if found := re.fullmatch(_BEFORE, written):
        yield from (f"[..{_beside(date, -1)}]" for date in one_date(found[1]))
    if found := re.fullmatch(_AFTER, written):
        yield from (f"[{_beside(date, 1)}..]" for date in one_date(found[1]))


def _beside(date: str, step: int) -> str:
    """Return the year, month or day just before or after a date, with the same mark of doubt."""
    point = point_of(date)
    if point is None or point.clock or point.significant:
        return ""
    edge = point.latest if step > 0 else point.earliest
    mark = date[-1] if date[-1] in "?~%" else ""
    if point.precision is Precision.DAY:
        return f"{Day.from_ordinal(edge.ordinal + step)}{mark}"
    if point.precision.rank > Precision.YEAR.rank:
        return month_edtf(edge.months_later(step)) + mark
    return year_edtf(edge.year + step) + mark


def _around(written: str) -> Iterator[str]:
    if found := re.fullmatch(_GIVE_OR_TAKE, written):
        year, years = int(found[1]), int(found[2])
        yield f"[{year_edtf(year - years)}..{year_edtf(year + years)}]"


def _one_or_other(written: str) -> Iterator[str]:
    if found := re.fullmatch(_EITHER, written):
        for last in one_date(found[2]):
            for first in one_date(found[1]) or _completed(found[1], found[2]):
                yield f"[{first},{last}]"


def _from_to(written: str, form: str) -> Iterator[str]:
    for separator in re.finditer(_SEPARATOR, written):
        start, end = written[: separator.start()], written[separator.end() :]
        mark = separator[0].strip()
        starts, ends = _side(start, mark), _side(end, mark) or _shortened(start, end)
        if (era := re.fullmatch(_YEAR_OF_ERA, end)) and not re.fullmatch(_YEAR_OF_ERA, start):
            # 1804-1491 BC: the era at the end applies to both.
            starts = one_date(f"{start} {era[1]}") or starts
        for last in ends:
            for first in starts or _completed(start, end):
                yield form.format(first, last)


def _side(written: str, mark: str) -> list[str]:
    if not written and mark != "/":
        return [".."] if mark.startswith("..") else ["..", ""]
    if written in UNKNOWN_SIDE:
        return [""]
    return [".."] if written in OPEN_END else one_date(written)


def _completed(start: str, end: str) -> list[str]:
    """Read a start that takes missing parts from the end: `30 October - 5 November 2025`."""
    words = end.split()
    # A number alone is a day, so it lacks the month, too.
    fewest = 2 if start.isdecimal() else 1
    for first in range(1, len(words) - fewest + 1):
        if dates := one_date(" ".join([start, *words[first:]])):
            return dates
    return []


def _shortened(start: str, end: str) -> list[str]:
    """Read an end that takes missing parts from the start: `June 18-23, 2017`, `2014-03-18/20`."""
    if re.fullmatch("[0-9]{4}(?:-[0-9]{2}){1,2}", start) and re.fullmatch(
        "[0-9]{2}(-[0-9]{2})?", end
    ):
        return one_date(start[: -len(end)] + end)
    month = start.rpartition(" ")[0]
    return one_date(f"{month} {end}") if month and end[:1].isdecimal() else []
