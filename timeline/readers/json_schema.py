"""The JSON Schema of a chronology file, for editors and programs."""

from enum import StrEnum
from typing import Any

import msgspec

from timeline.dates import EventDate
from timeline.model import Actor, Color, Event, Kind, Membership, Role, Source, Tag

# Every scalar of a file is read as text, also one that YAML itself takes for a number.
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_TEXTS: dict[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}, {"type": "null"}]}
_OPTIONAL: dict[str, Any] = {"type": [*_TEXT["type"], "null"]}
_ADDRESS: dict[str, Any] = {"type": ["string", "null"], "pattern": "^https?://."}

_ITEMS: dict[Any, str] = {
    tuple[Source, ...]: "source",
    tuple[Membership, ...]: "membership",
    tuple[Role, ...]: "role",
}
_DESCRIPTIONS = {
    "id": "The id of the event, by which others refer to it. If it is missing, it is made from the "
    "title.",
    "date": "The date in EDTF (ISO 8601-2): 2014, 2014-03, 2014-03-18, 2014/2016, 2022-02-24/.., "
    "1580~.",
    "title": "What happened, in one line.",
    "summary": "What happened, in a few sentences.",
    "actors": "Who took part: ids of the registry, or names.",
    "places": "Where it happened.",
    "tags": "What it is about.",
    "follows": "The ids of events that this one answers or results from.",
    "sources": "Where it is reported: addresses, titles, or both.",
    "ignore": "The rules of timeline check that do not apply to this event.",
    "url": "The web address.",
    "publisher": "Who published it.",
    "archive": "The web address of an archived copy.",
    "name": "What the actor is called.",
    "kind": "person, organisation or state.",
    "role": "What the actor does: a text, or several, each with its dates.",
    "member_of": "The ids of the actors that it acts for, each with its dates if it has any.",
    "since": "When it began, in EDTF. Without it, there is no limit.",
    "until": "When it ended, in EDTF: the last day. Without it, there is no limit.",
    "aliases": "Other names of the actor.",
    "description": "What it is about.",
    "color": "The colour of the terminal in which it is shown.",
    "events": "The events, in any order.",
    "check": "Which rules of timeline check apply to this file.",
    "questions": "Saved questions, by the name under which they are asked: ?name.",
    "select": "The rules that are turned on.",
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a chronology in YAML or JSON.

    It allows the keys that the model declares, and no others, so that editors mark those that are
    misspelt. It cannot tell whether a date exists, or an id.
    """
    event = _keys(Event) | {"ignore": _described("ignore", _TEXTS)}
    source = _keys(Source) | {key: _described(key, _ADDRESS) for key in ("url", "archive")}
    check = _mapping({key: _described(key, _TEXTS) for key in ("select", "ignore")})
    chronology = {
        "title": _described("title", _OPTIONAL),
        "description": _described("description", _OPTIONAL),
        "check": _described("check", {"$ref": "#/$defs/check"}),
        "questions": _described("questions", {"$ref": "#/$defs/questions"}),
        "tags": _registry("tag"),
        "actors": _registry("actor"),
        "events": _described("events", _list("event")),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Chronology",
        "description": "A chronology of dated, sourced events, or only a list of events.",
        "anyOf": [
            {"$ref": "#/$defs/chronology"},
            _list("event"),
            {"$ref": "#/$defs/event"},
        ],
        "$defs": {
            "chronology": _mapping(chronology, required=["events"]),
            "event": _mapping(event, required=["date", "title"]),
            "source": {"anyOf": [_TEXT, _mapping(source)]},
            "actor": _mapping({key: one for key, one in _keys(Actor).items() if key != "id"}),
            "membership": {"anyOf": [_TEXT, _mapping(_keys(Membership), required=["id"])]},
            "role": {"anyOf": [_TEXT, _mapping(_keys(Role), required=["title"])]},
            "tag": _mapping({key: one for key, one in _keys(Tag).items() if key != "id"}),
            "check": check,
            "questions": {"type": ["object", "null"], "additionalProperties": _TEXT},
        },
    }


def _keys(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the schema of each field that a struct of the model declares."""
    return {
        field.name: _described(field.name, _value(field.type, required=field.required))
        for field in msgspec.structs.fields(kind)
    }


def _value(kind: Any, *, required: bool) -> dict[str, Any]:
    """Return the schema of the values of a type of the model."""
    if kind in _ITEMS:
        item = {"$ref": f"#/$defs/{_ITEMS[kind]}"}
        return {"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]}
    if kind == tuple[str, ...]:
        return _TEXTS
    if kind in (Kind | None, Color | None):
        return {"enum": [*_choices(Kind if kind == Kind | None else Color), None]}
    return _TEXT if required or kind is EventDate else _OPTIONAL


def _choices(kind: type[StrEnum]) -> list[str]:
    return [str(one) for one in kind]


def _described(key: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"description": _DESCRIPTIONS[key], **value}


def _mapping(keys: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _list(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}


def _registry(kind: str) -> dict[str, Any]:
    """Return the schema of a registry: details by id."""
    entry = {"anyOf": [{"$ref": f"#/$defs/{kind}"}, {"type": "null"}]}
    return {
        "description": f"What is known about each {kind}, by its id.",
        "anyOf": [{"type": "object", "additionalProperties": entry}, {"type": "null"}],
    }
