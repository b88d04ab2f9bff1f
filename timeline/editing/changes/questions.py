"""Keeping a question in a file by name, under its key `questions`."""

import re

from timeline.editing.contents import Contents
from timeline.editing.document import Change, Document, EditError
from timeline.editing.yaml import (
    EVENTS,
    Entry,
    Mapping,
    Scalar,
    Splice,
    column_of,
    insertion,
    line_end,
)
from timeline.readers.yaml import inline, quoted
from timeline.text import visible

QUESTIONS = "questions"
_INDENT = 2
_OPENING = re.compile(r"(?m)^\{")
_EVENTS = re.compile(rf"(?m)^(?:#.*\n)*(?:{EVENTS}|\"{EVENTS}\"|'{EVENTS}')[ \t]*:")


def has_questions(document: Document) -> bool:
    """Return whether a file keeps questions."""
    return _entry(document) is not None


def with_question(document: Document, name: str, question: str) -> Change:
    """Return the change that adds a question, which no other has the name of, after the others.

    A file that keeps none gets the key `questions` above its events. Raises EditError if the file
    is a plain list of events, which has no place for it.
    """

    def intended(before: Contents, first: int) -> Contents:
        return before._replace(questions=(*before.questions, (name, question)))

    return Change((_splice(document, name, question),), intended)


def _splice(document: Document, name: str, question: str) -> Splice:
    text, entry = document.text, _entry(document)
    line = f"{inline(name)}: {inline(question)}"
    if entry is None:
        return _with_key(document, name, question)
    value = entry.value
    if isinstance(value, Mapping) and value.is_flow:
        pair = f"{quoted(name)}: {quoted(question)}"
        if value.entries:
            return insertion(value.entries[-1].end, f", {pair}")
        return insertion(value.span.start + 1, pair)
    if isinstance(value, Mapping):
        column = column_of(text, value.entries[0].key.span.start)
        return _below(text, value.entries[-1].end, " " * column + line)
    return _below(text, text.index(":", entry.key.span.end), " " * _INDENT + line)


def _with_key(document: Document, name: str, question: str) -> Splice:
    text = document.text
    if opening := _OPENING.search(text):
        pair = f"{quoted(name)}: {quoted(question)}"
        return insertion(opening.end(), f"{quoted(QUESTIONS)}: {{{pair}}}, ")
    lines = f"{QUESTIONS}:\n{' ' * _INDENT}{inline(name)}: {inline(question)}\n"
    if events := _EVENTS.search(text):
        return insertion(events.start(), lines)
    if document.structure.top:
        return _below(text, document.structure.top[-1].end, lines.rstrip("\n"))
    raise EditError(
        f"{visible(document.name)} is a plain list of events, which has no place for questions: "
        "write 'events:' above it"
    )


def _below(text: str, at: int, line: str) -> Splice:
    """Return the splice that inserts a line below that of a position."""
    end = line_end(text, at)
    return insertion(end, f"{line}\n" if text[:end].endswith("\n") else f"\n{line}")


def _entry(document: Document) -> Entry | None:
    """Return the key of the questions with its value."""
    for entry in document.structure.top:
        is_writable = isinstance(entry.value, Mapping | Scalar)
        if entry.key.value == QUESTIONS and is_writable:
            return entry
    return None
