"""The saved questions that an export keeps."""

from datetime import date

from timeline.errors import QuestionError
from timeline.index import Index
from timeline.model import Facet
from timeline.query import Query
from timeline.search import condition_of
from timeline.text import visible
from timeline.writers.losses import STALE_QUESTIONS
from timeline.writers.registries import actors_of, names_of, tags_of
from timeline.writers.writing import Export


def questions_of(export: Export) -> dict[str, str]:
    """Return the saved questions that can be asked about the events found, by name.

    An export of a part of a chronology may lack what a question names: an actor, a tag, a place, a
    publisher, an event or another question. Such a question is counted as lost.
    """
    questions = export.timeline.questions
    if not questions or len(export.found) == export.found.total:
        return questions
    index, today = _names(export), date.today()
    kept = {}
    for name, text in questions.items():
        try:
            condition_of(index, Query.parse(text), today)
        except QuestionError as error:
            export.losses.add(STALE_QUESTIONS, f"{visible(name)}: {error.message}")
        else:
            kept[name] = text
    return kept


def _names(export: Export) -> Index:
    """Return an index of what the events found name, to look names up in."""
    from timeline.engines import Registries, add_event

    actors, tags = actors_of(export), tags_of(export)
    questions = export.timeline.questions
    index = Registries(
        actors=tuple(actors),
        tags=tuple(tags),
        listed_actors=tuple(one.id for one in actors),
        listed_tags=tuple(one.id for one in tags),
        places=names_of(export, Facet.PLACE),
        publishers=names_of(export, Facet.PUBLISHER),
        questions=questions,
    ).to_index()
    # Only these terms name events.
    if any("@" in text or "id:" in text for text in questions.values()):
        for number, event in enumerate(export.found):
            add_event(index, number, event)
    return index
