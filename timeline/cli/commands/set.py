"""timeline set: other values for the fields of an event."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.editing import DryRun
from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline set crimea-annexation date=2014-03-18 places=Moscow

timeline set griner-arrest tags+=detentions sources+=https://example.org/a"""

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.chronology import Timeline
    from timeline.editing import FieldValue
    from timeline.model import Event

_ASSIGNMENT = re.compile(r"([a-z]+)([+-]?=)(.*)", re.DOTALL)


def command(
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT", help="The event: its id, its start, or words from its title."
        ),
    ],
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="A field and its new value; empty to remove it. In a list, commas separate names, "
            "FIELD+=NAME adds one and FIELD-=NAME removes one.",
        ),
    ],
    dry_run: DryRun = False,
    file: Files = None,
) -> None:
    """Change fields of an event in its file, and leave the rest of the file as it is"""
    from timeline.cli.editing import finish
    from timeline.cli.opening import open_files
    from timeline.cli.terminal import note
    from timeline.editing import Edits
    from timeline.text import visible

    timeline = open_files(file)
    edits = Edits(timeline)
    found = edits.event(timeline.event(event).id)
    if edits.set(found.id, _values(timeline, found, fields)) is None:
        note(f"{visible(found.id)} already has these values: nothing was changed")
        return
    finish(edits, f"changed {visible(found.id)} in", dry_run=dry_run)


def _values(
    timeline: "Timeline", event: "Event", assignments: "Iterable[str]"
) -> "dict[str, FieldValue]":
    """Return the new values by field. Raises typer.BadParameter and TimelineError."""
    from timeline.editing import field_of

    keys = type(event).__struct_fields__
    values: dict[str, FieldValue] = {}
    for assignment in assignments:
        found = _ASSIGNMENT.fullmatch(assignment)
        if not found or found[1] not in keys:
            raise typer.BadParameter(_no_assignment(assignment, found and found[1], keys))
        key, sign, text = found.groups()
        old = values.get(key, field_of(event, key))
        if isinstance(old, str):
            if sign != "=":
                raise typer.BadParameter(f"{key} is not a list: write {key}=VALUE")
            values[key] = _text(key, text)
        else:
            values[key] = _list(timeline, event, key, sign, text, old)
    return values


def _no_assignment(assignment: str, field: str | None, keys: "Sequence[str]") -> str:
    from timeline.text import closest, listed

    if field is None:
        return f"'{assignment}' is not FIELD=VALUE"
    near = closest(field, keys, 1)
    advice = f"did you mean '{near[0]}'?" if near else f"the fields are {listed(keys, 'and')}"
    return f"there is no field '{field}': {advice}"


def _text(key: str, text: str) -> str:
    from timeline.cli.editing import ValueProblem, checked_text
    from timeline.dates import only_reading

    text = checked_text(key, text)
    if not text and key in ("date", "title"):
        raise ValueProblem(f"an event needs a {key}: write {key}=VALUE")
    if key == "date":
        return only_reading(text)
    return text


def _list(
    timeline: "Timeline", event: "Event", key: str, sign: str, text: str, old: "FieldValue"
) -> "FieldValue":
    from timeline.cli.editing import ValueProblem, checked_text, known_name, names, source_at
    from timeline.model import Source
    from timeline.text import listed, visible

    given = ([text] if text.strip() else []) if sign != "=" or key == "sources" else names(text)
    if key == "sources":
        sources = tuple(one for one in old if isinstance(one, Source))
        added = tuple(map(source_at, given))
        if sign == "=":
            return added
        if sign == "+=":
            return tuple(dict.fromkeys((*sources, *added)))
        kept = tuple(one for one in sources if text.strip() not in (one.address, one.title))
        if kept == sources:
            raise ValueProblem(f"no source has the address or title '{visible(text.strip())}'")
        return kept
    texts = tuple(one for one in old if isinstance(one, str))
    is_named = key in ("actors", "tags")
    written = {_meant(timeline, key[:-1], one): one for one in texts if is_named}
    if sign == "-=":
        name = text.strip()
        if name not in texts and is_named:
            name = written.get(known_name(timeline, key[:-1], name, is_new=False), name)
        if name not in texts:
            has = f"they are {listed(map(visible, texts), 'and')}" if texts else "there are none"
            raise ValueProblem(f"'{visible(text.strip())}' is not among the {key}: {has}")
        return tuple(one for one in texts if one != name)
    if is_named:
        found = [known_name(timeline, key[:-1], one) for one in given]
    elif key == "follows":
        found = [timeline.event(one).id for one in given]
        if event.id in found:
            raise ValueProblem(f"{visible(event.id)} cannot follow itself")
    else:
        found = [checked_text(key, one) for one in given]
    if sign == "+=":
        found = [*texts, *(written.get(one, one) for one in found)]
    return tuple(dict.fromkeys(found))


def _meant(timeline: "Timeline", kind: str, name: str) -> str:
    """Return the id of an actor or tag that an event names, perhaps by its name or an alias."""
    from timeline.cli.editing import known_name
    from timeline.errors import NotUnderstoodError

    try:
        return known_name(timeline, kind, name, is_new=False)
    except NotUnderstoodError:
        return name
