"""The event that `timeline add` adds: from options, or by asking for it."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

import typer

from timeline.cli.editing.changing import ValueProblem, checked_text, known_name, source_at
from timeline.cli.terminal import note
from timeline.dates import EventDate, edtf_readings, only_reading
from timeline.errors import DateError, TimelineError
from timeline.model import Event
from timeline.text import fold, visible

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_MOST_WORDS = 6
"""The number of words at the start of a text that can be its date."""

_ALIKE = 0.9
"""How much of two titles must be the same for their events to be alike."""


class Draft(NamedTuple):
    """An event as it was typed."""

    date: str = ""
    title: str = ""
    summary: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    id: str = ""

    def with_words(self, text: str) -> "Draft":
        """Return the draft with a text whose first words are the date, and the others the title.

        A date or title that is there remains. Raises ValueProblem if the text has no date.
        """
        if not text.strip():
            return self
        if self.date:
            return self._replace(title=self.title or text)
        words = text.split()
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            readings = _readings(" ".join(words[:count]).rstrip(":,"))
            if len(readings) == 1:
                rest = " ".join(words[count:]).lstrip("-\u2013: ")
                return self._replace(date=readings[0], title=self.title or rest)
            if readings:
                raise ValueProblem(
                    f"'{visible(' '.join(words[:count]))}' can be read in more than one way: write "
                    f"{' or '.join(readings)}"
                )
        raise ValueProblem(
            f"'{visible(text)}' does not begin with a date: write it first, as in 2014-03-18, or "
            "add --date"
        )


def _readings(text: str) -> list[str]:
    """Return the dates that a text can mean, as EDTF."""
    try:
        return [only_reading(text)]
    except DateError:
        return edtf_readings(text) if " " in text or "/" in text else []


def finished(timeline: "Timeline", draft: Draft) -> Event:
    """Return the event of a draft, with an empty id if it has none. Raises TimelineError."""
    return Event(
        checked_text("id", draft.id),
        EventDate.parse(only_reading(draft.date)),
        checked_text("title", draft.title),
        checked_text("summary", draft.summary),
        tuple(dict.fromkeys(known_name(timeline, "actor", one) for one in _named(draft.actors))),
        tuple(dict.fromkeys(checked_text("place", one) for one in _named(draft.places))),
        tuple(dict.fromkeys(known_name(timeline, "tag", one) for one in _named(draft.tags))),
        tuple(dict.fromkeys(timeline.event(one).id for one in _named(draft.follows))),
        tuple(dict.fromkeys(map(source_at, _named(draft.sources)))),
    )


def _named(texts: tuple[str, ...]) -> list[str]:
    """Return the texts that are not empty."""
    return [text for text in texts if text.strip()]


def event_like(timeline: "Timeline", event: Event) -> Event | None:
    """Return an event with a similar title whose date overlaps, None if there is none."""
    first, last = event.date.earliest, event.date.latest
    if first is None and last is None:
        return None
    period = f"year:{'' if first is None else first}..{'' if last is None else last}"
    alike = (one for one in timeline.select(period) if _are_alike(one.title, event.title))
    return next(alike, None)


def _are_alike(one: str, other: str) -> bool:
    """Return whether two titles are nearly the same, or one has all words of the other."""
    one, other = fold(one), fold(other)
    fewer, more = sorted((set(one.split()), set(other.split())), key=len)
    is_within = len(fewer) > 1 and fewer <= more
    matcher = SequenceMatcher(None, one, other)
    # The first two are upper bounds of the third, and much faster.
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return is_within or all(ratio() >= _ALIKE for ratio in ratios)


def asked_on_terminal(timeline: "Timeline", draft: Draft) -> Draft:
    """Ask for the parts of an event that are missing, and return the draft with them.

    An empty answer leaves out a part that an event need not have. Ctrl-C ends the program.
    """
    date = draft.date
    while not date:
        date = _valid_date(_answer("Date"))
    title = draft.title
    while not title:
        title = _answer("Title").strip()
    return draft._replace(
        date=date,
        title=title,
        summary=draft.summary or _answer("Summary"),
        actors=draft.actors or _names("Actors", list(timeline.actors)),
        places=draft.places or _names("Places", timeline.index.names("place")),
        tags=draft.tags or _names("Tags", list(timeline.tags)),
        sources=draft.sources or tuple(filter(None, [_answer("Source").strip()])),
    )


def _valid_date(text: str) -> str:
    """Return a date as EDTF, or an empty text after saying what is wrong with it."""
    try:
        date = EventDate.parse(only_reading(text))
    except TimelineError as error:
        note(f"  {error}")
        return ""
    note(f"  {date.text} is {date.describe()}")
    return date.text


def _names(label: str, known: list[str]) -> tuple[str, ...]:
    text = _answer(f"{label} (separated by commas)", known)
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _answer(question: str, known: list[str] | None = None) -> str:
    """Ask on standard error; Tab completes the names that are known."""
    _with_completion(known or [])
    typer.echo(f"{question}: ", nl=False, err=True)
    try:
        return input()
    except EOFError:
        raise ValueProblem("the input ended, and nothing was added") from None


def agreed(question: str) -> bool:
    """Ask a question on standard error; return whether the answer is yes."""
    return _answer(question).strip().casefold() in ("y", "yes")


def _with_completion(names: list[str]) -> None:
    """Let Tab complete names in the answer to the next question, where readline is there."""
    try:
        import readline
    except ImportError:
        return

    def complete(text: str, state: int) -> str | None:
        found = [name for name in names if name.startswith(text.lstrip())]
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(",")
    readline.parse_and_bind("tab: complete")
