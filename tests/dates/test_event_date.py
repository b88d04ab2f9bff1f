"""What a date says of time, and a date as a value."""

import copy
import datetime
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.edtf.texts import EDTF, POINTS, pairs
from timeline.dates import NO_END, NO_START, Day, Edge, EventDate, Precision


def day(text: str) -> Day | None:
    """Read `YYYY-MM-DD`, with as many digits of the year as there are; "" is no day."""
    if not text:
        return None
    year, month, of_month = text.rsplit("-", 2)
    return Day(int(year), int(month), int(of_month))


P = Precision
BOUNDS = [
    pytest.param("2014", "2014-01-01", "2014-12-31", P.YEAR, id="year"),
    pytest.param("2014-03", "2014-03-01", "2014-03-31", P.MONTH, id="month"),
    pytest.param("2014-03-18", "2014-03-18", "2014-03-18", P.DAY, id="day"),
    pytest.param("2012-02-29", "2012-02-29", "2012-02-29", P.DAY, id="leap day"),
    pytest.param("2000-02", "2000-02-01", "2000-02-29", P.MONTH, id="leap February"),
    pytest.param("1900-02", "1900-02-01", "1900-02-28", P.MONTH, id="common February"),
    pytest.param("0000", "0-01-01", "0-12-31", P.YEAR, id="year 0"),
    pytest.param("-0043", "-43-01-01", "-43-12-31", P.YEAR, id="negative year"),
    pytest.param("-0043-03-15", "-43-03-15", "-43-03-15", P.DAY, id="negative day"),
    pytest.param("-0004-02", "-4-02-01", "-4-02-29", P.MONTH, id="negative leap year"),
    pytest.param("Y12000", "12000-01-01", "12000-12-31", P.YEAR, id="far year"),
    pytest.param("Y-12000", "-12000-01-01", "-12000-12-31", P.YEAR, id="far negative year"),
    pytest.param("Y17E7", "170000000-01-01", "170000000-12-31", P.YEAR, id="exponent"),
    pytest.param("Y1E15", f"{10**15}-01-01", f"{10**15}-12-31", P.YEAR, id="farthest"),
    pytest.param("2014-03-18T14:30", "2014-03-18", "2014-03-18", P.MINUTE, id="minute"),
    pytest.param("2014-03-18T14:30:00", "2014-03-18", "2014-03-18", P.SECOND, id="second"),
    pytest.param("2014-21", "2014-03-01", "2014-05-31", P.SEASON, id="spring"),
    pytest.param("2014-22", "2014-06-01", "2014-08-31", P.SEASON, id="summer"),
    pytest.param("2014-23", "2014-09-01", "2014-11-30", P.SEASON, id="autumn"),
    pytest.param("2014-24", "2014-12-01", "2015-02-28", P.SEASON, id="winter"),
    pytest.param("2015-24", "2015-12-01", "2016-02-29", P.SEASON, id="winter to a leap year"),
    pytest.param("2014-25", "2014-03-01", "2014-05-31", P.SEASON, id="northern spring"),
    pytest.param("2014-28", "2014-12-01", "2015-02-28", P.SEASON, id="northern winter"),
    pytest.param("2014-29", "2014-09-01", "2014-11-30", P.SEASON, id="southern spring"),
    pytest.param("2014-30", "2014-12-01", "2015-02-28", P.SEASON, id="southern summer"),
    pytest.param("2014-31", "2014-03-01", "2014-05-31", P.SEASON, id="southern autumn"),
    pytest.param("2014-32", "2014-06-01", "2014-08-31", P.SEASON, id="southern winter"),
    pytest.param("2014-33", "2014-01-01", "2014-03-31", P.QUARTER, id="first quarter"),
    pytest.param("2014-36", "2014-10-01", "2014-12-31", P.QUARTER, id="last quarter"),
    pytest.param("2014-37", "2014-01-01", "2014-04-30", P.QUADRIMESTER, id="quadrimester"),
    pytest.param("2014-39", "2014-09-01", "2014-12-31", P.QUADRIMESTER, id="last quadrimester"),
    pytest.param("2014-40", "2014-01-01", "2014-06-30", P.SEMESTER, id="semester"),
    pytest.param("2014-41", "2014-07-01", "2014-12-31", P.SEMESTER, id="last semester"),
    pytest.param("201X", "2010-01-01", "2019-12-31", P.DECADE, id="decade"),
    pytest.param("20XX", "2000-01-01", "2099-12-31", P.CENTURY, id="century"),
    pytest.param("1XXX", "1000-01-01", "1999-12-31", P.MILLENNIUM, id="millennium"),
    pytest.param("-004X", "-49-01-01", "-40-12-31", P.DECADE, id="negative decade"),
    pytest.param("-000X", "-9-01-01", "-1-12-31", P.DECADE, id="decade before year 0"),
    pytest.param("1X84", "1084-01-01", "1984-12-31", P.MILLENNIUM, id="inner digit"),
    pytest.param("2014-XX", "2014-01-01", "2014-12-31", P.YEAR, id="some month"),
    pytest.param("2014-03-XX", "2014-03-01", "2014-03-31", P.MONTH, id="some day"),
    pytest.param("2014-XX-XX", "2014-01-01", "2014-12-31", P.YEAR, id="some day of a year"),
    pytest.param("1984-1X", "1984-10-01", "1984-12-31", P.YEAR, id="month 1X"),
    pytest.param("2014-0X", "2014-01-01", "2014-09-30", P.YEAR, id="month 0X"),
    pytest.param("2014-X2", "2014-02-01", "2014-12-31", P.YEAR, id="month X2"),
    pytest.param("2014-02-2X", "2014-02-20", "2014-02-28", P.MONTH, id="day 2X in February"),
    pytest.param("2014-03-3X", "2014-03-30", "2014-03-31", P.MONTH, id="day 3X"),
    pytest.param("2014-XX-31", "2014-01-31", "2014-12-31", P.YEAR, id="a 31st"),
    pytest.param("156X-12-25", "1560-12-25", "1569-12-25", P.DECADE, id="day in a decade"),
    pytest.param("201X-02-29", "2012-02-29", "2016-02-29", P.DECADE, id="leap day in a decade"),
    pytest.param("1XXX-12", "1000-12-01", "1999-12-31", P.MILLENNIUM, id="month in a millennium"),
    pytest.param("201X-24", "2010-12-01", "2020-02-29", P.DECADE, id="winter in a decade"),
    pytest.param("1950S2", "1900-01-01", "1999-12-31", P.CENTURY, id="two significant digits"),
    pytest.param("1950S3", "1950-01-01", "1959-12-31", P.DECADE, id="three significant digits"),
    pytest.param("-1950S2", "-1999-01-01", "-1900-12-31", P.CENTURY, id="significant, negative"),
    pytest.param(
        "Y171010000S3", "171000000-01-01", "171999999-12-31", P.MILLENNIUM, id="far, significant"
    ),
    pytest.param("1580~", "1580-01-01", "1580-12-31", P.YEAR, id="doubt does not widen"),
    pytest.param("2022-02-24/2022-03", "2022-02-24", "2022-03-31", P.DAY, id="interval"),
    pytest.param("2022-02-24/..", "2022-02-24", "", P.DAY, id="open end"),
    pytest.param("2022/", "2022-01-01", "", P.YEAR, id="unknown end"),
    pytest.param("../2014-03", "", "2014-03-31", P.MONTH, id="open start"),
    pytest.param("/2014", "", "2014-12-31", P.YEAR, id="unknown start"),
    pytest.param("2014/2014-03", "2014-01-01", "2014-03-31", P.YEAR, id="interval ends inside"),
    pytest.param("2014-03/2014", "2014-03-01", "2014-12-31", P.MONTH, id="interval starts inside"),
    pytest.param("[1580..1590]", "1580-01-01", "1590-12-31", P.YEAR, id="one of a range"),
    pytest.param("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", P.YEAR, id="one of a set"),
    pytest.param("[1668, 1667-05]", "1667-05-01", "1668-12-31", P.YEAR, id="unordered set"),
    pytest.param("[..1984]", "", "1984-12-31", P.YEAR, id="or earlier"),
    pytest.param("[1984..]", "1984-01-01", "", P.YEAR, id="or later"),
    pytest.param("{2014,2016}", "2014-01-01", "2016-12-31", P.YEAR, id="all of a set"),
    pytest.param("{1960,1961-12}", "1960-01-01", "1961-12-31", P.YEAR, id="all, mixed"),
    pytest.param(
        "2014-03-19T01:00+10:00/2014-03-18T20:00Z",
        "2014-03-19",
        "2014-03-19",
        P.MINUTE,
        id="end on an earlier day of another zone",
    ),
    pytest.param(
        "2022-03-01T20:00/2022-03-02T00:00", "2022-03-01", "2022-03-01", P.MINUTE, id="to midnight"
    ),
    pytest.param(
        "2022-03-01T20:00/2022-03-02T00:00:01",
        "2022-03-01",
        "2022-03-02",
        P.MINUTE,
        id="past midnight",
    ),
    pytest.param("2022-02/2022-03-01T00:00Z", "2022-02-01", "2022-02-28", P.MONTH, id="month"),
    pytest.param(
        "2022-03-02T00:00/2022-03-02T00:00",
        "2022-03-02",
        "2022-03-02",
        P.MINUTE,
        id="midnight to midnight",
    ),
    pytest.param("../2022-03-02T00:00", "", "2022-03-01", P.MINUTE, id="open start to midnight"),
    pytest.param("2022-03-02T00:00", "2022-03-02", "2022-03-02", P.MINUTE, id="midnight alone"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_bounds(text: str, earliest: str, latest: str, precision: Precision) -> None:
    date = EventDate.parse(text)
    assert (date.earliest, date.latest, date.precision) == (day(earliest), day(latest), precision)


@pytest.mark.parametrize(
    ("text", "begins_by"),
    [
        pytest.param("2014-03", "2014-03-31", id="point"),
        pytest.param("2013/2015", "2013-12-31", id="interval"),
        pytest.param("2014/2014-03", "2014-03-31", id="interval that ends inside its start"),
        pytest.param("2013/..", "2013-12-31", id="open end"),
        pytest.param("../2015", "", id="open start"),
        pytest.param("/2015", "", id="unknown start"),
        pytest.param("[1667,1670..1672]", "1672-12-31", id="one of"),
        pytest.param("[1667..]", "", id="one of, or later"),
        pytest.param("[..1667]", "1667-12-31", id="one of, or earlier"),
        pytest.param("{2016,2014}", "2014-12-31", id="all of"),
        pytest.param("{1667..1670}", "1667-12-31", id="all of a range"),
        pytest.param("{..1667}", "", id="all of, and earlier"),
    ],
)
def test_begins_by(text: str, begins_by: str) -> None:
    assert EventDate.parse(text).begins_by == day(begins_by)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "ongoing"),
    [
        pytest.param("2014", False, False, False, id="sure"),
        pytest.param("2014~", True, False, False, id="approximate"),
        pytest.param("2014?", False, True, False, id="uncertain"),
        pytest.param("2014%", True, True, False, id="both"),
        pytest.param("2014-03~-18", True, False, False, id="right of a part"),
        pytest.param("2014-?03-18", False, True, False, id="left of a part"),
        pytest.param("2014?-~03", True, True, False, id="one each"),
        pytest.param("1950S2", True, False, False, id="significant digits"),
        pytest.param("2014/2015~", True, False, False, id="end of an interval"),
        pytest.param("2014?/..", False, True, True, id="start of an open interval"),
        pytest.param("2014/..", False, False, True, id="open end"),
        pytest.param("2014/", False, False, False, id="unknown end"),
        pytest.param("../2014", False, False, False, id="open start"),
        pytest.param("{2014?,2016~}", True, True, False, id="set"),
        pytest.param("{2014..}", False, False, True, id="all from then on"),
        pytest.param("[2014..]", False, False, False, id="one of those from then on"),
    ],
)
def test_doubt(text: str, approximate: bool, uncertain: bool, ongoing: bool) -> None:
    date = EventDate.parse(text)
    assert (date.approximate, date.uncertain, date.ongoing) == (approximate, uncertain, ongoing)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        pytest.param("2014-03-18", None, id="none"),
        pytest.param("2014-03-18T00:00", 0, id="midnight"),
        pytest.param("2014-03-18T14:30:05", 52_205, id="no zone"),
        pytest.param("2014-03-18T14:30Z", 52_200, id="UTC"),
        pytest.param("2014-03-18T14:30+05:30", 32_400, id="ahead"),
        pytest.param("2014-03-18T01:00+03", -7_200, id="the day before in UTC"),
        pytest.param("2014-03-18T23:00-03:00", 93_600, id="the day after in UTC"),
        pytest.param("2014-03-18T23:59:60Z", 86_400, id="leap second"),
        pytest.param("2014-03-18T14:30/..", 52_200, id="interval"),
        pytest.param("{2014-03-20,2014-03-18T14:30}", 52_200, id="earliest member"),
    ],
)
def test_time_of_day(text: str, seconds: int | None) -> None:
    assert EventDate.parse(text).time_of_day == seconds


