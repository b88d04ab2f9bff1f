"""What files find alone, they find when they are merged."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.conftest import ROOT
from timeline import NoSuchName, QuestionError, Timeline
from timeline.text import fold

ACTORS = {
    "vladimir-putin": "{name: Vladimir Putin, aliases: [VVP, Пу́тин]}",
    "anna": "{name: Anna Smith, aliases: Anni}",
    "ministry": "{name: Ministry of War}",
    "ministry-of-anna": "{name: Anni}",
}
NAMES = [
    "putin",
    "Putin",
    "Vladimir Putin",
    "VVP",
    "anna",
    "ANNA",
    "Anna Smith",
    "Anni",
    "ministry",
    "Anna Berg",
    "Putin family",
]
TAGS = ["war", "War", "WAR", "Élan", "elan", "peace", "Cold War", "war and peace"]
PLACES = ["Riga", "RIGA", "São Paulo", "Sao Paulo", "sao paulo"]


@st.composite
def files(draw: st.DrawFn) -> list[str]:
    """Return the texts of two files, whose events have ids of their own."""
    texts = []
    for mark in "ab":
        lines = []
        if draw(st.booleans()):
            listed = draw(st.sets(st.sampled_from(list(ACTORS))))
            lines += ["actors:", *(f"  {name}: {ACTORS[name]}" for name in sorted(listed))]
        if draw(st.booleans()):
            lines += [
                "tags:",
                *(f"  {tag}: {{}}" for tag in sorted(draw(st.sets(st.sampled_from(TAGS))))),
            ]
        lines.append("events:")
        for number in range(draw(st.integers(1, 4))):
            some = {
                key: draw(st.lists(st.sampled_from(values), unique=True, max_size=2))
                for key, values in (("actors", NAMES), ("tags", TAGS), ("places", PLACES))
            }
            fields = "".join(f", {key}: [{', '.join(names)}]" for key, names in some.items())
            lines.append(f"  - {{id: {mark}{number}, date: 200{number}, title: T{fields}}}")
        texts.append("\n".join(lines) + "\n")
    return texts


def found(chronology: Timeline, question: str) -> set[str] | None:
    """Return the ids that a question finds, None where a name in it is unknown or ambiguous."""
    try:
        return {event.id for event in chronology.select(question)}
    except (QuestionError, NoSuchName):
        return None


def questions(alone: Timeline, merged: Timeline) -> Iterable[str]:
    """Yield the questions by the names that a chronology has, and by words of them.

    A name or word that another file registers as an id is left out: it stands for that id then.
    """
    actors = [name for one in alone.actors.values() for name in (one.name, *one.aliases)]
    for kind, names in (("actor", actors), ("tag", TAGS)):
        own, others = registered(alone, kind), registered(merged, kind)
        words = [word for name in names for word in name.split()]
        for asked in (*own, *names, *words):
            if fold(asked) in own or fold(asked) not in others:
                yield f'{kind}:"{asked}"'
    yield from (f'place:"{asked}"' for name in PLACES for asked in (name, *name.split()))


def registered(chronology: Timeline, kind: str) -> set[str]:
    """Return the folded ids in a registry."""
    return {fold(one) for (one,) in chronology.index.rows(f"SELECT id FROM {kind} WHERE listed")}


@settings(deadline=None, max_examples=100)
@given(files())
def test_nothing_that_is_found_alone_vanishes_by_merging(texts: list[str]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setenv("TIMELINE_CACHE", "off")
        paths = []
        for number, text in enumerate(texts):
            paths.append(Path(folder) / f"{number}.yaml")
            paths[-1].write_text(text, encoding="utf-8")
        merged = timeline.open(*paths)
        for path in paths:
            alone = timeline.open(path)
            for question in questions(alone, merged):
                before, after = found(alone, question), found(merged, question)
                # A name that several have by then is refused with the candidates.
                assert before is None or after is None or before <= after, question


def test_a_bare_name_finds_the_registered_actor_as_well(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("- {id: new, date: 2027, title: Visit, actors: Putin}\n")
    shipped = timeline.open(ROOT / "events.yaml")
    merged = timeline.open(ROOT / "events.yaml", other)
    alone = {event.id for event in shipped.select("actor:putin")}
    assert {event.id for event in merged.select("actor:putin")} == {*alone, "new"}


def test_a_word_finds_what_it_names_in_each_file(tmp_path: Path) -> None:
    texts = {
        "1.yaml": "- {id: a, date: 2001, title: A, actors: [Anna Berg], tags: [Cold War]}\n",
        "2.yaml": "- {id: b, date: 2002, title: B, actors: [Anna], tags: [War]}\n",
        "3.yaml": "- {id: c, date: 2003, title: C, actors: [Anna, Anna L], tags: [War, War B]}\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    merged = timeline.open(*(tmp_path / name for name in texts))
    for question in ("actor:anna", "tag:war"):
        assert [event.id for event in merged.select(question)] == ["a", "b", "c"]
    apart = timeline.open(tmp_path / "3.yaml")
    assert [event.id for event in apart.select("actor:anna")] == ["c"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("Anna Smith", "anna", id="its name"),
        pytest.param("ANNI", "anna", id="an alias in other letters"),
        pytest.param("anna", "anna", id="its id"),
        pytest.param("Smith", "Smith", id="a word of its name is another actor"),
        pytest.param("Bob", "Bob", id="nobody who is listed"),
    ],
)
def test_names_in_events_are_those_of_the_registry(tmp_path: Path, name: str, meant: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(
        "events:\n"
        f"- {{id: x, date: 2001, title: T, actors: [{name}], tags: WAR, places: RIGA}}\n"
        "- {date: 2002, title: U, places: Riga}\n- {date: 2003, title: V, places: Riga}\n"
        "actors:\n  anna: {name: Anna Smith, aliases: Anni}\ntags:\n  war: {}\n"
    )
    event = timeline.open(path).event("x")
    assert (event.actors, event.tags, event.places) == ((meant,), ("war",), ("Riga",))
