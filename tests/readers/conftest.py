"""What the tests of readers share."""

import pytest

from timeline.readers.yaml.syntax import parser as yaml_parser


@pytest.fixture(params=["libyaml", "pure"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the one YAML parser, then with the other."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_parser, "_libyaml_parser", None)
