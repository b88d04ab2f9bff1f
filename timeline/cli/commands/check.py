"""timeline check: what is wrong with a chronology."""

import typer

from timeline.cli.options import Files

EXAMPLES = """Examples:

timeline check

timeline check -f drafts/"""


def command(file: Files = None) -> None:
    """Print every error and warning; exit with 1 if there is any"""
    from timeline.chronology import load
    from timeline.cli.terminal import progress_bar, write_text

    with progress_bar() as bar:
        problems = load(file or (), bar).problems
    write_text("".join(f"{problem}\n" for problem in problems))
    if problems:
        raise typer.Exit(1)
