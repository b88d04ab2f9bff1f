"""Formats for data: every part of an event in a place of its own."""