def test_precisions_are_ranked_from_coarse_to_fine() -> None:
    ordered = [P.MILLENNIUM, P.CENTURY, P.DECADE, P.YEAR, P.SEASON, P.MONTH, P.DAY, P.SECOND]
    ranks = [precision.rank for precision in ordered]
    assert ranks == sorted(set(ranks))


ZONED = [
    f"2022-{day}T{hour:02}:30{zone}"
    for day in ("11-30", "12-01")
    for hour in (0, 1, 12, 23)
    for zone in ("+00:00", "+01:00", "-08:00", "+14:00")
]


@given(EDTF)
def test_a_text_reads_back_to_the_same_date(text: str) -> None:
    date = EventDate.parse(text)
    assert str(date) == text
    assert EventDate.parse(str(date)) == date


@given(EDTF)
def test_a_date_begins_within_its_bounds(text: str) -> None:
    date = EventDate.parse(text)
    assert date.earliest or date.latest
    known = [bound for bound in (date.earliest, date.begins_by, date.latest) if bound]
    assert known == sorted(known)


@given(pairs())
def test_the_bounds_of_an_interval_are_those_of_its_sides(sides: tuple[str, str]) -> None:
    start, end = map(EventDate.parse, sides)
    interval = EventDate.parse(f"{start}/{end}")
    assert interval.is_interval
    assert (interval.start, interval.end) == (start.start, end.start)
    assert (interval.earliest, interval.latest) == (start.earliest, end.latest)
    assert interval.precision == start.precision
    assert interval.approximate == (start.approximate or end.approximate)
    assert interval.uncertain == (start.uncertain or end.uncertain)


