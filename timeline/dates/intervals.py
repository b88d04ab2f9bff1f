"""Intervals in the forms that people write for EDTF's `2014/2016`."""

import re

DASHES = "\u2012\u2013\u2014\u2015"

DASHED = rf"([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})[{DASHES}]([0-9-]*)|([0-9]{{4}})-([0-9]{{4}})"
"""Two dates with a dash between them, or two years with a hyphen."""


def likely_interval(text: str) -> str | None:
    """Return the interval that `1939-41` most likely means, `1939/1941`; None for any other text.

    In EDTF what follows the year is a month or, from 21 on, a part of the year: `1939-41` is the
    second half of 1939. Few people know the codes, and many write two years this way. A code counts
    as a year where that comes after the first, and that of a season (21 to 24) where it is the very
    next: `1922-23`, but not `2014-21`, which is spring 2014.
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
    """Return the EDTF of an interval as people type it in a question; any other text as it is.

    `2014..2016`, `2014..` and `..2016` are `2014/2016`, `2014/..` and `../2016`. `1939-1941`,
    `1939-41` and, with a dash, `1939–1941`, `1939–41` and `2014-03-18–20` are intervals as well.
    """
    if "/" in text or text[:1] in ("[", "{"):
        return text
    if ".." in text:
        first, _, last = text.partition("..")
        return f"{first or '..'}/{last or '..'}"
    if dashed := re.fullmatch(DASHED, text):
        first, last = dashed[1] or dashed[3], dashed[4] or dashed[2] or ".."
        if last != ".." and len(last.partition("-")[0]) < 4:
            # What the end leaves out is that of the start.
            last = first[: -len(last)] + last
        return f"{first}/{last}"
    return likely_interval(text) or text
