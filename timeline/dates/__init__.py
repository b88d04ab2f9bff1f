"""Dates of uncertain precision: EDTF text, the days it can mean, and its wording.

Also the time since a date and between dates, periods as people type them, and advice on how to
write a text as EDTF.
"""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.dates.advice import checked_limit as checked_limit
    from timeline.dates.advice import edtf_readings as edtf_readings
    from timeline.dates.days import MONTHS as MONTHS
    from timeline.dates.days import NO_END as NO_END
    from timeline.dates.days import NO_START as NO_START
    from timeline.dates.days import SECONDS_OF_DAY as SECONDS_OF_DAY
    from timeline.dates.days import Day as Day
    from timeline.dates.days import Precision as Precision
    from timeline.dates.days import SortKey as SortKey
    from timeline.dates.days import days_in_month as days_in_month
    from timeline.dates.durations.duration import Duration as Duration
    from timeline.dates.durations.elapsed import elapsed_between as elapsed_between
    from timeline.dates.durations.elapsed import rough_time_between as rough_time_between
    from timeline.dates.durations.elapsed import time_ago as time_ago
    from timeline.dates.durations.elapsed import time_between as time_between
    from timeline.dates.durations.elapsed import time_lasted as time_lasted
    from timeline.dates.durations.lags import Lag as Lag
    from timeline.dates.durations.lags import LagRange as LagRange
    from timeline.dates.durations.lags import range_of_lags as range_of_lags
    from timeline.dates.durations.suffixes import DISTANCE as DISTANCE
    from timeline.dates.durations.suffixes import possible_ids as possible_ids
    from timeline.dates.durations.suffixes import suffixed as suffixed
    from timeline.dates.edtf.sides import Edge as Edge
    from timeline.dates.edtf.sides import Side as Side
    from timeline.dates.edtf.wording import describe_day as describe_day
    from timeline.dates.edtf.wording import describe_year as describe_year
    from timeline.dates.event_date import EventDate as EventDate
    from timeline.dates.event_date import describe_span as describe_span
    from timeline.dates.intervals import date_or_interval as date_or_interval
    from timeline.dates.intervals import likely_interval as likely_interval
    from timeline.dates.intervals import typed_interval as typed_interval
    from timeline.dates.periods import Period as Period
    from timeline.dates.periods import PeriodError as PeriodError
    from timeline.dates.periods import parse_period as parse_period
    from timeline.dates.periods import units_of as units_of
    from timeline.dates.spans import ALWAYS as ALWAYS
    from timeline.dates.spans import Span as Span
    from timeline.dates.spans import Spans as Spans
    from timeline.dates.spans import cover as cover
    from timeline.dates.spans import overlap as overlap
    from timeline.dates.spans import shared as shared
    from timeline.dates.spans import united as united
    from timeline.dates.tenure import Tenure as Tenure
    from timeline.dates.tenure import describe_tenure as describe_tenure
    from timeline.dates.typed import only_reading as only_reading
    from timeline.dates.units import CalendarUnit as CalendarUnit
    from timeline.dates.units import Unit as Unit
    from timeline.dates.units import unit_of_start as unit_of_start
    from timeline.dates.units import unit_started_in as unit_started_in
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "advice": ("checked_limit", "edtf_readings"),
            "days": (
                "MONTHS",
                "NO_END",
                "NO_START",
                "SECONDS_OF_DAY",
                "Day",
                "Precision",
                "SortKey",
                "days_in_month",
            ),
            "durations.duration": ("Duration",),
            "durations.elapsed": (
                "elapsed_between",
                "rough_time_between",
                "time_ago",
                "time_between",
                "time_lasted",
            ),
            "durations.lags": ("Lag", "LagRange", "range_of_lags"),
            "durations.suffixes": ("DISTANCE", "possible_ids", "suffixed"),
            "edtf.sides": ("Edge", "Side"),
            "edtf.wording": ("describe_day", "describe_year"),
            "event_date": ("EventDate", "describe_span"),
            "intervals": ("date_or_interval", "likely_interval", "typed_interval"),
            "periods": ("Period", "PeriodError", "parse_period", "units_of"),
            "spans": ("ALWAYS", "Span", "Spans", "cover", "overlap", "shared", "united"),
            "tenure": ("Tenure", "describe_tenure"),
            "typed": ("only_reading",),
            "units": ("CalendarUnit", "Unit", "unit_of_start", "unit_started_in"),
        },
    )
