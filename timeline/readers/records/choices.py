"""Reading which rules of `timeline check` a file or an event selects or ignores."""

from collections.abc import Iterator

from timeline.readers.items import RuleChoice
from timeline.readers.records.fields import Fields
from timeline.readers.records.keys import CHECK_KEYS, warn_of_unknown_keys
from timeline.readers.records.values import Record, Value, kind_of, place_of


def ignored_rules(fields: Fields, record: Record) -> tuple[RuleChoice, ...]:
    """Return the rules under the key `ignore` of a record."""
    return tuple(_chosen(fields, record, "ignore"))


def chosen_rules(fields: Fields, value: Value) -> Iterator[RuleChoice]:
    """Yield the rules under the top-level key `check`; report it if it is not a mapping."""
    if isinstance(value, Record):
        warn_of_unknown_keys(fields.report, value, CHECK_KEYS)
        for key in CHECK_KEYS.known:
            yield from _chosen(fields, value, key)
    elif value is not None and value.value != "":
        fields.report.error(
            place_of(value),
            f"check must be a mapping, not {kind_of(value)}: write 'check: {{ignore: [...]}}'",
        )


def _chosen(fields: Fields, record: Record, key: str) -> Iterator[RuleChoice]:
    rules, places = fields.texts_of(record, key)
    for rule, at in zip(rules, places, strict=True):
        yield RuleChoice(key, rule, at)
