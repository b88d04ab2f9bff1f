"""`--beside`: which words are its questions, and what is printed."""

import pytest

from tests.conftest import Run
from timeline.cli.options.side_by_side import with_each_beside

CHRONOLOGY = """
title: Talks
actors:
  ann: {name: Ann Lee}
  bob: {name: Bob Day}
events:
  - {id: meet, date: 2021-05-02, title: Ann meets Bob, actors: [ann, bob], tags: talks}
  - {id: alone, date: 2021-07-01, title: "Ann is\\talone", actors: ann}
  - {id: siege, date: 2020-03-01/.., title: Siege by Bob, actors: bob, tags: war}
  - {id: letter, date: 2022, title: Bob writes, actors: bob, sources: {title: S, date: 2022}}
"""


@pytest.mark.parametrize(
    ("words", "each"),
    [
        pytest.param("list --beside a b", "list --beside a --beside b", id="two"),
        pytest.param(
            "list 2022 --beside a b c", "list 2022 --beside a --beside b --beside c", id="three"
        ),
        pytest.param(
            "list --beside a b --since 2022 c",
            "list --beside a --beside b --since 2022 c",
            id="up to an option",
        ),
        pytest.param("list --beside a -- b", "list --beside a -- b", id="up to --"),
        pytest.param("list --beside a --beside b c", "list --beside a --beside b c", id="repeated"),
        pytest.param("list --beside", "list --beside", id="none"),
        pytest.param("list --beside -n 3", "list --beside -n 3", id="none before an option"),
        pytest.param("list --beside=a b", "list --beside=a b", id="with ="),
        pytest.param("list a b", "list a b", id="without it"),
    ],
)
def test_which_words_are_questions(words: str, each: str) -> None:
    assert with_each_beside(words.split()) == each.split()


@pytest.mark.parametrize(
    ("arguments", "out", "err"),
    [
        pytest.param(
            ["--beside", "actor:ann", "actor:bob"],
            "date\tid\tactor:ann\tactor:bob\n"
            "2020-03-01/..\tsiege\t\tSiege by Bob\n"
            "2021-05-02\tmeet\tAnn meets Bob\tAnn meets Bob\n"
            "2021-07-01\talone\tAnn is alone\t\n"
            "2022\tletter\t\tBob writes\n",
            "",
            id="two actors",
        ),
        pytest.param(
            ["2021", "-tag:war", "--beside", "-actor:ann", '"is alone",meets'],
            'date\tid\tnot:actor:ann\t"is alone",meets\n'
            "2021-05-02\tmeet\t\tAnn meets Bob\n"
            "2021-07-01\talone\t\tAnn is alone\n",
            "no events match 2021 not:tag:war not:actor:ann (4 searched)\n",
            id="narrowed, and one finds nothing",
        ),
        pytest.param(
            ["--beside", "actor:ann tag:talks", "--beside", "bob", "--reverse", "-n", "2"],
            "date\tid\tactor:ann tag:talks\tbob\n"
            "2022\tletter\t\tBob writes\n"
            "2021-05-02\tmeet\tAnn meets Bob\tAnn meets Bob\n",
            "",
            id="questions of several terms, the last events",
        ),
        pytest.param(
            ["--beside", "nothing", "nobody"],
            "",
            "no events match nothing (4 searched)\nno events match nobody (4 searched)\n",
            id="nothing found",
        ),
        pytest.param(
            ["--beside", "known-by:2022", "-known-by:2021", "--until", "2022"],
            "date\tid\tknown-by:2022\tnot:known-by:2021\n2022\tletter\tBob writes\tBob writes\n",
            "3 events that match otherwise have no dated source and are left out\n",
            id="left out without a dated source",
        ),
        pytest.param(
            ["--beside", "tag:war", "tag:talks", "tag:war", "-n0"],
            "",
            "",
            id="none are wanted",
        ),
    ],
)
def test_in_a_pipe(run: Run, arguments: list[str], out: str, err: str) -> None:
    ran = run("list", "-f", "-", *arguments, stdin=CHRONOLOGY)
    assert (ran.code, ran.out, ran.err) == (0, out, err)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["--beside", "actor:ann"],
            "--beside takes two questions or more: --beside actor:lavrov actor:blinken\n"
            "see 'timeline list --help'\n",
            id="one question",
        ),
        pytest.param(
            ["--beside"],
            "Option '--beside' requires an argument.\nsee 'timeline list --help'\n",
            id="no question",
        ),
        pytest.param(
            ["--beside", "actor:ann", "actor:bob", "--oneline"],
            "--beside cannot be used with --group-by, --summaries, --oneline, --json, "
            "--all-actors, --context, --elapsed, --reported, --gap or --engine\n"
            "see 'timeline list --help'\n",
            id="on one line",
        ),
        pytest.param(
            ["2021", "--beside", "actor:ann", "actor:annn"],
            "no actor is called 'annn'\n"
            "    2021 actor:annn\n"
            "               ~~~^\n"
            "did you mean ann?\n",
            id="unknown name",
        ),
        pytest.param(
            ["2021", "--beside", "actor:ann", "actor:bob,"],
            "a value is missing after 'bob,'\n    actor:bob,\n              ^\n",
            id="half a question",
        ),
    ],
)
def test_errors(run: Run, arguments: list[str], message: str) -> None:
    ran = run("list", "-f", "-", *arguments, stdin=CHRONOLOGY)
    assert (ran.code, ran.out, ran.err) == (2, "", f"timeline: error: {message}")
