"""Keeping a question in a file: the text before and after."""

from pathlib import Path

import pytest

import timeline
from timeline.editing import EditError, Edits

EVENTS = "events:\n- {date: 2014, title: One, tags: [war]}\n"

# The text before, and after `fights: tag:war` was saved.
CASES = {
    "none yet": (
        f"title: T\n{EVENTS}",
        f"title: T\nquestions:\n  fights: tag:war\n{EVENTS}",
    ),
    "events alone, with a comment above": (
        f"# The events.\n{EVENTS}",
        f"questions:\n  fights: tag:war\n# The events.\n{EVENTS}",
    ),
    "after the others, as far in": (
        f"questions:\n    # Years.\n    a: 2014 # the first\n\n# Next.\n{EVENTS}",
        "questions:\n    # Years.\n    a: 2014 # the first\n"
        f"    fights: tag:war\n\n# Next.\n{EVENTS}",
    ),
    "at the end of the file": (
        f"{EVENTS}questions:\n  a: 2014",
        f"{EVENTS}questions:\n  a: 2014\n  fights: tag:war",
    ),
    "the key alone": (
        f"questions:   # to come\n{EVENTS}",
        f"questions:   # to come\n  fights: tag:war\n{EVENTS}",
    ),
    "in braces": (
        f"questions: {{a: 2014}}\n{EVENTS}",
        f'questions: {{a: 2014, "fights": "tag:war"}}\n{EVENTS}',
    ),
    "in empty braces": (
        f"questions: {{}}\n{EVENTS}",
        f'questions: {{"fights": "tag:war"}}\n{EVENTS}',
    ),
    "all in braces": (
        '{"events": [{"date": "2014", "title": "One", "tags": "war"}]}\n',
        '{"questions": {"fights": "tag:war"}, '
        '"events": [{"date": "2014", "title": "One", "tags": "war"}]}\n',
    ),
    "line ends of Windows": (
        "title: T\r\nevents:\r\n- {date: 2014, title: One, tags: [war]}\r\n",
        "title: T\r\nquestions:\r\n  fights: tag:war\r\n"
        "events:\r\n- {date: 2014, title: One, tags: [war]}\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_a_question_is_saved_and_nothing_else_changes(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(before.encode())
    edits = Edits(timeline.open(path))
    edits.save_question("fights", "tag:war")
    edits.save()
    assert path.read_bytes().decode() == after
    assert [one.title for one in timeline.open(path).select("?fights")] == ["One"]


def test_a_name_in_use_is_refused_in_any_spelling(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(f"questions: {{Fights: 2014}}\n{EVENTS}")
    with pytest.raises(EditError, match=r"a question is already saved as \?fights"):
        Edits(timeline.open(path)).save_question("fights", "tag:war")


def test_a_plain_list_of_events_has_no_place_for_a_question(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- {date: 2014, title: One}\n")
    with pytest.raises(EditError, match=r"events\.yaml is a plain list of events"):
        Edits(timeline.open(path)).save_question("fights", "2014")


def test_of_several_files_the_one_that_keeps_questions_gets_it(tmp_path: Path) -> None:
    texts = {"a.yaml": EVENTS, "b.yaml": f"questions: {{a: 2014}}\n{EVENTS.replace('One', 'Two')}"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    edits = Edits(timeline.open(tmp_path))
    edits.save_question("fights", "tag:war")
    assert [document.name for document in edits.save()] == [str(tmp_path / "b.yaml")]
