"""timeline questions: the saved questions of a chronology."""

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline questions

timeline questions 2022

timeline list '?prisoners' 2024

In a pipe, tabs separate the fields: events, name, question, first and last date."""


@asks
def command(asked: Asked) -> None:
    """List the saved questions, with event counts"""
    from timeline.analysis import saved_answers
    from timeline.cli.opening import ask, today
    from timeline.cli.terminal import note, render
    from timeline.text import visible
    from timeline.views import SavedQuestions

    timeline, found = ask(asked)
    answers = list(saved_answers(found, today()))
    if not answers:
        note("no questions are saved: see 'timeline help asking'")
    for one in answers:
        if one.error:
            note(f"?{visible(one.name)}: {one.error}")
    render(SavedQuestions(timeline, answers), asked.color, paged=not asked.no_pager)
