"""Detecting support for hyperlinks (OSC 8) from environment variables."""

from collections.abc import Mapping

_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")
_OWN_VARIABLES = ("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
_VTE_WITHOUT = 5000
"""The last version of VTE without support: it crashes on hyperlinks."""


def has_hyperlinks(environment: Mapping[str, str]) -> bool:
    """Return whether a terminal with these variables supports hyperlinks.

    `FORCE_HYPERLINK` turns them on, or off with `0`.
    """
    terminal = environment.get("TERM", "")
    if terminal in ("", "dumb"):
        return False
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced.strip("0") != ""
    if environment.get("TMUX") or terminal.startswith(("screen", "tmux")):
        # A multiplexer may not support what the terminal around it does.
        return False
    version = environment.get("VTE_VERSION", "")
    return (
        (version.isdecimal() and int(version) > _VTE_WITHOUT)
        or environment.get("TERM_PROGRAM") in _PROGRAMS
        or any(environment.get(name) for name in _OWN_VARIABLES)
    )
