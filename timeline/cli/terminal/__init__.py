"""The terminal: standard output and standard error, colours, the pager, the progress bar."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.terminal.messages import problems_on as problems_on
    from timeline.cli.terminal.output import render as render
    from timeline.cli.terminal.output import rendered as rendered
    from timeline.cli.terminal.output import shows_hyperlinks as shows_hyperlinks
    from timeline.cli.terminal.output import shows_only_ascii as shows_only_ascii
    from timeline.cli.terminal.progress import progress_bar as progress_bar
    from timeline.cli.terminal.streams import blocks as blocks
    from timeline.cli.terminal.streams import close_output as close_output
    from timeline.cli.terminal.streams import complain as complain
    from timeline.cli.terminal.streams import has_written as has_written
    from timeline.cli.terminal.streams import note as note
    from timeline.cli.terminal.streams import stream as stream
    from timeline.cli.terminal.streams import stream_bytes as stream_bytes
    from timeline.cli.terminal.streams import write_text as write_text
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "messages": ("problems_on",),
            "output": ("render", "rendered", "shows_hyperlinks", "shows_only_ascii"),
            "progress": ("progress_bar",),
            "streams": (
                "blocks",
                "close_output",
                "complain",
                "has_written",
                "note",
                "stream",
                "stream_bytes",
                "write_text",
            ),
        },
    )
