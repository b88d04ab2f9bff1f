"""Dates of every kind come back from the formats that cannot show all of them."""

from pathlib import Path

import pytest

import timeline
from tests.conftest import OpenText, dated
from timeline.dates import EventDate
from timeline.errors import DateError
from timeline.writers import Format, write

POINTS = [
    *("2000", "2000-01", "2000-01-05", "2000-21", "199X", "19XX", "2000-XX", "2000-XX-05"),
    *("2000-01-XX", "0044", "-0043", "-0043-03-15", "-004X", "2000-01~", "2000?", "Y12000"),
    *("2000-01-05T12:00", "2000-01-05T00:00", "2000-01-05T12:00Z", "2000-01-05T23:30-05:00"),
]
FORMS = [
    *("{}", "{}/..", "../{}", "{}/", "/{}", "[..{}]", "[{}..]", "{{..{}}}", "{{{}..}}"),
    *("[..{},2001]", "[1990,{}..]"),
]


def exists(text: str) -> bool:
    try:
        EventDate.parse(text)
    except DateError:
        return False
    return True


DATES = [date for form in FORMS for point in POINTS if exists(date := form.format(point))]


@pytest.mark.parametrize("format", [Format.ICS, Format.TIMELINEJS, Format.MARKWHEN])
def test_dates_come_back(tmp_path: Path, open_text: OpenText, format: Format) -> None:
    one = open_text(dated(DATES))
    path = tmp_path / "exported"
    path.write_text("".join(write(one, one.select(), format)), encoding="utf-8")
    back = timeline.open(path)
    assert back.problems == []
    found = {event.id: event.date.text for event in back.select()}
    assert found == {event.id: event.date.text for event in one.select() if event.id in found}
    # Calendars have no years before year 1.
    assert len(found) == len(DATES) if format is not Format.ICS else len(found) > 150
