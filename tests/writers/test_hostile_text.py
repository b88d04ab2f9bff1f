"""Whatever a chronology holds, every format can be written, and data comes back as it was."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.writers.hostile import chronologies
from timeline.dates import Day
from timeline.model import Facet
from timeline.text import bidirectional_control_in, control_in
from timeline.writers import WRITERS, Citing, ExportOptions, Format, Losses, Part, Style, write

READ_BACK = (Format.CSV, Format.TSV, Format.JSON, Format.JSONL, Format.YAML)
TO_READ = (Format.MARKDOWN, Format.HTML, Format.MERMAID, Format.WIKITEXT, Format.BIBTEX)
OPTIONS = st.builds(
    ExportOptions,
    grouping=st.none() | st.sampled_from(Facet),
    style=st.sampled_from(Style),
    sources=st.sampled_from(Citing),
    front_matter=st.booleans(),
    show=st.frozensets(st.sampled_from(Part)),
    today=st.just(Day(2026, 11, 28)),
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


TEXT_FORMATS = [form for form in Format if not WRITERS[form].is_binary]


@given(content=chronologies, options=OPTIONS)
def test_every_format_can_be_written(
    folder: Path, content: Mapping[str, Any], options: ExportOptions
) -> None:
    file = folder / "events.yaml"
    file.write_text(json.dumps(content), encoding="utf-8")
    one = timeline.open(file)
    assert len(one.select()) == len(content["events"])
    for form in TEXT_FORMATS:
        losses = Losses()
        text = "".join(write(one, one.select(), form, options, losses))
        assert not control_in(f"{text}{losses}".replace("\r\n", "\n"))
        # Front matter is data, in which a text stays as it is.
        if form in TO_READ and not options.front_matter:
            assert not bidirectional_control_in(text)
        if form in READ_BACK:
            path = folder / f"events.{form}"
            path.write_bytes(text.encode())
            assert list(timeline.open(path).select()) == list(one.select())
