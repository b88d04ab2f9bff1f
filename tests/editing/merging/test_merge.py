"""Merging by event: what is merged, what is a conflict, and that all other bytes stay."""

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from timeline.editing.contents import contents_to_compare
from timeline.editing.merging import merge
from timeline.readers import ChosenFile

BASE = """\
# A chronology
title: Talks   # a title
tags:
  war: {description: Armed conflict}
actors:
  un: {name: United Nations}
  envoy:
    name: Anna Envoy
    role: Envoy
    member_of:
      - {id: un, since: 2000}
      - {id: league, until: 1946}

events:
  # The beginning
  - id: talks-open
    date: 2001
    title: 'Talks open'
    actors: [un, envoy]
    tags:
      - talks
      - war   # why
    sources:
      - {title: A, url: "https://example.org/a"}

  - {date: 2003, title: Talks stall}

  - id: talks-end
    date: 2005
    title: Talks end # at last
"""


def merged(ours: str, theirs: str, base: str = BASE, name: str = "events.yaml") -> str:
    """Return a merge, which must be without a conflict."""
    found = merge(base.encode(), ours.encode(), theirs.encode(), name, 7)
    assert found is not None
    assert found.conflicts == ()
    return found.data.decode()


def changed(*changes: tuple[str, str], base: str = BASE) -> str:
    for old, new in changes:
        assert base.count(old) == 1
        base = base.replace(old, new)
    return base


