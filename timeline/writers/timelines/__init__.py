"""Formats of other programs for timelines and calendars."""