@given(EDTF)
def test_the_sides_of_a_date_agree_with_its_bounds(text: str) -> None:
    date = EventDate.parse(text)
    assert (date.start.earliest, date.end.latest) == (date.earliest, date.latest)
    assert date.precision == (date.start.precision or date.end.precision)
    assert date.approximate == (date.start.approximate or date.end.approximate)
    assert date.uncertain == (date.start.uncertain or date.end.uncertain)
    if date.is_interval:
        assert f"{date.start.text}/{date.end.text}" == text
        assert date.ongoing == (date.end.edge is Edge.OPEN)
    else:
        assert date.start == date.end
        assert date.start.text == text
        assert date.start.edge is None
    for side in (date.start, date.end):
        assert (side.edge is None) == (side.precision is not None)
        assert side.text if side.edge is None else side.text == side.edge.value


@given(EDTF)
def test_the_place_in_order_is_in_the_bounds(text: str) -> None:
    date = EventDate.parse(text)
    first, last, seconds = date.sort_key
    assert first <= last
    assert -1 <= seconds < 86_400
    assert (seconds == -1) == (date.time_of_day is None)
    if not date.has_time:
        assert first == (NO_START if date.earliest is None else date.earliest.ordinal)
        assert last == (NO_END if date.latest is None else date.latest.ordinal)


