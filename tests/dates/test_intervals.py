"""Intervals as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.edtf.texts import EDTF
from timeline.dates import EventDate, likely_interval, typed_interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        pytest.param("1939-41", "1939/1941", id="half-year"),
        pytest.param("1929-33", "1929/1933", id="quarter"),
        pytest.param("1914-38", "1914/1938", id="four months"),
        pytest.param("2014-25", "2014/2025", id="northern season"),
        pytest.param("1922-23", "1922/1923", id="season, the next year"),
        pytest.param("2020-21", "2020/2021", id="spring, the next year"),
        pytest.param("1914-18", "1914/1918", id="no month"),
        pytest.param("2014-21", None, id="spring"),
        pytest.param("2014-24", None, id="winter"),
        pytest.param("1941-33", None, id="quarter, an earlier year"),
        pytest.param("1941-41", None, id="the same year"),
        pytest.param("2009-10", None, id="month"),
        pytest.param("1939-41~", None, id="in doubt"),
        pytest.param("1939-41/1945", None, id="in an interval"),
        pytest.param("1939/1941", None, id="interval"),
        pytest.param("1939", None, id="year"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_what_is_likely_to_be_two_years(text: str, interval: str | None) -> None:
    assert likely_interval(text) == interval


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("2014..2016", "2014/2016", id="points"),
        pytest.param("2014..", "2014/..", id="open end"),
        pytest.param("..2016", "../2016", id="open start"),
        pytest.param("1939-1941", "1939/1941", id="hyphen"),
        pytest.param("1939-41", "1939/1941", id="short year"),
        pytest.param("1939\u20131941", "1939/1941", id="dash"),
        pytest.param("1939\u201441", "1939/1941", id="long dash, short year"),
        pytest.param("1905\u201311", "1905/1911", id="dash, a year that could be a month"),
        pytest.param("2014-03\u201305", "2014-03/2014-05", id="months"),
        pytest.param("2014-03-18\u201320", "2014-03-18/2014-03-20", id="days"),
        pytest.param("2014-03-18\u201304-02", "2014-03-18/2014-04-02", id="days of two months"),
        pytest.param("2014-03-18\u20132015", "2014-03-18/2015", id="day to year"),
        pytest.param("1939\u2013", "1939/..", id="dash at the end"),
    ],
)
def test_an_interval_as_it_is_typed(text: str, edtf: str) -> None:
    assert typed_interval(text) == edtf


@given(EDTF)
def test_edtf_is_typed_as_it_is(text: str) -> None:
    if likely_interval(text) is None and "-" not in text[:1]:
        assert typed_interval(text) == text


@given(st.integers(1000, 9899), st.integers(13, 99))
def test_a_likely_interval_goes_from_one_year_to_a_later_one(year: int, last: int) -> None:
    if interval := likely_interval(f"{year}-{last}"):
        date = EventDate.parse(interval)
        assert date.is_interval
        assert date.earliest is not None
        assert date.latest is not None
        assert (date.earliest.year, date.latest.year % 100) == (year, last)
        assert 0 < date.latest.year - year < 100
