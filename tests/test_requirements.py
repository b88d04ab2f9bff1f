"""The set-up is the same today and next year: what is pinned, and between which bounds."""

import tomllib

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def pins(extra: str) -> dict[str, str]:
    """Return the one release that an extra allows of each package that it names itself."""
    requirements = [Requirement(text) for text in EXTRAS[extra]]
    return {
        one.name: str(one.specifier).removeprefix("==")
        for one in requirements
        if one.name != PROJECT["name"]
    }


OPTIONAL = ("parquet", "duckdb", "spark")
"""The extras for users."""


@pytest.mark.parametrize("extra", [name for name in EXTRAS if name not in OPTIONAL])
def test_an_extra_pins_every_package_exactly(extra: str) -> None:
    for text in EXTRAS[extra]:
        operators = [one.operator for one in Requirement(text).specifier]
        assert text == f"{PROJECT['name']}[test]" or operators == ["=="]


@pytest.mark.parametrize(
    "text", [*PROJECT["dependencies"], *(text for extra in OPTIONAL for text in EXTRAS[extra])]
)
def test_a_requirement_has_bounds_that_are_tested(text: str) -> None:
    requirement = Requirement(text)
    bounds = {one.operator: one.version for one in requirement.specifier}
    assert bounds.keys() == {">=", "<"}
    lowest, pinned = pins("lowest")[requirement.name], pins("dev")[requirement.name]
    assert f"{lowest}.".startswith(f"{bounds['>=']}.")
    assert pinned in requirement.specifier
