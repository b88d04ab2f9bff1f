"""Registers: the actors, tags, places, publishers and saved questions of a chronology.

Also who acted for whom on a day. `timeline.views` exports these views.
"""
