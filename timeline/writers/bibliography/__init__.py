"""Bibliographies: the sources of the events found, once each, for reference managers."""
