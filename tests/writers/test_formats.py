import pytest

from tests.conftest import ROOT
from timeline.writers import FORMAT_NAMES, WRITERS, Format, format_of


@pytest.mark.parametrize(
    ("path", "format"),
    [
        pytest.param("lavrov.md", Format.MARKDOWN, id="markdown"),
        pytest.param("LAVROV.MARKDOWN", Format.MARKDOWN, id="capitals"),
        pytest.param("2022.json", Format.JSON, id="json"),
        pytest.param("dir.json/2022.ndjson", Format.JSONL, id="the last extension"),
        pytest.param("lavrov.pdf", None, id="unknown"),
        pytest.param("lavrov.timeline.json", Format.TIMELINEJS, id="the longest extension"),
        pytest.param("json", None, id="no extension"),
    ],
)
def test_the_extension_of_a_file_tells_the_format(path: str, format: Format | None) -> None:
    assert format_of(path) == format


def test_the_manual_lists_every_format_with_what_it_leaves_out() -> None:
    page = (ROOT / "timeline/manual/publishing.md").read_text(encoding="utf-8")
    rows = [
        f"| `{format}` | {', '.join(f'`{one}`' for one in writer.endings)} "
        f"| {', '.join(writer.losses)} | {', '.join(writer.by_design)} |"
        for format, writer in WRITERS.items()
    ]
    head = "| format | extensions | not included | left out by design |"
    table = "\n".join([head, "| --- | --- | --- | --- |", *rows])
    assert f"\n{table}\n\n" in page
    assert WRITERS.keys() == set(Format)


def test_every_extension_is_a_name_of_its_format() -> None:
    assert FORMAT_NAMES["md"] is Format.MARKDOWN
    assert all(format_of(f"a.{name}") is format for name, format in FORMAT_NAMES.items())
