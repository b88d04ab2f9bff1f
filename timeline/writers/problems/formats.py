"""Writing problems in a format that is named."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import cast

from timeline.errors import Problem


class ProblemFormat(StrEnum):
    """A format of problems for other programs. Its module has the same name."""

    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def write_problems(problems: Sequence[Problem], format: ProblemFormat) -> Iterable[str]:
    """Return problems as pieces of text."""
    module = import_module(f"timeline.writers.problems.{format}")
    return cast(Iterable[str], module.text_of(problems))
