"""Every key of the table, pressed on a small chronology: what a person sees then."""

import pytest

from tests.conftest import OpenText
from tests.explorer.driver import after
from timeline.explorer.state import GROUPS, KEYS, TYPING, Panel, footer, keys_of, written

TEXT = """
title: Treaties
actors:
  ann: {name: Ann Lee, kind: person}
  bob: {name: Bob Ray, kind: person}
tags: {war: {description: Fighting}, peace: {}}
events:
  - {id: a, date: 1990-02-01, title: Alpha begins, actors: [ann], tags: [war], places: [Rome],
     sources: [{title: A report, url: "https://example.org/a", publisher: Press, date: 1990-02-02}]}
  - {id: b, date: 1990-05, title: Beta follows, actors: [ann, bob], tags: [peace], follows: [a]}
  - {id: c, date: 1994-02-01, title: Gamma ends, actors: [bob], tags: [war], follows: [b]}
  - {id: d, date: 1994-02-05T10:30, title: Delta at noon, actors: [ann], tags: [peace]}
  - {id: e, date: 2000~, title: Epsilon is vague, actors: [bob]}
"""

A, B, C, D, E = "Alpha begins", "Beta follows", "Gamma ends", "Delta at noon", "Epsilon is vague"

# The keys to press, the title that is chosen then, the panel, the question, and what is shown.
CASES = {
    "down": (["down"], B, "list", "", "2 of 5"),
    "j": (["j", "j"], C, "list", "", "3 of 5"),
    "up": (["end", "up"], D, "list", "", "4 of 5"),
    "k": (["end", "k"], D, "list", "", "4 of 5"),
    "up at the top": (["up"], A, "list", "", "1 of 5"),
    "pagedown": (["pagedown"], E, "list", "", "5 of 5"),
    "space": (["space"], E, "list", "", "5 of 5"),
    "ctrl+f": (["ctrl+f"], E, "list", "", "5 of 5"),
    "pageup": (["end", "pageup"], A, "list", "", "1 of 5"),
    "ctrl+b": (["end", "ctrl+b"], A, "list", "", "1 of 5"),
    "home": (["end", "home"], A, "list", "", "1 of 5"),
    "g": (["end", "g"], A, "list", "", "1 of 5"),
    "end": (["end"], E, "list", "", "5 of 5"),
    "G": (["G"], E, "list", "", "5 of 5"),
    "J": (["J"], C, "list", "", "3 of 5"),
    "shift+down": (["shift+down", "shift+down"], E, "list", "", "5 of 5"),
    "K": (["j", "j", "j", "K"], C, "list", "", "3 of 5"),
    "shift+up": (["j", "j", "shift+up"], A, "list", "", "1 of 5"),
    ")": (
        ["right_parenthesis"],
        B,
        "list",
        "",
        "2 of 5  at least 3 months without events, between 1 February 1990 and May 1990",
    ),
    "(": (
        ["end", "left_parenthesis"],
        D,
        "list",
        "",
        "4 days without events, between 1 February 1994 and 5 February 1994",
    ),
    "s": (
        ["s"],
        E,
        "list",
        "",
        "about 5 years without events, between 5 February 1994 and c. 2000",
    ),
    "S": (
        ["S", "down", "enter"],
        C,
        "list",
        "",
        "without events, between May 1990 and 1 February 1994",
    ),
    "S shows the gaps": (["S"], A, "list", "", "about 5 years  "),
    "S without gaps": (["slash", *"alpha", "enter", "S"], A, "list", "alpha", "there are no gaps"),
    "s of one event": (
        ["slash", *"alpha", "enter", "s"],
        A,
        "list",
        "alpha",
        "there is no such gap",
    ),
    ": to a date": (["colon", *"1994", "enter"], C, "list", "", "3 of 5"),
    ": to a day in words": (
        ["colon", *"5", "space", *"feb", "space", *"1994", "enter"],
        D,
        "list",
        "",
        "4 of 5",
    ),
    ": to an event": (["colon", *"epsilon", "enter"], E, "list", "", "5 of 5"),
    ": to what is not there": (
        ["colon", *"omega", "enter"],
        A,
        "list",
        "",
        "no event has 'omega' in its id or title",
    ),
    ": to one of several": (["colon", *"be", "enter", "down", "enter"], B, "list", "", "2 of 5"),
    ": lists several": (["colon", *"be", "enter"], A, "list", "", "Events with be  (Enter chooses"),
    ": left": (["colon", *"1994", "escape"], A, "list", "", "1 of 5"),
    "c": (["c", "down", "enter"], B, "list", "", "2 of 5"),
    "c shows the tree": (["c"], A, "list", "", "└── +~3 mo  May 1990  Beta follows"),
    "c left": (["c", "down", "escape"], A, "list", "", "1 of 5"),
    "t": (["t", "down", "enter"], C, "list", "", "3 of 5"),
    "T": (["T"], A, "list", "", "no event began or ended on"),
    "L to an actor": (["L", "enter"], A, "list", "actor:ann", "3 of 5 events"),
    "L to an event": (["L", *["down"] * 3, "enter"], B, "list", "", "2 of 5"),
    "L shows what the card leads to": (["L"], A, "list", "", "event   Beta follows"),
    "backspace": (["colon", *"1994", "enter", "backspace"], A, "list", "", "1 of 5"),
    "u": (["c", "down", "enter", "u"], A, "list", "", "1 of 5"),
    "u with nowhere to go": (["u"], A, "list", "", "nowhere to go back to"),
    "m and '": (["m", "x", "end", "apostrophe", "x"], A, "list", "", "1 of 5"),
    "m asks": (["m"], A, "list", "", "mark as: a letter or digit"),
    "' without a mark": (["apostrophe", "q"], A, "list", "", "no event is marked as q"),
    "tab": (["tab"], A, "axis", "", "1 of 5"),
    "shift+tab": (["shift+tab"], A, "facets", "", "Actors"),
    "enter": (["enter"], A, "card", "", "Sources"),
    "enter in facets": (["f", "enter"], A, "facets", "actor:ann", "3 of 5 events"),
    "enter twice in facets": (["f", "enter", "enter"], A, "facets", "", "5 events"),
    "enter in the card": (["enter", "enter"], A, "list", "", "1 of 5"),
    "escape": (["f", "escape"], A, "list", "", "1 of 5"),
    "f": (["f"], A, "facets", "", "Bob Ray"),
    "f again": (["f", "f"], A, "facets", "", "#war"),
    "f to places": (["f", "f", "f"], A, "facets", "", "Rome"),
    "f to publishers": (["f", "f", "f", "f"], A, "facets", "", "Press"),
    "f to years": (
        ["f", "f", "f", "f", "f", "down", "enter"],
        C,
        "facets",
        "1994",
        "2 of 5 events",
    ),
    "a": (["a"], A, "axis", "", "1 of 5"),
    "= on a publisher": (
        ["f", "f", "f", "f", "equals_sign"],
        A,
        "facets",
        "source:=Press",
        "1 of 5 events",
    ),
    "-": (["f", "minus"], C, "facets", "not:actor:ann", "2 of 5 events"),
    "+": (["plus"], A, "list", "", "Jul 1988    1989"),
    "=": (["equals_sign"], A, "list", "", "Jul 1988    1989"),
    "- zooms out": (["plus", "minus"], A, "list", "", "1998  Jul   1999  Jul"),
    "_": (["plus", "underscore"], A, "list", "", "1998  Jul   1999  Jul"),
    "0": (["plus", "plus", "plus", "0"], A, "list", "", "1998  Jul   1999  Jul"),
    ">": (["j", "j", "plus", "greater_than_sign"], C, "list", "", "Jul 1993    1994"),
    "right": (["j", "j", "plus", "right"], C, "list", "", "Jul 1993    1994"),
    "l": (["j", "j", "plus", "l"], C, "list", "", "Jul 1993    1994"),
    "<": (["j", "j", "plus", "l", "less_than_sign"], C, "list", "", "Jul 1992    1993"),
    "left": (["j", "j", "plus", "l", "left"], C, "list", "", "Jul 1992    1993"),
    "h": (["j", "j", "plus", "l", "h"], C, "list", "", "Jul 1992    1993"),
    "/": (["slash", *"tag:war"], A, "list", "tag:war", "2 of 5 events"),
    "/ and Tab": (["slash", *"ta", "tab"], None, "list", "ta", "tag:peace  tag:war"),
    "/ and Tab twice": (
        ["slash", *"tag:", "tab", "tab"],
        A,
        "list",
        "tag:war",
        "1 of 2",
    ),
    "/ and Tab past the last": (
        ["slash", *"tag:", "tab", "tab", "tab"],
        B,
        "list",
        "tag:peace",
        "1 of 2",
    ),
    "/ and Shift-Tab": (["slash", *"tag:", "shift+tab"], A, "list", "tag:war", "1 of 2"),
    "/ and advice": (["slash", *"tag:xyz"], None, "list", "tag", "and press Tab for a list"),
    "/ and an error": (["slash", *"tag:was"], None, "list", "tag", "^^^ no tag is called 'was'"),
    "/ finds nothing": (["slash", *"omega"], None, "list", "omega", "no events match omega"),
    "x": (["slash", *"tag:war", "enter", "x"], A, "list", "", "5 events"),
    "W": (
        ["slash", *"tag:war", "enter", "W", *"fights", "enter"],
        A,
        "list",
        "tag:war",
        "saved as ?fights",
    ),
    "W without a question": (["W"], A, "list", "", "there is no question to save"),
    "W left": (["slash", *"tag:war", "enter", "W", "escape"], A, "list", "tag:war", "1 of 2"),
    "A": (["A"], A, "list", "", "copied https://example.org/a"),
    "A without an address": (["j", "A"], B, "list", "", "no source has an address"),
    "y": (["y"], A, "list", "", "copied the event as Markdown"),
    "Y": (["Y"], A, "list", "", "copied the sources"),
    "Y without sources": (["j", "Y"], B, "list", "", "the event has no sources"),
    "?": (["question_mark"], A, "list", "", "Go to the end of the longest gap"),
    "f1": (["f1"], A, "list", "", "Go to the end of the longest gap"),
    "? and another key": (["question_mark", "x"], A, "list", "", "Keys  (Esc goes back)"),
    "? left": (["question_mark", "escape"], A, "list", "", "1 of 5"),
    "ctrl+p": (["ctrl+p", *"longest", "space", *"gap", "enter"], E, "list", "", "5 of 5"),
    "ctrl+p left": (["ctrl+p", "escape"], A, "list", "", "1 of 5"),
    "r": (["r"], A, "list", "", "1 of 5"),
    "ctrl+l": (["ctrl+l"], A, "list", "", "1 of 5"),
    "a key that does nothing": (["Z"], A, "list", "", "1 of 5"),
}


