"""Intervals as people write them, instead of `2014/2016` in EDTF."""

import re

DASHES = "\u2012\u2013\u2014\u2015"

DASHED = rf"([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})[{DASHES}]([0-9-]*)|([0-9]{{4}})-([0-9]{{4}})"
"""Two dates joined by a dash, or two years joined by a hyphen."""


def date_or_interval(first: str, last: str) -> str:
    """Return the interval between two dates, or the first one if both are equal or there is no end.

    If the first is empty and the last is not, the start is unknown.
    """
    return f"{first}/{last}" if last and last != first else first


def likely_interval(text: str) -> str | None:
    """Return the interval that `1939-41` most likely means, `1939/1941`; None for any other text.

    In EDTF a year is followed by a month, or by a code from 21 up for a part of the year: `1939-41`
    is the second half of 1939. Few people know these codes, and many write two years this way. A
    code is taken for a year if that year is later than the first. The code of a season (21 to 24)
    must be the year right after: `1922-23`, but not `2014-21`, which is spring 2014.
    """
    found = re.fullmatch("([0-9]{2})([0-9]{2})-([0-9]{2})", text)
    if not found:
        return None
    century, first, last = found[1], int(found[2]), int(found[3])
    is_season = 21 <= last <= 24
    if last <= max(first, 12) or (is_season and last != first + 1):
        return None
    return f"{text[:4]}/{century}{last:02}"


def typed_interval(text: str) -> str:
    """Return the EDTF for an interval as typed in a question; any other text unchanged.

    `2014..2016`, `2014..` and `..2016` are `2014/2016`, `2014/..` and `../2016`. `1939-1941`,
    `1939-41` and, with a dash, `1939–1941`, `1939–41` and `2014-03-18–20` are intervals as well.
    """
    if text.isdecimal() or "/" in text or text[:1] in ("[", "{"):
        return text
    if ".." in text:
        first, _, last = text.partition("..")
        return f"{first or '..'}/{last or '..'}"
    if dashed := re.fullmatch(DASHED, text):
        first, last = dashed[1] or dashed[3], dashed[4] or dashed[2] or ".."
        if last != ".." and len(last.partition("-")[0]) < 4:
            # The end takes the parts that it lacks from the start.
            last = first[: -len(last)] + last
        return f"{first}/{last}"
    return likely_interval(text) or text
