"""Filling an index with what readers yield, and the checks that need the whole of it."""

from collections.abc import Iterable

import msgspec

from timeline.characters import visible
from timeline.dates import EventDate
from timeline.errors import Problem, Severity
from timeline.grouping import grain
from timeline.index import NO_END, NO_START, Index
from timeline.model import Actor, Event, Tag, from_json, to_json
from timeline.readers import Entry, Heading, Item, ListedActor, ListedTag, Place, Registry
from timeline.spelling import closest, fold

_encode = msgspec.json.encode


def fill(index: Index, files: Iterable[tuple[str, Iterable[Item], list[Problem]]]) -> None:
    """Put the items of several files into an empty index, and check them together.

    Each file is its name, its items, and the list that its problems are added to.
    """
    problems: list[list[Problem]] = []
    names: list[str] = []
    index.connection.execute("BEGIN")
    writer = _Writer(index)
    for number, (name, items, file_problems) in enumerate(files):
        names.append(name)
        problems.append(file_problems)
        for item in items:
            writer.add(number, name, item, file_problems)
    writer.finish()
    index.connection.execute("COMMIT")
    index.make_keys()
    _Checks(index, names, problems).run()
    _name_events(index)


class _Writer:
    """Puts one item after the other into an index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._execute = index.connection.execute
        self._executemany = index.connection.executemany
        self._number = 0

    def add(self, file: int, name: str, item: Item, problems: list[Problem]) -> None:
        match item:
            case Entry():
                self._add_event(file, item)
            case ListedActor(actor, at, places):
                self._add_listed("actor", actor, name, at, problems)
                rows = [
                    (one, actor.id, file, *place[:2])
                    for one, place in zip(actor.member_of, places, strict=True)
                ]
                self._executemany("INSERT OR IGNORE INTO member_of VALUES (?, ?, ?, ?, ?)", rows)
            case ListedTag(tag, at):
                self._add_listed("tag", tag, name, at, problems)
            case Heading(key, text):
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, ?)", (key, text))
            case Registry(key):
                self._execute("INSERT OR IGNORE INTO heading VALUES (?, '')", (f"{key} listed",))

    def _add_event(self, file: int, entry: Entry) -> None:
        event, at = entry.event, entry.at
        self._number += 1
        number = self._number
        date = event.date
        first, last, begins_by = date.earliest, date.latest, date.begins_by
        self._execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                event.id,
                entry.id_given,
                date.text,
                NO_START if first is None else first.ordinal,
                NO_END if last is None else last.ordinal,
                date.time_of_day,
                NO_START if begins_by is None else begins_by.ordinal,
                None if first is None else first.year,
                None if first is None else first.month,
                grain(date),
                to_json(event),
                file,
                *at,
            ),
        )
        self._execute(
            "INSERT INTO search (rowid, title, summary) VALUES (?, ?, ?)",
            (number, event.title, event.summary),
        )
        for table, names, places in (
            ("actor", event.actors, entry.actors_at),
            ("tag", event.tags, entry.tags_at),
            ("follows", event.follows, entry.follows_at),
        ):
            if names:
                self._executemany(
                    f"INSERT INTO event_{table} VALUES (?, ?, ?, ?)",
                    [(name, number, at[0], at[1]) for name, at in zip(names, places, strict=True)],
                )
        if event.places:
            self._executemany(
                "INSERT INTO event_place VALUES (?, ?)", [(place, number) for place in event.places]
            )
        if event.sources:
            self._executemany(
                "INSERT OR IGNORE INTO event_source VALUES (?, ?)",
                [(source.publisher, number) for source in event.sources if source.publisher],
            )

    def _add_listed(
        self, table: str, listed: Actor | Tag, name: str, at: Place, problems: list[Problem]
    ) -> None:
        document = _encode(listed)
        before = self._index.value(f"SELECT document FROM {table} WHERE id = ?", listed.id)
        if before is not None and before != document:
            message = f"{table} '{visible(listed.id)}' is described otherwise in another file"
            problems.append(
                Problem(name, at.line, at.column, Severity.WARNING, f"{message}: that one is used")
            )
        self._execute(f"INSERT OR IGNORE INTO {table} VALUES (?, 1, ?)", (listed.id, document))

    def finish(self) -> None:
        """Add the actors and tags that are in no registry, and how each name can be spelt."""
        index = self._index
        for (name,) in list(
            index.rows(
                "SELECT actor FROM event_actor UNION SELECT organisation FROM member_of "
                "EXCEPT SELECT id FROM actor"
            )
        ):
            self._execute("INSERT INTO actor VALUES (?, 0, ?)", (name, _encode(Actor(name, name))))
        for (name,) in list(index.rows("SELECT tag FROM event_tag EXCEPT SELECT id FROM tag")):
            self._execute("INSERT INTO tag VALUES (?, 0, ?)", (name, _encode(Tag(name))))
        for actor in index.actors().values():
            spellings = {fold(text) for text in (actor.id, actor.name, *actor.aliases)}
            self._executemany(
                "INSERT INTO spelling VALUES ('actor', ?, ?)",
                [(spelling, actor.id) for spelling in sorted(spellings)],
            )
        index.connection.execute("INSERT INTO spelling SELECT 'tag', fold(id), id FROM tag")
        for kind, table in (("place", "event_place"), ("publisher", "event_source")):
            index.connection.execute(
                "INSERT INTO spelling SELECT ?, fold(name), name "
                f"FROM (SELECT DISTINCT {kind} AS name FROM {table})",
                (kind,),
            )


class _Checks:
    """What can only be seen when every event is in the index."""

    def __init__(self, index: Index, names: list[str], problems: list[list[Problem]]) -> None:
        self._index = index
        self._names = names
        self._problems = problems

    def run(self) -> None:
        self._repeated_ids()
        self._unlisted("actor")
        self._unlisted("tag")
        self._unlisted_organisations()
        self._circles()
        self._follows_nothing()
        self._follows_later()

    def _add(self, file: int, severity: Severity, at: tuple[int, int, int], message: str) -> None:
        line, column, width = at
        self._problems[file].append(
            Problem(self._names[file], line, column, severity, message, width)
        )

    def _warn(self, file: int, line: int, column: int, name: str, message: str) -> None:
        self._add(file, Severity.WARNING, (line, column, max(1, len(name))), message)

    def _repeated_ids(self) -> None:
        rows = self._index.rows(
            "SELECT e.id, e.file, e.line, e.column, e.width, f.file, f.line FROM event e "
            "JOIN event f ON f.id = e.id AND f.id_given AND f.number = "
            "(SELECT min(number) FROM event WHERE id = e.id AND id_given) "
            "WHERE e.id_given AND e.number > f.number"
        )
        for name, file, line, column, width, first_file, first_line in rows:
            where = f"line {first_line}"
            if first_file != file:
                where += f" of {visible(self._names[first_file])}"
            self._add(
                file,
                Severity.ERROR,
                (line, column, width),
                f"id '{visible(name)}' is used twice, first in {where}: choose another",
            )

    def _unlisted(self, kind: str) -> None:
        if not self._has_registry(kind):
            return
        rows = self._index.rows(
            f"SELECT r.{kind}, e.file, r.line, r.column FROM event_{kind} r "
            f"JOIN {kind} k ON k.id = r.{kind} AND NOT k.listed JOIN event e ON e.number = r.event"
        )
        for name, file, line, column in rows:
            self._warn(file, line, column, name, self._unlisted_message(kind, name))

    def _unlisted_organisations(self) -> None:
        if not self._has_registry("actor"):
            return
        rows = self._index.rows(
            "SELECT m.organisation, m.file, m.line, m.column FROM member_of m "
            "JOIN actor a ON a.id = m.organisation AND NOT a.listed"
        )
        for name, file, line, column in rows:
            self._warn(file, line, column, name, self._unlisted_message("actor", name))

    def _has_registry(self, kind: str) -> bool:
        key = f"{kind}s listed"
        return bool(self._index.value("SELECT 1 FROM heading WHERE key = ?", key))

    def _unlisted_message(self, kind: str, name: str) -> str:
        same = self._index.value(
            f"SELECT s.name FROM spelling s JOIN {kind} k ON k.id = s.name AND k.listed "
            "WHERE s.kind = ? AND s.folded = ?",
            kind,
            fold(name),
        )
        near = [same] if same else self._near(kind, name)
        advice = f"did you mean '{visible(near[0])}'?" if near else "add it there"
        return f"{kind} '{visible(name)}' is not among the {kind}s of the registry: {advice}"

    def _near(self, kind: str, name: str) -> list[str]:
        listed = self._index.rows(f"SELECT id FROM {kind} WHERE listed LIMIT 5000")
        return closest(name, (row[0] for row in listed), 1)

    def _circles(self) -> None:
        """Warn of each circle of `member_of` once, where it is first entered."""
        rows = list(
            self._index.rows(
                "SELECT actor, organisation, file, line, column FROM member_of "
                "ORDER BY file, line, column"
            )
        )
        edges: dict[str, list[str]] = {}
        places = {}
        for actor, organisation, file, line, column in rows:
            edges.setdefault(actor, []).append(organisation)
            places[actor, organisation] = (file, line, column)
        done: set[str] = set()
        for start in edges:
            path: list[str] = []
            on_path: set[str] = set()
            stack = [(start, iter(edges.get(start, ())))] if start not in done else []
            while stack:
                actor, rest = stack[-1]
                if actor not in on_path:
                    path.append(actor)
                    on_path.add(actor)
                following = next(rest, None)
                if following is None:
                    stack.pop()
                    on_path.discard(path.pop())
                    done.add(actor)
                elif following in on_path:
                    circle = [*path[path.index(following) :], following]
                    message = f"member_of goes in a circle: {' > '.join(map(visible, circle))}"
                    self._warn(*places[actor, following], following, message)
                elif following not in done:
                    stack.append((following, iter(edges.get(following, ()))))

    def _follows_nothing(self) -> None:
        rows = self._index.rows(
            "SELECT r.target, e.file, r.line, r.column FROM event_follows r "
            "JOIN event e ON e.number = r.event "
            "WHERE NOT EXISTS (SELECT 1 FROM event t WHERE t.id = r.target)"
        )
        for target, file, line, column in rows:
            ids = self._index.rows(
                "SELECT id FROM event WHERE id LIKE ? LIMIT 5000", f"{target[:1]}%"
            )
            near = closest(target, (row[0] for row in ids), 1)
            advice = f": did you mean '{visible(near[0])}'?" if near else ""
            message = f"follows names no event: there is no id '{visible(target)}'{advice}"
            self._warn(file, line, column, target, message)

    def _follows_later(self) -> None:
        rows = self._index.rows(
            "SELECT r.target, t.date, e.id, e.date, e.file, r.line, r.column FROM event_follows r "
            "JOIN event e ON e.number = r.event JOIN event t ON t.id = r.target "
            "WHERE t.earliest > e.latest OR t.number = e.number"
        )
        for target, later, own, date, file, line, column in rows:
            message = (
                "an event cannot follow itself"
                if target == own
                else f"follows names a later event: '{visible(target)}' is of "
                f"{EventDate.parse(later).describe()}, this one of "
                f"{EventDate.parse(date).describe()}"
            )
            self._warn(file, line, column, target, message)


def _name_events(index: Index) -> None:
    """Make the ids unique that were made from titles: by the date, then by a number."""
    repeated = list(
        index.rows(
            "SELECT e.number, e.id, e.date, e.document FROM event e "
            "WHERE NOT e.id_given AND EXISTS "
            "(SELECT 1 FROM event f WHERE f.id = e.id AND f.number != e.number "
            "AND (f.id_given OR f.number < e.number)) ORDER BY e.number"
        )
    )
    for number, made, date, document in repeated:
        dated = f"{made}-{date.replace('/', '-to-')}"
        candidate, count = dated, 1
        while index.value("SELECT 1 FROM event WHERE id = ?", candidate):
            count += 1
            candidate = f"{dated}-{count}"
        event: Event = msgspec.structs.replace(from_json(document), id=candidate)
        index.connection.execute(
            "UPDATE event SET id = ?, document = ? WHERE number = ?",
            (candidate, to_json(event), number),
        )