# The keys while one types a question.
TYPED = {
    "enter": (["slash", *"tag:war", "enter"], A, "list", "tag:war", "1 of 2"),
    "escape": (["slash", *"tag:war", "escape"], A, "list", "", "1 of 5"),
    "tab": (["slash", *"tag:w", "tab"], A, "list", "tag:war ", "1 of 2"),
    "shift+tab": (["slash", *"tag:", "shift+tab"], A, "list", "tag:war", "1 of 2"),
    "up": (["slash", *"tag:war", "enter", "x", "slash", "up"], A, "list", "tag:war", "1 of 2"),
    "down": (
        ["slash", *"tag:war", "enter", "x", "slash", "up", "down"],
        *(A, "list", "", "1 of 5"),
    ),
}
CASES |= {f"/ and {name}": case for name, case in TYPED.items()}


@pytest.mark.parametrize(("keys", "title", "panel", "question", "shown"), CASES.values(), ids=CASES)
def test_a_key_does_what_the_help_says(
    open_text: OpenText,
    keys: list[str],
    title: str | None,
    panel: str,
    question: str,
    shown: str,
) -> None:
    driver = after(open_text(TEXT), keys)
    state = driver.state
    event = state.event
    assert (event.title if event else None, state.panel, state.question) == (
        title,
        Panel(panel),
        question,
    )
    assert shown in "\n".join(driver.shown)


