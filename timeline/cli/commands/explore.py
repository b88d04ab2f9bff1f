"""timeline explore: the chronology on the full screen."""

import gc
import os
import sys

from timeline.cli.options import Asked, Color, asks
from timeline.errors import FileError, TimelineError

EXAMPLES = """Examples:

timeline explore

timeline explore actor:lavrov 2022

Press ? for the keys."""


@asks
def command(asked: Asked) -> None:
    """Explore the chronology on the full screen"""
    from timeline.chronology import open as open_timeline
    from timeline.cli.opening import open_files, refuse_files, today
    from timeline.cli.terminal import shows_only_ascii
    from timeline.query import question

    files = asked.file or []
    if "-" in files:
        raise FileError("explore cannot read standard input: it reads the keyboard")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TimelineError("explore needs a terminal; to print events, run 'timeline list'")
    refuse_files(asked.words or ())
    if os.environ.get("TERM", "dumb") == "dumb":
        raise TimelineError("explore needs a terminal with a cursor that moves; TERM is dumb")
    query = question(asked.words or (), asked.options(), asked.certain)
    timeline = open_files(files)
    if asked.color is Color.NEVER:
        os.environ["NO_COLOR"] = "1"
    # Collecting garbage among what is imported now would take a tenth of the start.
    gc.disable()
    from timeline.explorer import explore

    explore(
        timeline,
        str(query),
        today,
        ascii_only=shows_only_ascii(),
        files=files,
        reopen=lambda: open_timeline(*files),
    )
