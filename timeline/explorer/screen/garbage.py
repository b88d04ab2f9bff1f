"""Collecting garbage, which would slow down the start."""

import gc


def collect_from_now_on() -> None:
    """Collect garbage, but not among what the program is made of, if that was put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
