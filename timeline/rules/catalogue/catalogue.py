"""The rules of `timeline check`."""

from timeline.rules.catalogue.addresses import same_url_many_events
from timeline.rules.catalogue.duplicates import duplicate_event
from timeline.rules.catalogue.mentions import actor_listed_not_named, actor_named_not_listed
from timeline.rules.catalogue.questions import stale_question
from timeline.rules.catalogue.registries import orphan_actor, tag_typo, unused_tag
from timeline.rules.catalogue.sources import (
    no_archive,
    no_source,
    single_publisher,
    source_before_event,
    source_future,
    vague_date_precise_source,
)
from timeline.rules.catalogue.texts import summary_missing, title_style
from timeline.rules.rule import Rule

_ALL = (
    Rule("no-source", False, no_source),
    Rule("single-publisher", False, single_publisher),
    Rule("no-archive", False, no_archive),
    Rule("source-before-event", True, source_before_event),
    Rule("source-future", True, source_future),
    Rule("same-url-many-events", False, of_chronology=same_url_many_events),
    Rule("duplicate-event", True, of_chronology=duplicate_event),
    Rule("vague-date-precise-source", False, vague_date_precise_source),
    Rule("actor-named-not-listed", False, of_chronology=actor_named_not_listed),
    Rule("actor-listed-not-named", False, of_chronology=actor_listed_not_named),
    Rule("orphan-actor", False, of_chronology=orphan_actor),
    Rule("unused-tag", False, of_chronology=unused_tag),
    Rule("tag-typo", True, of_chronology=tag_typo),
    Rule("stale-question", True, of_chronology=stale_question),
    Rule("effect-before-cause", True),
    Rule("member-of-circle", True),
    Rule("title-style", False, title_style),
    Rule("summary-missing", False, summary_missing),
    Rule("dead-link", True, of_links=True),
    Rule("moved-link", True, of_links=True),
    Rule("unconfirmed-link", False, of_links=True),
)
RULES = {rule.id: rule for rule in _ALL}
"""All rules by id, in the order of the manual."""
