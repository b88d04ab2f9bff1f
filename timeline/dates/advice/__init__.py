"""What to write for a text that is not EDTF: `2014-03-18` for `18 March 2014`."""

from timeline.dates.advice.readings import edtf_readings as edtf_readings
from timeline.dates.advice.refusals import refusal as refusal
