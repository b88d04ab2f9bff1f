"""Problems as SARIF 2.1.0, the format of code scanning services (OASIS standard)."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import quote

from timeline.errors import Problem
from timeline.manual import rule_page, rule_summary
from timeline.rules import RULES
from timeline.writers.problems.places import end_column

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NO_RULE = "file-format"
"""The rule of problems that no named rule found; services refuse results without one."""


def text_of(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the document: one run, with the rules that found something and their pages."""
    found = dict.fromkeys(problem.rule for problem in problems)
    places = {rule: number for number, rule in enumerate(found)}
    driver = {
        "name": "timeline",
        "version": version("timeline-explorer"),
        "rules": [_rule(rule) for rule in found],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places[problem.rule]) for problem in problems],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield dumps(document, indent=1, ensure_ascii=False) + "\n"


def _rule(rule: str) -> dict[str, Any]:
    if rule not in RULES:
        text = "What is wrong or doubtful in the file itself"
        return {"id": _NO_RULE, "shortDescription": {"text": text}}
    page = rule_page(rule)
    return {
        "id": rule,
        "shortDescription": {"text": rule_summary(rule)},
        "help": {"text": page, "markdown": page},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        place["region"] = {
            "startLine": problem.line,
            "startColumn": problem.column,
            "endColumn": end_column(problem),
        }
    return {
        "ruleId": problem.rule or _NO_RULE,
        "ruleIndex": rule,
        "level": str(problem.severity),
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