REST = """\
    role: Envoy
    member_of:
      - {id: un, since: 2000}
      - {id: league, until: 1946}
"""
LAST = "Talks end # at last\n"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(("date: 2001", "date: 2001-05"), ("Talks open", "They open"), id="two fields"),
        pytest.param(("[un, envoy]", "[un]"), ("- talks\n", "- peace\n"), id="two lists"),
        pytest.param(("2003", "2003-02"), ("date: 2005", "date: 2006"), id="two events"),
        pytest.param(
            ("  - {date: 2003, title: Talks stall}\n\n", ""),
            ("date: 2005", "date: 2006"),
            id="removed beside changed",
        ),
        pytest.param(("# The beginning", "# First"), ("date: 2001", "date: 2002"), id="a comment"),
        pytest.param(("# a title", "# the title"), ("Armed conflict", "War"), id="title and tag"),
        pytest.param(("role: Envoy", "role: Head"), ("Anna Envoy", "Anna"), id="one actor"),
        pytest.param(("id: talks-open", "id: opening"), ("Talks open", "They open"), id="a new id"),
        pytest.param(
            ("    title: 'Talks open'\n", "    title: 'Talks open'\n    summary: They do.\n"),
            ("    tags:\n", "    places: Geneva\n    tags:\n"),
            id="new fields",
        ),
        pytest.param(
            ("https://example.org/a", "https://example.org/b"), ("2003", "2004"), id="a source"
        ),
        pytest.param(
            ("since: 2000", "since: 2000-05"),
            ("until: 1946", "until: 1946-04"),
            id="two memberships",
        ),
        pytest.param(
            ("un: {name", "uno: {name"), ("role: Envoy", "role: Head"), id="id of an actor"
        ),
    ],
)
def test_changes_of_both_sides_are_merged_and_all_else_stays(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    both = changed(ours, theirs)
    assert merged(changed(ours), changed(theirs)) == both
    assert merged(changed(theirs), changed(ours)) == both
    crlf = BASE.replace("\n", "\r\n")
    first, second = (f"\ufeff{changed(one)}".replace("\n", "\r\n") for one in (ours, theirs))
    assert merged(first, second, f"\ufeff{crlf}") == f"\ufeff{both}".replace("\n", "\r\n")
    first, second = (changed(one).rstrip("\n") for one in (ours, theirs))
    assert merged(first, second, BASE.rstrip("\n")) == both.rstrip("\n")


def test_both_add_at_the_same_place() -> None:
    ours, theirs = BASE + "\n  - {date: 2009, title: A}\n", BASE + "\n  - {date: 2008, title: B}\n"
    both = BASE + "\n  - {date: 2008, title: B}\n\n  - {date: 2009, title: A}\n"
    assert merged(ours, theirs) == both
    assert merged(theirs, ours) == both
    assert merged(ours, ours) == ours


def test_both_add_below_a_comment_that_stays_there() -> None:
    ours = changed(("  # The beginning\n", "  # The beginning\n  - {date: 2000, title: A}\n"))
    theirs = changed(
        ("  # The beginning\n", "  # The beginning\n  # Added\n  - {date: 1999, title: B}\n")
    )
    found = merged(ours, theirs)
    assert found.count("# The beginning") == 1
    assert found.index("# Added") < found.index("title: B") < found.index("title: A")
    assert found.index("title: A") < found.index("id: talks-open")


def test_both_change_one_list() -> None:
    ours = changed(("[un, envoy]", "[un, envoy, a]"), ("      - talks\n", ""))
    theirs = changed(("[un, envoy]", "[b, un]"), ("      - talks\n", "      - talks\n      - x\n"))
    assert merged(ours, theirs) == changed(
        ("[un, envoy]", "[b, un, a]"), ("      - talks\n", "      - x\n")
    )


def test_events_that_one_side_moved() -> None:
    head, first, second, last = re.split(r"(?=  # The|  - \{date: 2003|  - id: talks-end)", BASE)
    moved = head + last + "\n" + first + second.rstrip("\n") + "\n"
    theirs = changed(("Talks stall", "They stall"))
    assert merged(moved, theirs) == moved.replace("Talks stall", "They stall")
    assert merged(theirs, moved) == moved.replace("Talks stall", "They stall")


RULES = """\
check:
  select: [no-source]
  ignore: tag-typo
events:
  - date: 2001
    title: Talks open
    ignore: [no-source]
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        pytest.param(
            ("select: [no-source]", "select: [no-source, title-style]"),
            ("select: [no-source]", "select: [summary-missing, no-source]"),
            ("select: [no-source]", "select: [summary-missing, no-source, title-style]"),
            id="both add a rule to the file",
        ),
        pytest.param(
            ("tag-typo", "orphan-actor"),
            ("  select: [no-source]\n", ""),
            ("  select: [no-source]\n  ignore: tag-typo", "  ignore: orphan-actor"),
            id="two keys of check",
        ),
        pytest.param(
            ("    ignore: [no-source]", "    ignore: [no-source, title-style]"),
            ("    ignore: [no-source]", "    ignore: [summary-missing]"),
            ("    ignore: [no-source]", "    ignore: [summary-missing, title-style]"),
            id="both change the rules that an event ignores",
        ),
    ],
)
def test_the_rules_of_check(
    ours: tuple[str, str], theirs: tuple[str, str], both: tuple[str, str]
) -> None:
    one, other = changed(ours, base=RULES), changed(theirs, base=RULES)
    assert merged(one, other, RULES) == changed(both, base=RULES)


def test_rules_that_both_sides_changed_are_a_conflict() -> None:
    ours, theirs = RULES.replace("tag-typo", "orphan-actor"), RULES.replace("tag-typo", "all")
    found = merge(RULES.encode(), ours.encode(), theirs.encode(), "events.yaml", 7)
    assert found is not None
    assert found.conflicts == ("check",)
    ours, theirs = (
        RULES.replace("    ignore: [no-source]", f"    ignore: {rule}")
        for rule in ("tag-typo", "all")
    )
    found = merge(RULES.encode(), ours.encode(), theirs.encode(), "events.yaml", 7)
    assert found is not None
    assert found.conflicts == ("talks-open",)


def test_both_begin_a_file() -> None:
    found = merge(b"", b"- {date: 2014, title: A}\n", b"- {date: 2013, title: B}\n", "a.yaml", 7)
    assert found is not None
    assert (found.data, found.conflicts) == (
        b"- {date: 2013, title: B}\n- {date: 2014, title: A}\n",
        (),
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict", "text"),
    [
        pytest.param(
            [("date: 2005", "date: 2006"), ("Talks end", "They end")],
            [("date: 2005", "date: 2007")],
            "talks-end",
            "<<<<<<< ours\n  - id: talks-end\n    date: 2006\n    title: They end # at last\n"
            "=======\n  - id: talks-end\n    date: 2007\n    title: They end # at last\n"
            ">>>>>>> theirs\n",
            id="one field",
        ),
        pytest.param(
            [("  - {date: 2003, title: Talks stall}\n\n", "")],
            [("Talks stall", "Talks stall again")],
            "talks-stall-again",
            "<<<<<<< ours\n=======\n  - {date: 2003, title: Talks stall again}\n>>>>>>> theirs\n",
            id="removed and changed",
        ),
        pytest.param(
            [("Talks   #", "Peace   #")],
            [("Talks   #", "War   #")],
            "title",
            "# A chronology\n<<<<<<< ours\ntitle: Peace   # a title\n=======\n"
            "title: War   # a title\n>>>>>>> theirs\n",
            id="the title of all",
        ),
        pytest.param(
            [("Anna Envoy", "Anne Envoy")],
            [("Anna Envoy", "Ann Envoy")],
            "envoy",
            f"<<<<<<< ours\n  envoy:\n    name: Anne Envoy\n{REST}=======\n"
            f"  envoy:\n    name: Ann Envoy\n{REST}>>>>>>> theirs\n",
            id="an actor",
        ),
        pytest.param(
            [("since: 2000", "since: 2001")],
            [("since: 2000", "since: 2002")],
            "envoy",
            f"<<<<<<< ours\n  envoy:\n    name: Anna Envoy\n{REST.replace('2000', '2001')}=======\n"
            f"  envoy:\n    name: Anna Envoy\n{REST.replace('2000', '2002')}>>>>>>> theirs\n",
            id="a membership",
        ),
        pytest.param(
            [(LAST, LAST + "  - {id: a, date: 2006, title: A}\n")],
            [(LAST, LAST + "  - {id: a, date: 2006, title: B}\n")],
            "a",
            "<<<<<<< ours\n  - {id: a, date: 2006, title: A}\n=======\n"
            "  - {id: a, date: 2006, title: B}\n>>>>>>> theirs\n",
            id="the same id for two events",
        ),
    ],
)
def test_a_conflict_is_marked_at_its_place_and_the_rest_is_merged(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], conflict: str, text: str
) -> None:
    more = ("war: {d", "peace: {description: x}\n  war: {d")
    found = merge(
        BASE.encode(), changed(*ours).encode(), changed(*theirs, more).encode(), "events.yaml", 7
    )
    assert found is not None
    assert found.conflicts == (conflict,)
    whole = found.data.decode()
    assert text in whole
    assert "peace: {description: x}\n" in whole
    resolved = re.sub(r"<{7} ours\n(.*?)={7}\n.*?>{7} theirs\n", r"\1", whole, flags=re.DOTALL)
    wanted = changed(*ours, more)
    # An empty line may be left where one side removed an event.
    assert re.sub(r"\n+", "\n", resolved) == re.sub(r"\n+", "\n", wanted)


def test_an_id_that_both_sides_gave_to_different_events_is_a_conflict() -> None:
    ours = changed(("id: talks-end", "id: new"))
    theirs = BASE + "  - {id: new, date: 2006, title: Something else}\n"
    found = merge(BASE.encode(), ours.encode(), theirs.encode(), "events.yaml", 7)
    assert found is not None
    assert found.conflicts == ("new",)


@pytest.mark.parametrize(
    "theirs",
    [
        pytest.param("events: [{date: 2014, title: A}]\n", id="brackets on one side"),
        pytest.param("events:\n  - {date: 2014-13, title: A}\n", id="with an error"),
        pytest.param("title: \udcff", id="not UTF-8"),
        pytest.param("", id="empty"),
    ],
)
def test_what_cannot_be_merged_by_event(theirs: str) -> None:
    data = theirs.encode(errors="surrogateescape")
    assert merge(BASE.encode(), BASE.replace("2005", "2006").encode(), data, "a.yaml", 7) is None


def edited(text: str, random: Random, label: str) -> tuple[str, list[str]]:
    """Return a text with random edits of lines that only one side makes, and the ids it added."""
    head, *events = re.split(r"(?m)^(?=  - )", text)
    for number in range(3):
        at = random.randrange(len(events))
        what = random.choice(["add", "add", "title", "tag", "summary", "remove"])
        title = re.search(r"title: (.*)", events[at])
        assert title is not None
        if what == "add":
            name = f"{label}{number}"
            date = re.search(r"date: (.*)", events[at])
            assert date is not None
            new = f"  - id: {name}\n    date: {date[1]}\n    title: Event {name} # {label}\n"
            events.insert(at, new)
        elif what == "remove" and len(events) > 10:
            del events[at]
        elif what == "title":
            events[at] = events[at].replace(title[0], f"title: Title {label}{number}", 1)
        elif what == "summary" and "summary:" not in events[at]:
            events[at] = events[at].replace(title[0], f"{title[0]}\n    summary: By {label}.", 1)
        else:
            events[at] = events[at].replace("tags: [", f"tags: [{label}{number}, ", 1)
    edited = head + "".join(events)
    return edited, re.findall(rf"  - id: ({label}\d)\n", edited)


SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_random_edits_of_two_sides_lose_nothing(random: Random) -> None:
    ours, own = edited(SHIPPED, random, "ours")
    theirs, other = edited(SHIPPED, random, "theirs")
    found = merge(SHIPPED.encode(), ours.encode(), theirs.encode(), "events.yaml", 7)
    assert found is not None
    text = found.data.decode()
    lines, before = Counter(text.splitlines()), Counter(SHIPPED.splitlines())
    if not found.conflicts:
        one, two = Counter(ours.splitlines()), Counter(theirs.splitlines())
        for line in {*one, *two, *before}:
            # Both may add to one list, whose line is then that of neither.
            if "tags: [" not in line:
                assert lines[line] == one[line] + two[line] - before[line]
        contents_to_compare(found.data, ChosenFile("events.yaml", "events.yaml"))
    for name in (*own, *other):
        assert f"  - id: {name}\n" in text


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_a_merge_with_one_side_unchanged_is_the_other(random: Random) -> None:
    ours, _ = edited(SHIPPED, random, "ours")
    assert merged(ours, SHIPPED, SHIPPED) == ours
    assert merged(SHIPPED, ours, SHIPPED) == ours
    assert merged(ours, ours, SHIPPED) == ours


SAVED = BASE.replace("tags:\n  war", "questions:\n  old: tag:war\ntags:\n  war", 1)


def test_saved_questions_merge_by_name() -> None:
    ours = changed(("  old: tag:war\n", "  old: tag:war\n  ours: 2001\n"), base=SAVED)
    theirs = changed(("  old: tag:war\n", "  theirs: 2003\n  old: tag:war 2001\n"), base=SAVED)
    both = "  theirs: 2003\n  old: tag:war 2001\n  ours: 2001\n"
    assert merged(ours, theirs, SAVED) == changed(("  old: tag:war\n", both), base=SAVED)


def test_a_saved_question_that_both_change_is_a_conflict() -> None:
    ours, theirs = (
        changed(("tag:war\n", f"tag:war {year}\n"), base=SAVED) for year in (2001, 2003)
    )
    found = merge(SAVED.encode(), ours.encode(), theirs.encode(), "events.yaml", 7)
    assert found is not None
    assert found.conflicts == ("questions",)
