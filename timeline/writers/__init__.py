"""Formats that a selection can be written in: each writer yields text and knows no file."""
