"""The checks that need all events: unknown names, repeated ids and events, cycles."""

from collections.abc import Sequence

from timeline.dates import EventDate
from timeline.errors import MOST_PROBLEMS, Problem, Severity
from timeline.index import TITLE, Index
from timeline.index.building.checking.cycles import in_short
from timeline.index.building.checking.membership_cycles import membership_cycles
from timeline.readers import Place, Refused
from timeline.text import LONGEST_COMPARED, closest, fold, listed, visible

_SHORTEST_WORD = 3
_MOST_MEANT = 5
_MOST_COMPARED = 200_000
_MOST_SEARCHED = 500
"""The maximum number of comparisons, over the whole run, to suggest names for misspelt ones."""


def check(
    index: Index,
    names: Sequence[str],
    problems: Sequence[list[Problem]],
    refused: list[tuple[int, Refused]],
) -> None:
    """Check a filled index, and add what is wrong to the problems of each file.

    `names` are the names of the files. `refused` are the parts that are not in the index because
    of an error, each with the number of its file.
    """
    _Checks(index, names, problems, refused).run()


class _Checks:
    """The checks that need all events in the index.

    A missing name or event is not reported if it might be in a part that was refused.
    """

    def __init__(
        self,
        index: Index,
        names: Sequence[str],
        problems: Sequence[list[Problem]],
        refused: list[tuple[int, Refused]],
    ) -> None:
        self._index = index
        self._names = names
        self._problems = problems
        self._refused = refused
        self._refused_ids = {one.id for _, one in refused}
        self._hidden = {one.part for _, one in refused if not one.id}
        self._advised: dict[tuple[str, str], str] = {}
        self._compared = 0
        self._searched = 0

    def run(self) -> None:
        self._repeated_ids()
        self._repeated_refused_ids()
        self._repeated_events()
        self._unlisted("actor")
        self._unlisted("tag")
        self._unlisted_organisations()
        self._membership_cycles()
        self._saved_questions()
        self._follows_nothing()
        self._follows_later()

    def _add(
        self, file: int, severity: Severity, at: tuple[int, int, int], message: str, rule: str = ""
    ) -> None:
        problems = self._problems[file]
        if len(problems) < MOST_PROBLEMS:
            line, column, width = at
            problem = Problem(self._names[file], line, column, severity, message, width)
            problems.append(problem._replace(rule=rule))
        elif len(problems) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS:,} problems: the rest are not shown"
            problems.append(Problem(self._names[file], 0, 0, severity, message))

    def _warn(
        self, file: int, line: int, column: int, name: str, message: str, rule: str = ""
    ) -> None:
        self._add(file, Severity.WARNING, (line, column, max(1, len(name))), message, rule)

    def _saved_questions(self) -> None:
        from timeline.index.building.checking.questions import check_questions

        for file, at, message in check_questions(self._index):
            self._add(file, Severity.ERROR, at, message)

    def _may_be_hidden(self, part: str) -> bool:
        return part in self._hidden or "" in self._hidden

    def _repeated_ids(self) -> None:
        rows = self._index.rows(
            "SELECT e.id, e.file, e.line, e.column, e.width, f.file, f.line FROM event e "
            "JOIN event f ON f.id = e.id AND f.id_given AND f.number = "
            "(SELECT min(number) FROM event WHERE id = e.id AND id_given) "
            "WHERE e.id_given AND e.number > f.number"
        )
        refused = {one.id for _, one in self._refused if one.at}
        for name, file, line, column, width, *first in rows:
            if name not in refused:
                self._repeated_id(name, file, Place(line, column, width), *first)

    def _repeated_refused_ids(self) -> None:
        """Find repeated ids where one of the events was refused because of another error."""
        uses: dict[str, list[tuple[int, Place]]] = {}
        for file, one in self._refused:
            if one.at:
                uses.setdefault(one.id, []).append((file, one.at))
        for name, places in uses.items():
            places += [
                (file, Place(*at))
                for file, *at in self._index.rows(
                    "SELECT file, line, column, width FROM event WHERE id = ? AND id_given", name
                )
            ]
            (first_file, first), *others = sorted(places)
            for file, at in others:
                self._repeated_id(name, file, at, first_file, first.line)

    def _repeated_id(
        self, name: str, file: int, at: Place, first_file: int, first_line: int
    ) -> None:
        where = self._where(file, first_file, first_line)
        message = f"id '{visible(name)}' is used twice, first on {where}: choose another"
        self._add(file, Severity.ERROR, at, message)

    def _repeated_events(self) -> None:
        """Warn about each event that has the same title and date as an earlier one."""
        groups = self._index.rows(
            "SELECT group_concat(number) FROM event GROUP BY date, title_digest HAVING count(*) > 1"
        )
        for (numbers,) in list(groups):
            first_of: dict[str, tuple[int, int]] = {}
            ids = set[str]()
            for number in sorted(map(int, numbers.split(","))):
                ((name, is_given, file, line, column, width, title, exempt),) = self._index.rows(
                    f"SELECT id, id_given, file, line, column, width, {TITLE}, "
                    f"{_exempt('duplicate-event')} FROM event e WHERE number = ?",
                    number,
                )
                # A given id that is repeated is reported as an error already.
                if title in first_of and not exempt and not (is_given and name in ids):
                    where = self._where(file, *first_of[title])
                    message = (
                        f"the event on {where} has the same date and title: delete one of the two"
                    )
                    place = (line, column, width)
                    self._add(file, Severity.WARNING, place, message, "duplicate-event")
                first_of.setdefault(title, (file, line))
                ids.add(name)

    def _where(self, file: int, other_file: int, other_line: int) -> str:
        where = f"line {other_line}"
        return where if other_file == file else f"{where} of {visible(self._names[other_file])}"

    def _unlisted(self, kind: str) -> None:
        if not self._index.has_registry(kind) or self._may_be_hidden(f"{kind}s"):
            return
        # With min(), SQLite takes the other columns from the row of the minimum.
        rows = self._index.rows(
            f"SELECT m.name, m.file, m.line, m.column, count(*), min((m.line << 24) + m.column) "
            f"FROM mention m JOIN {kind} k ON k.id = m.name AND NOT k.listed WHERE m.kind = ? "
            "GROUP BY m.file, m.name",
            kind,
        )
        for name, file, line, column, count, _ in rows:
            self._warn(file, line, column, name, self._unlisted_message(kind, name, count))

    def _unlisted_organisations(self) -> None:
        if not self._index.has_registry("actor") or self._may_be_hidden("actors"):
            return
        rows = self._index.rows(
            "SELECT m.organisation, m.file, m.line, m.column FROM member_of m "
            "JOIN actor a ON a.id = m.organisation AND NOT a.listed"
        )
        for name, file, line, column in rows:
            self._warn(file, line, column, name, self._unlisted_message("actor", name))

    def _unlisted_message(self, kind: str, name: str, events: int = 1) -> str:
        if (kind, name) not in self._advised:
            self._advised[kind, name] = self._unlisted_advice(kind, name)
        advice = self._advised[kind, name]
        where = f" in {events:,} events" if events > 1 else ""
        key = f"the top-level key '{kind}s'"
        return f"{kind} '{visible(name)}'{where} is not listed under {key}: {advice}"

    def _unlisted_advice(self, kind: str, name: str) -> str:
        rows = self._index.rows(
            f"SELECT s.name FROM spelling s JOIN {kind} k ON k.id = s.name AND k.listed "
            "WHERE s.kind = ? AND s.folded = ? ORDER BY s.name",
            kind,
            fold(name),
        )
        # A name that only one entry has was already replaced by its id, so there are several here.
        several = [visible(row[0]) for row in rows] or self._with_word(kind, name)
        if several:
            return f"it could mean {listed(several)}: write the id"
        near = self._near(name, f"SELECT id FROM {kind} WHERE listed AND id != ? LIMIT 5000", name)
        if near:
            return f"did you mean '{visible(near)}'?"
        return "write several as a list, [one, two]" if "," in name else "add it there"

    def _with_word(self, kind: str, name: str) -> list[str]:
        """Return the listed ids with a spelling that contains these words, if they are few."""
        self._searched += 1
        words = fold(name)
        if not _SHORTEST_WORD <= len(words) <= LONGEST_COMPARED or self._searched > _MOST_SEARCHED:
            return []
        rows = self._index.rows(
            f"SELECT DISTINCT s.name FROM spelling s JOIN {kind} k ON k.id = s.name AND k.listed "
            "WHERE s.kind = ? AND ' ' || s.folded || ' ' LIKE ? ORDER BY 1 LIMIT ?",
            kind,
            f"% {words} %",
            _MOST_MEANT + 1,
        )
        found = [visible(row[0]) for row in rows]
        return found if len(found) <= _MOST_MEANT else []

    def _near(self, name: str, candidates: str, *values: str) -> str | None:
        """Return the most similar name among those that the SQL selects, or None."""
        if self._compared > _MOST_COMPARED:
            return None
        names = [row[0] for row in self._index.rows(candidates, *values)]
        # Finding the candidates takes time too.
        self._compared += len(names) + 100
        return next(iter(closest(name, names, 1)), None)

    def _membership_cycles(self) -> None:
        """Warn once about each cycle of memberships that may hold on one day, where it closes."""
        for names, file, at in membership_cycles(self._index):
            message = f"member_of forms a cycle: {' > '.join(map(visible, in_short(names)))}"
            self._add(file, Severity.WARNING, at, message, "member-of-circle")

    def _follows_nothing(self) -> None:
        if self._may_be_hidden("events"):
            return
        rows = self._index.rows(
            "SELECT r.target, e.file, r.line, r.column FROM event_follows r "
            "JOIN event e ON e.number = r.event "
            "WHERE NOT EXISTS (SELECT 1 FROM event t WHERE t.id = r.target) "
            "ORDER BY e.file, r.line, r.column"
        )
        for target, file, line, column in rows:
            if target in self._refused_ids:
                continue
            if ("event", target) not in self._advised:
                near = self._near(
                    target, "SELECT id FROM event WHERE id LIKE ? LIMIT 5000", f"{target[:1]}%"
                )
                self._advised["event", target] = (
                    f": did you mean '{visible(near)}'?" if near else ""
                )
            advice = self._advised["event", target]
            message = f"follows refers to '{visible(target)}', but no event has this id{advice}"
            self._warn(file, line, column, target, message)

    def _follows_later(self) -> None:
        rows = self._index.rows(
            "SELECT r.target, t.date, e.id, e.date, e.file, r.line, r.column FROM event_follows r "
            "JOIN event e ON e.number = r.event JOIN event t ON t.id = r.target "
            "WHERE (t.earliest > e.latest OR t.number = e.number) "
            f"AND NOT {_exempt('effect-before-cause')}"
        )
        for target, later, own, date, file, line, column in rows:
            if target in self._refused_ids:
                continue
            message = (
                "an event cannot follow itself"
                if target == own
                else f"follows refers to a later event: '{visible(target)}' is dated "
                f"{EventDate.parse(later).describe()}, this event "
                f"{EventDate.parse(date).describe()}"
            )
            self._warn(file, line, column, target, message, "effect-before-cause")


def _exempt(rule: str) -> str:
    """Return SQL for whether the event `e` ignores a rule."""
    rules = f"x.rule IN ('{rule}', 'all')"
    return f"EXISTS (SELECT 1 FROM exemption x WHERE x.event = e.number AND {rules})"
