"""timeline actors: who occurs."""

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline actors

timeline actors 2022 tag:arms-control"""


@asks
def command(asked: Asked) -> None:
    """List who acts in the events that a question finds, with counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.output import render
    from timeline.views import theme
    from timeline.views.layout import words
    from timeline.views.register import Listed, Register

    timeline, found = ask(asked)
    actors = timeline.actors
    render(
        Register(
            [
                Listed(one, words(actors[one.id].name, theme.TITLE), one.id, actors[one.id].role)
                for one in found.actors()
            ]
        ),
        asked.color,
    )