IN_A_TERMINAL = {"o", "e", "n", "w", "d", "ctrl+z", "q", "ctrl+c"}
"""The keys that run commands or end the screen, which are pressed in a real terminal."""


def test_every_key_of_the_table_is_pressed_here_or_in_a_terminal() -> None:
    pressed = {name.split(" ")[0] for name in CASES} | {"(", ")", ":", "'"}
    assert {one for key in KEYS for one in key.keys} - pressed == IN_A_TERMINAL
    assert {one for key in TYPING for one in key.keys} == TYPED.keys()


# The keys to go somewhere, and the footer there on a screen of 60 columns.
FOOTERS = {
    "the list": ([], "? help  / question  Enter card  f facets  q quit  s gap"),
    "the card": (["enter"], "Esc list  L links  o source  y copy  ? help  Y cite  c chain"),
    "the axis": (["a"], "+ zoom in  - out  < earlier  > later  ? help  0 whole"),
    "the facets": (["f"], "Enter narrow  - exclude  = only  Esc list  f next  ? help"),
    "the question": (["slash"], "Enter done  Esc cancel  Tab complete  Up earlier  Down later"),
}


@pytest.mark.parametrize(("keys", "footer"), FOOTERS.values(), ids=FOOTERS)
def test_the_footer_has_the_keys_that_matter_there(
    open_text: OpenText, keys: list[str], footer: str
) -> None:
    assert after(open_text(TEXT), keys, size=(60, 20)).shown[-1] == footer


@pytest.mark.parametrize("panel", Panel)
def test_the_footer_has_keys_that_work_there_and_have_a_label(panel: Panel) -> None:
    there = {(written(key.keys[0]), key.label) for key in keys_of(panel) if key.label}
    assert set(footer(panel)) <= there


def test_the_palette_has_only_the_keys_that_work_there(open_text: OpenText) -> None:
    shown = after(open_text(TEXT), ["f", "ctrl+p", *"out"]).shown
    assert [line.split() for line in shown if "Zoom out" in line] == [["_", "Zoom", "out"]]


@pytest.mark.parametrize("keys", [["question_mark"], ["ctrl+p"]], ids=["help", "palette"])
@pytest.mark.parametrize("width", [40, 60, 140])
def test_what_keys_do_is_shown_whole(open_text: OpenText, keys: list[str], width: int) -> None:
    shown = " ".join(" ".join(after(open_text(TEXT), keys, size=(width, 160)).shown).split())
    groups = [*GROUPS.values()] if keys == ["question_mark"] else [keys_of(Panel.LIST)]
    assert [key.about for group in groups for key in group if key.about not in shown] == []
