"""What each rule finds, and what it lets pass."""

import re
from datetime import date

import pytest

from tests.conftest import ROOT, TODAY, OpenText
from timeline import Timeline
from timeline.manual import rule_page, rule_summary
from timeline.rules import RULES


def found(chronology: Timeline, rule: str, today: date = TODAY) -> list[str]:
    return [problem.message for problem in chronology.check([rule], today=today)]


def sources(*parts: str, when: str = "2014-03-18") -> str:
    """Return a chronology of one event with these sources."""
    listed = "".join(f"\n  - {{{one}}}" for one in parts)
    return f'- date: "{when}"\n  title: x\n  sources:{listed or " []"}\n'


def titled(*titles: str) -> str:
    return "\n".join(f'- {{date: 2014-03-18, title: "{title}"}}' for title in titles)


def named(text: str, actors: str = "") -> str:
    return f"""\
actors:
  lavrov: {{name: Sergei Lavrov, kind: person, member_of: ministry, aliases: [Lavrov]}}
  ministry: {{name: Foreign ministry of Russia, member_of: russia}}
  russia: {{name: Russia, kind: state}}
  us: {{name: United States, kind: state, aliases: [US]}}
events:
  - {{date: 2014, title: "{text}", actors: [{actors}]}}
"""


def tagged(**counts: int) -> str:
    return "".join(
        f"- {{date: 2014, title: {tag} {number}, tags: [{tag}]}}\n"
        for tag, count in counts.items()
        for number in range(count)
    )


NOTHING = ""
BEFORE = (
    "the event is dated 18 March 2014, but no source is later than 17 March 2014: "
    "correct the date, or add a source that reports it"
)
FUTURE = "a source is dated 24 November 2026, which is in the future: correct it"
VAGUE = "the date is only March 2014, but a source is dated 18 March 2014: look there for the day"
TWICE = (
    "this may be the same event as 'Putin signs the agreement annexing Crimea', 18 March 2014: "
    "delete one of the two, or write 'ignore: [duplicate-event]' in this one"
)
SHARED = "https://a.org/1 is a source of 4 events: check that it is about each of them"
ONE, OTHER = "Putin signs the agreement annexing Crimea", "Putin signs agreement annexing Crimea"


def two(first: str, second: str, when: str = "2014-03-18", then: str = "2014-03-18") -> str:
    return f'- {{date: {when}, title: "{first}"}}\n- {{date: {then}, title: "{second}"}}\n'


def copied(*urls: str) -> str:
    return "".join(f"- {{date: 2014, title: x{n}, sources: {url}}}\n" for n, url in enumerate(urls))


