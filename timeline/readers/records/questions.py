"""Reading the questions that a file keeps by name."""

from collections.abc import Iterator

from timeline.readers.items import SavedQuestion
from timeline.readers.records.fields import Fields
from timeline.readers.records.values import Record, Value, kind_of, place_of
from timeline.text import visible


def saved_questions(fields: Fields, value: Value) -> Iterator[SavedQuestion]:
    """Yield the questions under the top-level key `questions`; report it if it is not a mapping."""
    if not isinstance(value, Record):
        if value is not None and value.value != "":
            fields.report.error(
                place_of(value),
                f"questions must be a mapping, not {kind_of(value)}: write 'name: tag:war 2022'",
            )
        return
    for key in value.keys.values():
        name, asked = fields.text(key, "the name"), value.entries.get(key.value)
        shown = visible(key.value)
        text = None if asked is None else fields.text(asked, f"the question '{shown}'", shown)
        if not name:
            fields.report.error(place_of(key), "empty name: write one before the colon")
        elif text == "":
            fields.report.error(
                place_of(key), f"the question '{visible(name)}' is empty: write one after the colon"
            )
        elif text is not None and asked is not None:
            yield SavedQuestion(name, text, place_of(asked))