@given(st.lists(st.sampled_from(ZONED), min_size=2, max_size=2))
def test_times_with_a_zone_are_ordered_by_instant(texts: list[str]) -> None:
    one, other = (datetime.datetime.fromisoformat(text) for text in texts)
    keys = [EventDate.parse(text).sort_key for text in texts]
    assert (one < other) == (keys[0] < keys[1])
    assert (one == other) == (keys[0] == keys[1])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["2022-12-01T01:00+01:00", "2022-11-30T23:00-08:00"], id="instants"),
        pytest.param(["2014-03-18", "2014-03-18T00:00", "2014-03-18T14:30"], id="day, then times"),
        pytest.param(
            ["../2014", "2014-01-01", "2014-01-01/2014-01-03", "2014-01", "2014", "2014/.."],
            id="the shorter first",
        ),
        pytest.param(
            ["2022-03-01T20:00Z/2022-03-02T00:00Z", "2022-03-01T20:00Z/2022-03-02T00:01Z"],
            id="up to midnight",
        ),
        pytest.param(["-0043-03-15", "0033", "2014-03-18", "Y12000"], id="years"),
    ],
)
def test_the_chronological_order(texts: list[str]) -> None:
    keys = [EventDate.parse(text).sort_key for text in texts]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.lists(POINTS, min_size=1, max_size=5))
