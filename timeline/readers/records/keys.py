"""The keys of records, and the keys that other programs use for them."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.errors import Severity
from timeline.readers.records.values import Record, Text, place_of
from timeline.readers.report import Report
from timeline.text import closest, edits, fold, listed, visible

TOP_KEYS = ("title", "description", "check", "questions", "tags", "actors", "events")
START_KEYS = (
    "start",
    "begin",
    "from",
    "start date",
    "date start",
    "startdate",
    "start year",
    "begins",
)
END_KEYS = ("end", "until", "to", "end date", "date end", "enddate", "end year", "ends", "finish")
COMPUTED = ("earliest", "latest", "approximate", "uncertain")
"""The keys of an exported event that repeat what its date says."""

_REPORTED, _OF_REPORTED = "reported", {"date", "min_days", "max_days", "about"}
"""The key of an exported event that repeats when its sources are dated, and the keys in it."""

ABOUT_EXPORT = ("question", "count")
"""The keys of an exported JSON document that say what was asked and found."""

_FEWEST_LETTERS = 5
YEAR, MONTH, DAY = "year", "month", "day"


class Keys(NamedTuple):
    """The keys of one kind of record.

    `elsewhere` maps keys of other programs, folded with `fold`, to the keys used here.
    """

    kind: str
    known: tuple[str, ...]
    elsewhere: Mapping[str, str]

    def meant_by(self, key: str) -> str | None:
        """Return the known key that an unknown key stands for, None if that is unclear."""
        return self.called_elsewhere(key) or _closest(key, self.known)

    def called_elsewhere(self, key: str) -> str | None:
        """Return the key used here for a key of another program, None if there is none."""
        folded = fold(key)
        return self.elsewhere.get(folded) or next(
            (one for one in self.known if fold(one) == folded), None
        )

    def misspelt(self, key: str, present: Collection[str]) -> str | None:
        """Return the known key that an unknown key misspells, None if there may be another answer.

        They differ in case or punctuation, in a last `s`, or in one letter of five or more. The
        known key must not be `present` too, nor may the unknown one be a word for something else.
        """
        asked = fold(key)
        near = [one for one in self.known if _is_misspelt(asked, fold(one))]
        if len(near) != 1 or near[0] in present:
            return None
        return near[0] if self.elsewhere.get(asked, near[0]) == near[0] else None

    def settled(self, names: Iterable[str]) -> dict[str, str]:
        """Return the keys for which names of other programs stand, each with its name.

        The names are folded. A key is left out if several names stand for it.
        """
        meant: dict[str, list[str]] = {}
        for name in names:
            if key := self.elsewhere.get(name):
                meant.setdefault(key, []).append(name)
        return {key: found[0] for key, found in meant.items() if len(found) == 1}


def _is_misspelt(asked: str, known: str) -> bool:
    if asked == known or asked == f"{known}s" or f"{asked}s" == known:
        return True
    return len(asked) >= _FEWEST_LETTERS and edits(asked, known) == 1


@lru_cache
def _closest(key: str, known: tuple[str, ...]) -> str | None:
    return next(iter(closest(key, known, 1)), None)


def _each(**names: str) -> dict[str, str]:
    """Return a mapping from each name to the key that it stands for."""
    return {name.strip(): key for key, joined in names.items() for name in joined.split(",")}


EVENT_KEYS = Keys(
    "event",
    ("id", "date", "title", "summary", "actors", "places", "tags", "follows", "sources", "ignore"),
    dict.fromkeys((*START_KEYS, *END_KEYS, YEAR, MONTH, DAY), "date")
    | _each(
        id="slug, key, uid, identifier",
        date="when, time, datetime, timestamp, dates, day, year, period, range",
        title="event, name, headline, label, heading, subject, what, caption, topic",
        summary="description, desc, text, detail, details, body, content, note, notes, comment, "
        "abstract, info",
        actors="who, actor, people, person, persons, participants, by, characters, organisations, "
        "organizations",
        places="location, locations, place, where, city, country, venue, geo",
        tags="tag, category, categories, type, types, topics, keywords, group, labels, themes",
        follows="follow, after, cause, causes, because, previous, caused by, result of",
        sources="source, link, links, url, urls, href, reference, references, ref, refs, citation, "
        "citations, website, web, evidence",
    ),
)
SOURCE_KEYS = Keys(
    "source",
    ("title", "url", "publisher", "date", "archive"),
    _each(
        title="name, headline, label, text, citation",
        url="link, href, address, website, web, uri",
        publisher="site, outlet, journal, newspaper, author, by, publication",
        date="when, year, published, day, time",
        archive="archived, archive url, archived url, wayback, memento, snapshot",
    ),
)
ACTOR_KEYS = Keys(
    "actor",
    ("name", "kind", "role", "member_of", "aliases"),
    _each(
        name="title, label, full name",
        kind="type, category",
        role="description, position, job, office, summary, text",
        member_of="member, organisation, organization, group, party, affiliation, acts for, of",
        aliases="alias, aka, other names, also known as, names",
    ),
)
MEMBERSHIP_KEYS = Keys(
    "membership",
    ("id", "since", "until"),
    _each(
        id="actor, name, organisation, organization, member of, of, group, party, slug, key",
        since="start, begin, from, start date, startdate, begins, joined, date",
        until="end, to, end date, enddate, ends, finish, left",
    ),
)
ROLE_KEYS = Keys(
    "role",
    ("title", "since", "until"),
    _each(
        title="role, name, label, position, job, office, text, description",
        since="start, begin, from, start date, startdate, begins, date",
        until="end, to, end date, enddate, ends, finish",
    ),
)
TAG_KEYS = Keys(
    "tag",
    ("description", "color"),
    _each(description="name, title, label, summary, text, meaning", color="colour"),
)
CHRONOLOGY_KEYS = Keys("chronology", TOP_KEYS, {})
CHECK_KEYS = Keys("check", ("select", "ignore"), {})
ALL_KEYS = sorted(
    {*TOP_KEYS, *EVENT_KEYS.known, *SOURCE_KEYS.known, *ACTOR_KEYS.known, *TAG_KEYS.known}
)


def look_like_an_event(names: Iterable[str]) -> bool:
    """Return whether keys look like those of an event.

    They do if one is `date`, or if one stands for a date and another for a title or summary.
    """
    if "date" in names:
        return True
    meant = {EVENT_KEYS.called_elsewhere(name) for name in names}
    return "date" in meant and ("title" in meant or "summary" in meant)


def is_json(key: Text, record: Record) -> bool:
    """Return whether a key of a record is written as JSON writes it."""
    return record.bracketed and key.style == '"'


def is_computed(name: str, record: Record) -> bool:
    """Return whether a key repeats, in the JSON of an export, what other keys of an event say."""
    if not is_json(record.keys[name], record):
        return False
    if name != _REPORTED:
        return name in COMPUTED
    value = record.entries[name]
    if isinstance(value, Record):
        return value.keys.keys() <= _OF_REPORTED
    return value is not None and value.value == "null"


def warn_of_unknown_keys(report: Report, record: Record, keys: Keys) -> None:
    """Warn of each unknown key of a record."""
    for name in record.keys:
        if name not in keys.known:
            warn_of_unknown_key(report, name, record, keys)


def warn_of_unknown_top_key(report: Report, key: Text) -> None:
    """Warn of an unknown key at the top of a file."""
    near = _closest(key.value, TOP_KEYS)
    report.warning(
        place_of(key),
        f"unknown key '{visible(key.value)}' is ignored: "
        + (f"did you mean '{near}'?" if near else f"the known keys are {listed(TOP_KEYS, 'and')}"),
    )


def warn_of_unknown_key(report: Report, name: str, record: Record, keys: Keys) -> None:
    """Warn of an unknown key of a record, once in the whole file."""
    meant = keys.meant_by(name)
    if meant is None:
        advice = f"the known keys are {listed(keys.known, 'and')}"
    elif meant in record.keys:
        advice = f"use '{meant}'"
    else:
        advice = f"did you mean '{meant}'?"
    unknown = f"unknown key '{visible(name)}'"
    report.tally(
        Severity.WARNING,
        (keys.kind, name),
        place_of(record.keys[name]),
        f"{unknown} is ignored: {advice}",
        lambda count: f"{unknown} in {count:,} {keys.kind}s is ignored: {advice}",
    )
