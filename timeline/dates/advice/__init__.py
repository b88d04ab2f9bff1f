"""Advice on how to write a text as EDTF: `2014-03-18` for `18 March 2014`."""

from timeline.dates.advice.readings import edtf_readings as edtf_readings
from timeline.dates.advice.refusals import refusal as refusal
from timeline.dates.advice.tenures import checked_limit as checked_limit
