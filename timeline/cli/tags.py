"""timeline tags: which themes occur."""

from timeline.cli.options import Asked, asks

EXAMPLES = """Examples:

timeline tags

timeline tags --actor nato --since 2014"""


@asks
def command(asked: Asked) -> None:
    """List the tags of the events that a question finds, with counts and dates"""
    from timeline.cli.opening import ask
    from timeline.cli.output import render
    from timeline.views.chronology import tag_words
    from timeline.views.register import Listed, Register

    timeline, found = ask(asked)
    tags = timeline.tags
    render(
        Register(
            [
                Listed(one, tag_words(timeline, (one.id,)), "", tags[one.id].description)
                for one in found.tags()
            ]
        ),
        asked.color,
    )
