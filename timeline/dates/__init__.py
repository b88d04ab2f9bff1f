"""Dates of uncertain precision: EDTF text, the days it can mean, and how it reads in words."""
