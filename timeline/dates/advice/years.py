"""Years in words: `44 BC`, `1580s`, `16th century`, `65 million years ago`."""

import re
from collections.abc import Iterator

from timeline.dates.advice.legal import year_edtf

_ERA = r"(?P<era>bce?|ce|ad)"
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}"
_YEAR_OF_ERA = rf"(?P<year>{_DIGITS}) ?{_ERA}|{_ERA.replace('era', 'lead')} ?(?P<after>{_DIGITS})"
_DECADE = (
    rf"(?:the )?(?P<decade>[1-9][0-9]{{0,2}})0'?s(?: ?{_ERA})?(?: \((?P<unit>decade|century)\))?"
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),
)
_ORDINAL = rf"(?:the )?(?:(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))"
_CENTURY = rf"{_ORDINAL}[- ](?P<unit>century|cent\.?|c\.?|millennium)"
_AGE = (
    r"(?P<count>[0-9][0-9,]*(?:\.[0-9]+)?) ?"
    r"(?:(?P<scale>thousand|million|billion)(?: years ago| years?)?(?P<before> bce?)?"
    r"|(?P<letter>[kmgb])y?a|(?P<present>b\.?p\.?)|(?P<years>years ago))"
)
_SCALES = {"t": 10**3, "k": 10**3, "m": 10**6, "b": 10**9, "g": 10**9}
_PRESENT = 1950
"""The year from which radiocarbon dating counts back."""
_NOW = 2000
_LONG_AGO = 100_000
"""So many years ago, the years since 1 CE no longer matter."""
_FEWEST = 10_000
"""For fewer years in plain digits, it matters when they were counted."""


def in_years(written: str) -> Iterator[str]:
    """Yield the EDTF texts that a year, decade, century or age in words can mean."""
    if year := year_of_era(written):
        yield year
    elif found := re.fullmatch(_DECADE, written):
        yield from _decade(found["decade"], found["era"] or "", found["unit"] or "")
    elif found := re.fullmatch(rf"{_CENTURY}(?:,? {_ERA})?", written):
        number = int(found["number"] or 1 + _ORDINALS.index(found["word"]))
        years = 1000 if found["unit"] == "millennium" else 100
        if number:
            yield _centuries(number, years, (found["era"] or "").startswith("b"))
    elif found := re.fullmatch(_AGE, written):
        yield from _age(found)


def year_of_era(written: str) -> str:
    """Return the EDTF of a year with an era (`44 BC`, `AD 33`), empty for any other text."""
    found = re.fullmatch(_YEAR_OF_ERA, written)
    if not found:
        return ""
    number = int((found["year"] or found["after"]).replace(",", ""))
    era = found["era"] or found["lead"]
    if not number:
        return ""
    return year_edtf(1 - number) if era.startswith("b") else year_edtf(number)


def _decade(digits: str, era: str, unit: str) -> Iterator[str]:
    first = int(digits) * 10
    if era.startswith("b"):
        yield _one_of(-first - 8, 1 - first)
    elif len(digits) == 3:
        # 1900s can be a decade or a century.
        if unit != "century":
            yield f"{digits}X"
        if digits.endswith("0") and unit != "decade":
            yield f"{digits[:2]}XX"
    elif era or len(digits) == 2:
        yield f"{first // 10:03}X"


def _centuries(number: int, years: int, before: bool) -> str:
    unknown = "XX" if years == 100 else "XXX"
    digits = f"{number - 1:0{4 - len(unknown)}}"
    if number == 1:
        # Year 0 is in the first century BCE.
        return _one_of(1 - years, 0) if before else _one_of(1, years)
    return f"{'-' if before else ''}{digits}{unknown}"


def _one_of(first: int, last: int) -> str:
    return f"[{year_edtf(first)}..{year_edtf(last)}]"


def _age(found: re.Match[str]) -> Iterator[str]:
    """Yield the approximate year for an age, which is a rounded number."""
    count = float(found["count"].replace(",", ""))
    if found["present"]:
        yield f"{_years_before(_PRESENT, round(count))}~"
        return
    scale = 1 if found["years"] else _SCALES[(found["scale"] or found["letter"])[0]]
    years = round(count * scale)
    if found["years"] and years < _FEWEST:
        return
    if found["before"] or years >= _LONG_AGO:
        yield f"{_before_christ(years)}~"
    else:
        yield f"{_years_before(_NOW, years)}~"


def _years_before(year: int, years: int) -> str:
    """Return the EDTF of the year so many years before another one; there is no year 0."""
    return year_edtf(year - years + (1 if years >= year else 0))


def _before_christ(years: int) -> str:
    digits = str(years).rstrip("0")
    zeros = len(str(years)) - len(digits)
    return f"Y-{digits}E{zeros}" if years > 9999 else year_edtf(1 - years)