def test_the_bounds_of_a_set_are_those_of_its_members(texts: list[str]) -> None:
    members = [EventDate.parse(text) for text in texts]
    for brackets in ("[]", "{}"):
        whole = EventDate.parse(brackets[0] + ",".join(texts) + brackets[1])
        assert whole.earliest == min(member.earliest for member in members if member.earliest)
        assert whole.latest == max(member.latest for member in members if member.latest)


def test_dates_are_equal_when_their_texts_are() -> None:
    assert EventDate.parse("2014") == EventDate.parse("2014")
    assert len({EventDate.parse("2014"), EventDate.parse("2014"), EventDate.parse("2014~")}) == 2
    assert EventDate.parse("2014") != "2014"


def test_a_plain_date_needs_little_to_be_read() -> None:
    code = """
import sys
from timeline.dates import EventDate
EventDate.parse("2014-03-18").describe()
print(*sorted(name for name in sys.modules if name.startswith("timeline.")))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [
        "timeline.dates",
        "timeline.dates.days",
        "timeline.dates.event_date",
        "timeline.exports",
    ]


def test_a_date_does_not_change() -> None:
    date = EventDate.parse("2014")
    with pytest.raises(AttributeError, match="a date does not change: cannot set 'text'"):
        date.text = "2015"
    with pytest.raises(AttributeError, match="a date does not change: cannot delete 'text'"):
        del date.text


def test_a_date_survives_copying_and_pickling() -> None:
    date = EventDate.parse("2014-03~-18")
    for again in (copy.deepcopy(date), pickle.loads(pickle.dumps(date))):
        assert (again, again.earliest, again.approximate) == (date, date.earliest, True)
    assert repr(date) == "EventDate.parse('2014-03~-18')"
