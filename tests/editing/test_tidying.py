"""Sorting and formatting move lines, and change nothing that is read."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.random_files import RandomFile, files
from timeline.editing import Change, Document, EditError, formatted, in_order
from timeline.editing.yaml import extents_of
from timeline.model import Event


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tidying")


def document_of(data: bytes, folder: Path) -> Document:
    path = folder / "a.yaml"
    path.write_bytes(data)
    return Document(str(path), "a.yaml")


def events_of(document: Document) -> tuple[Event, ...]:
    assert document.contents is not None
    return document.contents.events


def made(document: Document, change: Change | None) -> Document:
    return document if change is None else document.changed(change)


def with_their_lines(document: Document) -> list[tuple[Event, str]]:
    """Return the events with the lines that belong to them, without the end of the last one."""
    extents = extents_of(document.text, document.structure)
    lines = [span.of(document.text).rstrip("\r\n") for span in extents]
    return list(zip(events_of(document), lines, strict=True))


@given(file=files(), reverse=st.booleans())
def test_sorting_moves_events_with_their_lines(
    folder: Path, file: RandomFile, reverse: bool
) -> None:
    before = document_of(file.data, folder)
    try:
        after = made(before, in_order(before, reverse=reverse))
    except EditError as error:
        refusals = ("would come before its anchor", "at the top of the file")
        if any(refusal in str(error) for refusal in refusals):
            return
        raise
    assert before.contents is not None
    expected = sorted(
        with_their_lines(before), key=lambda one: one[0].date.sort_key, reverse=reverse
    )
    assert with_their_lines(after) == expected
    assert after.contents == before.contents._replace(events=tuple(one for one, _ in expected))
    # Nothing is lost or made, but the end of the last line may be at another one.
    assert Counter(after.data) == Counter(before.data)
    assert Counter(after.text.splitlines()) == Counter(before.text.splitlines())
    assert in_order(after, reverse=reverse) is None


@given(file=files())
def test_formatting_changes_nothing_that_is_read(folder: Path, file: RandomFile) -> None:
    before = document_of(file.data, folder)
    after = made(before, formatted(before))
    assert after.contents == before.contents

    def lines(document: Document) -> Counter[str]:
        stripped = (line.strip(" -") for line in document.text.splitlines())
        return Counter(line for line in stripped if line)

    assert lines(after) == lines(before)
    assert formatted(after) is None
