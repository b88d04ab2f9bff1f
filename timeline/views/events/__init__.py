"""Events: in order, on a day of the year, side by side, one in full, and what led to it.

`timeline.views` exports these views.
"""
