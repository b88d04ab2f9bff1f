"""Whole documents, as the command writes them."""

from collections.abc import Callable

import pytest

from tests.conftest import ROOT, Run

SHIPPED = str(ROOT / "events.yaml")
HARD = str(ROOT / "tests" / "golden" / "export" / "hard-cases.yaml")
WAGNER = "id:new-start-suspension,wagner-mutiny,tracy-signals-wagner"


@pytest.mark.parametrize(
    ("name", "file", "arguments"),
    [
        pytest.param(name, file, arguments, id=name)
        for name, file, arguments in (
            ("lavrov-2022.md", SHIPPED, "2022 actor:lavrov"),
            ("lavrov-2022.json", SHIPPED, "2022 actor:lavrov"),
            ("lavrov-2022.jsonl", SHIPPED, "2022 actor:lavrov"),
            ("lavrov-2022.csv", SHIPPED, "2022 actor:lavrov"),
            ("lavrov-2022.tsv", SHIPPED, "2022 actor:lavrov"),
            ("lavrov-2022.yaml", SHIPPED, "2022 actor:lavrov"),
            ("table-with-links.md", SHIPPED, f"{WAGNER} --style table --sources links"),
            ("table-with-footnotes.md", SHIPPED, f"{WAGNER} --style table --group-by none"),
            ("list-with-links.md", SHIPPED, f"{WAGNER} --sources links --heading-level 3"),
            ("front-matter.md", SHIPPED, f"{WAGNER} --front-matter --sources none"),
            ("by-month.md", SHIPPED, f"{WAGNER} --group-by month --sources none --reverse"),
            ("by-decade.md", SHIPPED, "id:crimea-annexation --group-by decade --sources none"),
            ("by-actor.md", SHIPPED, "id:tracy-signals-wagner --group-by actor"),
            ("by-tag.md", SHIPPED, f"{WAGNER} --group-by tag --sources none"),
            ("ungrouped.md", SHIPPED, f"{WAGNER} --group-by none --sources none --limit 1"),
            ("with-every-part.md", SHIPPED, f"{WAGNER} --show tags,places,follows,anchors"),
            (
                "table-with-every-part.md",
                SHIPPED,
                f"{WAGNER} --style table --sources none --show tags,places,follows,anchors",
            ),
            ("with-every-part.wikitext", SHIPPED, f"{WAGNER} --show tags,places,follows,anchors"),
            ("table.wikitext", SHIPPED, f"{WAGNER} --style table --sources links"),
            ("nothing-found.ics", SHIPPED, "1066"),
            ("nothing-found.timelinejs", SHIPPED, "1066"),
            ("nothing-found.csl", SHIPPED, "1066"),
            ("nothing-found.md", SHIPPED, "1066"),
            ("lavrov-2022.ics", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.ics", HARD, ""),
            ("lavrov-2022.timelinejs", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.timelinejs", HARD, ""),
            ("lavrov-2022.mermaid", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.mermaid", HARD, ""),
            ("lavrov-2022.markwhen", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.markwhen", HARD, ""),
            ("lavrov-2022.wikitext", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.wikitext", HARD, ""),
            ("lavrov-2022.bibtex", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.bibtex", HARD, ""),
            ("lavrov-2022.csl", SHIPPED, "2022 actor:lavrov"),
            ("hard-cases.csl", HARD, ""),
            ("nothing-found.json", SHIPPED, "1066"),
            ("nothing-found.jsonl", SHIPPED, "1066"),
            ("hard-cases.md", HARD, ""),
            ("hard-cases-with-links.md", HARD, "--sources links"),
            ("hard-cases-table.md", HARD, "--style table --group-by none"),
            ("hard-cases-table-with-links.md", HARD, "--style table --sources links"),
            ("hard-cases-front-matter.md", HARD, "--front-matter --limit 0"),
            ("hard-cases.json", HARD, ""),
            ("hard-cases.jsonl", HARD, ""),
            ("hard-cases.csv", HARD, ""),
            ("hard-cases-again.yaml", HARD, ""),
            ("nothing-found.csv", SHIPPED, "1066"),
            ("nothing-found.yaml", SHIPPED, "1066"),
        )
    ],
)
def test_document(
    run: Run, expect: Callable[[str, str], None], name: str, file: str, arguments: str
) -> None:
    ending = name.rpartition(".")[2]
    form = {"md": "markdown"}.get(ending, ending)
    ran = run("export", "-f", file, "--format", form, *arguments.split())
    assert ran.code == 0
    expect(f"export/{name}", ran.out)
