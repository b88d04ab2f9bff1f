"""The page of the manual: its tables of keys are those of the program."""

import os
import re

from tests.conftest import ROOT
from timeline.explorer.state import GROUPS, written
from timeline.manual import page


def tables() -> str:
    lines = []
    for group, keys in GROUPS.items():
        lines += [f"### {group}", "", "| key | what it does |", "| --- | --- |"]
        for key in keys:
            names = ", ".join(f"`{written(one)}`" for one in key.keys)
            lines.append(f"| {names} | {key.about} |")
        lines.append("")
    return "\n".join(lines)


def test_the_page_has_every_key() -> None:
    path = ROOT / "timeline" / "manual" / "exploring.md"
    text = page("exploring")
    wanted = re.sub(
        r"(?s)(KEYS\n|### Moving\n.*?)\n*(?=## The terminal)", lambda _: tables() + "\n", text
    )
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(wanted, encoding="utf-8")
    assert page("exploring") == wanted