EXAMPLES = [
    ("no-source", "none", sources(), "the event has no source: add one under 'sources'"),
    ("no-source", "one", sources("title: a"), NOTHING),
    (
        "single-publisher",
        "one source",
        sources("title: a, publisher: BBC"),
        "the only source is from BBC: add one from another publisher",
    ),
    (
        "single-publisher",
        "spelt differently",
        sources("publisher: BBC News", "publisher: bbc news"),
        "all 2 sources are from BBC News: add one from another publisher",
    ),
    (
        "single-publisher",
        "a wire service under another name",
        sources("publisher: AP", 'title: "Talks (Associated Press)", publisher: Guardian'),
        "all 2 sources are from Associated Press: add one from another publisher",
    ),
    (
        "single-publisher",
        "sites",
        sources("url: https://www.bbc.com/1", "url: https://bbc.com/2"),
        "all 2 sources are from bbc.com: add one from another publisher",
    ),
    ("single-publisher", "two", sources("publisher: BBC", "publisher: TASS"), NOTHING),
    ("single-publisher", "unknown", sources("title: a", "title: b"), NOTHING),
    (
        "no-archive",
        "the only one",
        sources("url: https://a.org"),
        "the only source on the web has no archived copy: add its address under 'archive'",
    ),
    (
        "no-archive",
        "one of two",
        sources("url: https://a.org", "url: https://b.org, archive: https://archive.ph/1"),
        "1 of 2 sources on the web has no archived copy: add its address under 'archive'",
    ),
    (
        "no-archive",
        "both",
        sources("url: https://a.org", "url: https://b.org"),
        "all 2 sources on the web have no archived copy: add its address under 'archive'",
    ),
    ("no-archive", "on paper", sources("title: a"), NOTHING),
    ("no-archive", "only the copy", sources("archive: https://archive.ph/1"), NOTHING),
    ("source-before-event", "the day before", sources("title: a, date: 2014-03-17"), BEFORE),
    ("source-before-event", "the same day", sources("title: a, date: 2014-03-18"), NOTHING),
    ("source-before-event", "the month", sources("title: a, date: 2014-03"), NOTHING),
    (
        "source-before-event",
        "a later one too",
        sources("title: a, date: 2014-03-17", "title: b, date: 2014-03-19"),
        NOTHING,
    ),
    (
        "source-before-event",
        "one without a date",
        sources("title: a, date: 2014-03-17", "title: b"),
        NOTHING,
    ),
    (
        "source-before-event",
        "approximate",
        sources("title: a, date: 2014-03-17", when="2014-03-18~"),
        NOTHING,
    ),
    (
        "source-before-event",
        "a website that is updated",
        sources("title: a, date: 2010/.."),
        NOTHING,
    ),
    ("source-future", "tomorrow", sources("title: a, date: 2026-11-24"), FUTURE),
    ("source-future", "today", sources("title: a, date: 2026-11-23"), NOTHING),
    ("source-future", "this year", sources("title: a, date: 2026"), NOTHING),
    (
        "same-url-many-events",
        "four",
        copied("https://a.org/1", "https://a.org/1#a", "https://a.org/1#b", "https://a.org/1"),
        SHARED,
    ),
    ("same-url-many-events", "three", copied(*["https://a.org/1"] * 3), NOTHING),
    ("duplicate-event", "other words", two(ONE, OTHER), TWICE),
    ("duplicate-event", "in the month", two(ONE, OTHER, then="2014-03"), TWICE),
    ("duplicate-event", "another day", two(ONE, OTHER, then="2014-03-19"), NOTHING),
    (
        "duplicate-event",
        "another number",
        two("Talks in Geneva, round 1 ends", "Talks in Geneva, round 2 ends"),
        NOTHING,
    ),
    (
        "duplicate-event",
        "half the words",
        two("Putin meets Biden in Geneva", "Putin meets Xi in Beijing"),
        NOTHING,
    ),
    (
        "duplicate-event",
        "the very same",
        two(ONE, ONE),
        "the event on line 1 has the same date and title: delete one of the two",
    ),
    (
        "vague-date-precise-source",
        "a day in the month",
        sources("title: a, date: 2014-03-18", when="2014-03"),
        VAGUE,
    ),
    (
        "vague-date-precise-source",
        "a day after it",
        sources("title: a, date: 2014-04-01", when="2014-03"),
        NOTHING,
    ),
    (
        "vague-date-precise-source",
        "an interval",
        sources("title: a, date: 2014-03-18", when="2014-03-01/2014-03-31"),
        NOTHING,
    ),
    (
        "vague-date-precise-source",
        "approximate",
        sources("title: a, date: 2014-03-18", when="2014-03~"),
        NOTHING,
    ),
    (
        "actor-named-not-listed",
        "an alias",
        named("Lavrov's visit"),
        "the text names Sergei Lavrov, but 'lavrov' is not among the actors: add it there",
    ),
    ("actor-named-not-listed", "listed", named("Lavrov's visit", "lavrov"), NOTHING),
    ("actor-named-not-listed", "one acts for it", named("Russia agrees", "lavrov"), NOTHING),
    ("actor-named-not-listed", "another word", named("Let us go to Russian towns"), NOTHING),
    (
        "actor-named-not-listed",
        "part of a longer name",
        named("Foreign ministry of Russia speaks", "us"),
        "the text names Foreign ministry of Russia, but 'ministry' is not among the actors: "
        "add it there",
    ),
    (
        "actor-listed-not-named",
        "not named",
        named("Talks begin", "lavrov"),
        "neither the title nor the summary names Sergei Lavrov, which is among the actors",
    ),
    ("actor-listed-not-named", "last name", named("LAVROV speaks", "lavrov"), NOTHING),
    ("actor-listed-not-named", "like the name", named("A Russian speaks", "russia"), NOTHING),
    (
        "orphan-actor",
        "one of four",
        named("x", "lavrov"),
        "no event names the actor 'us' or anyone who acts for it: use it or delete it",
    ),
    (
        "unused-tag",
        "one of two",
        "tags: {war: {}, peace: {}}\nevents: [{date: 2014, title: x, tags: peace}]",
        "no event has the tag 'war': use it or delete it",
    ),
    (
        "tag-typo",
        "a letter is missing",
        tagged(diplomacy=5, diplomcy=1),
        "tag 'diplomcy' is one letter away from 'diplomacy', which 5 events have: is it the same?",
    ),
    (
        "tag-typo",
        "letters are swapped",
        tagged(diplomacy=5, dipolmacy=1),
        "tag 'dipolmacy' is one letter away from 'diplomacy', which 5 events have: is it the same?",
    ),
    ("tag-typo", "two letters", tagged(diplomacy=5, diplomatic=1), NOTHING),
    ("tag-typo", "a digit", tagged(round1=5, round2=1), NOTHING),
    ("tag-typo", "as common", tagged(sanction=2, sanctions=5), NOTHING),
    (
        "tag-typo",
        "both listed",
        "tags: {sanction: {}, sanctions: {}}\nevents:\n" + tagged(sanction=1, sanctions=5),
        NOTHING,
    ),
    (
        "stale-question",
        "an unknown tag",
        "questions: {wars: tag:war or ?talks, talks: tag:talks}\n"
        "events: [{date: 2014, title: x, tags: talks}]",
        "in the saved question 'wars': no tag is called 'war'",
    ),
    (
        "stale-question",
        "all are known",
        "questions: {wars: tag:war or 2014}\nevents: [{date: 2014, title: x, tags: war}]",
        NOTHING,
    ),
    (
        "effect-before-cause",
        "later",
        "- {id: a, date: 2014, title: A, follows: b}\n- {id: b, date: 2015, title: B}",
        "follows refers to a later event: 'b' is dated 2015, this event 2014",
    ),
    (
        "member-of-circle",
        "two",
        "actors: {a: {member_of: b}, b: {member_of: a}}\nevents: [{date: 2014, title: x}]",
        "member_of forms a cycle: a > b > a",
    ),
    ("title-style", "a stop", titled("It is over."), "the title ends with a full stop: delete it"),
    ("title-style", "abbreviations", titled("Made in the U.S.", "Acme Inc.", "And so..."), NOTHING),
    (
        "title-style",
        "capitals",
        titled("CRIMEA IS ANNEXED"),
        "the title is in capitals: write it as a sentence",
    ),
    ("title-style", "names in capitals", titled("NATO", "US, UK", "G7"), NOTHING),
    (
        "title-style",
        "101 characters",
        titled("x" * 101),
        "the title has 101 characters, more than 100: move details to the summary",
    ),
    ("title-style", "100 characters", titled("x" * 100), NOTHING),
    (
        "summary-missing",
        "none",
        titled("x"),
        "the event has no summary: add one under 'summary'",
    ),
    ("summary-missing", "one", "- {date: 2014, title: x, summary: y}", NOTHING),
]


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        pytest.param(rule, text, message, id=f"{rule}: {name}")
        for rule, name, text, message in EXAMPLES
    ],
)
def test_a_rule(open_text: OpenText, rule: str, text: str, message: str) -> None:
    assert found(open_text(text), rule) == ([message] if message else [])


