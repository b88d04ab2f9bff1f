"""The table of keys, from which bindings, the help, the palette and the footers are made."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.explorer.state import moves, zoom
from timeline.explorer.state.found import GAPS, Part
from timeline.explorer.state.state import Panel, State


class Key(NamedTuple):
    """What some keys do: `does` is a function from state to state, or an action of the screen.

    `keys` have Textual's names. `label` is the short text for the footers that show the key, empty
    if none does. `panel` is the only panel in which the keys apply, None for all; they come before
    those for all. `needs` is the part of what was found that the keys need.
    """

    keys: tuple[str, ...]
    does: Callable[[State], State] | str
    about: str
    label: str = ""
    panel: Panel | None = None
    needs: Part | None = None

    @property
    def action(self) -> str:
        """The name of the action."""
        return self.does if isinstance(self.does, str) else self.does.__name__


TYPING = (
    Key(("enter",), "accept", "Keep the question, and go back to the list", "done"),
    Key(("escape",), "cancel", "Go back to the question before", "cancel"),
    Key(("tab",), "complete", "Complete the word, then go through the candidates", "complete"),
    Key(("shift+tab",), "complete_back", "Go through the candidates from the last"),
    Key(("up",), "earlier", "The question that was asked before", "earlier"),
    Key(("down",), "later", "The question that was asked after", "later"),
)
"""The keys of the question line while a question is typed."""

GROUPS: dict[str, tuple[Key, ...]] = {
    "Moving": (
        Key(("down", "j"), moves.down, "Next event or value; scroll the card", "scroll"),
        Key(("up", "k"), moves.up, "Previous event or value; scroll the card"),
        Key(("pagedown", "space", "ctrl+f"), moves.page_down, "A page down"),
        Key(("pageup", "ctrl+b"), moves.page_up, "A page up"),
        Key(("home", "g"), moves.first, "First event or value"),
        Key(("end", "G"), moves.last, "Last event or value"),
        Key(("J", "shift+down"), moves.next_year, "Next year"),
        Key(("K", "shift+up"), moves.previous_year, "Previous year"),
        Key((")",), moves.next_gap, "Go to the end of the next long gap", needs=GAPS),
        Key(("(",), moves.previous_gap, "Go to the end of the previous long gap", needs=GAPS),
        Key(("s",), moves.longest_gap, "Go to the end of the longest gap", "gap", needs=GAPS),
        Key(("S",), "gaps", "Choose among the longest gaps", needs=GAPS),
        Key((":",), "jump", "Go to a date or an event", "go to"),
        Key(("c",), "chain", "What led to the event, and what followed", "chain"),
        Key(("t",), "on_this_day", "What happened on the day of the event in other years"),
        Key(("T",), "on_present_day", "What happened on the day of today in other years"),
        Key(("backspace", "u"), "back", "Go back to where you came from"),
        Key(("m",), "mark", "Mark the event with the next letter"),
        Key(("'",), "to_mark", "Go to the mark with the next letter"),
    ),
    "Panels": (
        Key(("tab",), moves.next_panel, "Next panel"),
        Key(("shift+tab",), moves.previous_panel, "Previous panel"),
        Key(("enter",), moves.to_card, "Open the card of the event", "card", panel=Panel.LIST),
        Key(("escape", "enter"), moves.to_list, "Back to the list", "list"),
        Key(("L",), "follow", "Go to an actor, a tag, a place or an event on the card", "links"),
        Key(("f",), moves.to_facets, "Facets: actors, tags, places, publishers, years", "facets"),
        Key(("a",), moves.to_axis, "The time axis", "axis"),
    ),
    "Facets": (
        Key(
            ("enter",),
            "narrow",
            "Narrow the question to a value, or take it away again",
            "narrow",
            panel=Panel.FACETS,
        ),
        Key(
            ("-",),
            "exclude",
            "Exclude a value, or take it away again",
            "exclude",
            panel=Panel.FACETS,
        ),
        Key(
            ("=",),
            "only",
            "Only this publisher, and no other; only this actor itself",
            "only",
            panel=Panel.FACETS,
        ),
        Key(("f",), moves.next_facet, "The next facet", "next", panel=Panel.FACETS),
    ),
    "Time axis": (
        Key(("+", "="), zoom.zoom_in, "Zoom in around the event", "zoom in"),
        Key(("-", "_"), zoom.zoom_out, "Zoom out", "out"),
        Key(("0",), zoom.zoom_whole, "Show the whole time", "whole"),
        Key((">", "right", "l"), zoom.pan_later, "Show later times", "later"),
        Key(("<", "left", "h"), zoom.pan_earlier, "Show earlier times", "earlier"),
    ),
    "Question": (
        Key(("/",), "ask", "Type a question", "question"),
        Key(("x",), "clear", "Clear the question", "clear"),
        Key(("W",), "save_question", "Save the question in the file, by name"),
    ),
    "Typing a question": TYPING,
    "Doing": (
        Key(("o",), "open_source", "Open a source in the browser", "source"),
        Key(("y",), "copy_event", "Copy the event as Markdown", "copy"),
        Key(("Y",), "copy_citation", "Copy the sources as a citation", "cite"),
        Key(("A",), "copy_address", "Copy the address of a source"),
        Key(("e",), "edit", "Edit the event in $VISUAL or $EDITOR", "edit"),
        Key(("n",), "add", "Add an event"),
        Key(("w",), "export", "Export what is shown to a file"),
        Key(("d",), "changes", "Show what changed since the last commit"),
        Key(("r",), "reload", "Read the files again"),
    ),
    "Screen": (
        Key(("?", "f1"), "help", "This help", "help"),
        Key(("ctrl+p",), "palette", "All actions, by name"),
        Key(("ctrl+l",), "redraw", "Paint the screen again"),
        Key(("ctrl+z",), "suspend", "Suspend; fg comes back"),
        Key(("q", "ctrl+c"), "quit", "Quit", "quit"),
    ),
}

KEYS = tuple(key for keys in GROUPS.values() if keys is not TYPING for key in keys)
"""The keys of the panels."""

_NAMES = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "backspace": "Backspace",
    "escape": "Esc",
}


def key_for(pressed: str, panel: Panel) -> Key | None:
    """Return what a key does in a panel, None if it does nothing."""
    found = [key for key in KEYS if pressed in key.keys and key.panel in (None, panel)]
    return max(found, key=lambda key: key.panel is not None, default=None)


def keys_of(panel: Panel) -> list[Key]:
    """Return all that keys do in a panel, each with the keys that do it there."""
    there = ((key, tuple(one for one in key.keys if key_for(one, panel) is key)) for key in KEYS)
    return [key._replace(keys=keys) for key, keys in there if keys]


def written(key: str) -> str:
    """Return a key as people write it: `Ctrl-Z`, `PgDn`, `?`."""
    if len(key) == 1:
        return key
    return "-".join(_NAMES.get(part, part.capitalize()) for part in key.split("+"))
