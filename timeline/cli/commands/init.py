"""timeline init: the first file of a chronology."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = """Examples:

timeline init

timeline init wall.yaml --from wall.csv"""

START = """\
# A chronology, to be read by the program timeline. Lines that begin with '#' are comments.
# 'timeline help file-format' describes all that can be written here.
#
# With the next line, editors complete keys and mark mistakes, once you have run
# 'timeline schema > events.schema.json' in this folder.
# yaml-language-server: $schema=events.schema.json
title: A chronology

# What actors are called, and for whom they act. Events name them by their ids.
# actors:
#   sergei-lavrov:
#     name: Sergei Lavrov
#     kind: person
#     role: Foreign minister of Russia
#     member_of: russia

# An event needs a date (2014, 2014-03, 2014-03-18, 1580~ for about 1580) and a title:
#   - date: 2014-03-18
#     title: Putin signs agreement annexing Crimea
#     summary: What happened, in a sentence or two.
#     actors: [russia, sergei-lavrov]
#     places: [Moscow]
#     tags: [territory]
#     sources:
#       - title: Address by the President of the Russian Federation
#         url: https://example.org/address
#         publisher: President of Russia
#         date: 2014-03-18
events: []
"""


def command(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="The file to create.", show_default=True)
    ] = "events.yaml",
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Start with the events of FILE, in any format that can be read.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Create a file for a new chronology, with comments on what to write"""
    from timeline.atomic_write import write_file
    from timeline.cli.editing import ValueProblem
    from timeline.cli.terminal import note
    from timeline.text import visible

    if not file.lower().endswith((".yaml", ".yml")):
        raise ValueProblem(f"{visible(file)} does not end in .yaml: name it so")
    if os.path.lexists(file):
        raise ValueProblem(f"{visible(file)} already exists: name another file")
    text = iter([START]) if source is None else _events_of(source)
    write_file(file, (chunk.encode() for chunk in text), force=False)
    option = "" if file == "events.yaml" else f" -f {visible(file)}"
    note(
        f"created {visible(file)}\n"
        f"to add events, run 'timeline add{option}'\n"
        f"to read them, run 'timeline list{option}'\n"
        f"to check them, run 'timeline check{option}'"
    )


def _events_of(source: str) -> "Iterator[str]":
    from timeline.cli.opening import open_files
    from timeline.writers import Format, write

    timeline = open_files([source])
    return write(timeline, timeline.select(), Format.YAML)