def test_every_rule_has_a_page_and_an_example_of_a_finding() -> None:
    pages = sorted(path.stem for path in (ROOT / "timeline/manual/rules").glob("*.md"))
    assert pages == sorted(RULES)
    without_network = {rule.id for rule in RULES.values() if not rule.of_links}
    assert {rule for rule, _, _, message in EXAMPLES if message} == without_network
    for rule in RULES:
        assert rule_page(rule).startswith(f"# {rule}\n\n{rule_summary(rule)}.\n")
        level = "on" if RULES[rule].is_on else "off"
        assert f"\nIt is {level} by default" in rule_page(rule)


def test_the_table_in_the_manual_is_what_the_rules_find(shipped: Timeline) -> None:
    page = (ROOT / "timeline/manual/checking.md").read_text(encoding="utf-8")
    shown = [line for line in page.splitlines() if line.startswith("| `") and " on |" in line]
    shown += [line for line in page.splitlines() if line.startswith("| `") and " off |" in line]
    expected = [
        f"| `{rule.id}` | {'on' if rule.is_on else 'off'} | {rule_summary(rule.id)} | "
        f"{'' if rule.of_links else len(found(shipped, rule.id))} |".replace("  ", " ")
        for rule in RULES.values()
    ]
    assert sorted(line[: line[:-1].rindex("|") + 1].rstrip() for line in shown) == sorted(expected)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if not rule.of_links])
def test_an_event_that_ignores_a_rule_is_not_reported(open_text: OpenText, rule: str) -> None:
    text = next(text for name, _, text, message in EXAMPLES if name == rule and message)
    in_braces = re.sub(r"(\{(?:id: \w+, )?)date:", rf"\1ignore: [{rule}], date:", text)
    exempt = re.sub(r"(?m)^- date:", f"- ignore: [{rule}]\n  date:", in_braces)
    after = found(open_text(exempt), rule)
    about_registries = {"orphan-actor", "unused-tag", "member-of-circle", "stale-question"}
    assert (after == []) == (rule not in about_registries)
