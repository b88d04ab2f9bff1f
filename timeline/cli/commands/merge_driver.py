"""timeline merge-driver: a three-way merge by event, for git."""

from typing import Annotated

import typer

EXAMPLES = """Examples (see timeline help comparing):

timeline merge-driver %O %A %B %L %P

timeline merge-driver base.yaml ours.yaml theirs.yaml"""


def command(
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="The version from which both come (%O).")
    ],
    ours: Annotated[
        str, typer.Argument(metavar="OURS", help="Our version (%A), which is replaced.")
    ],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version (%B).")],
    marks: Annotated[
        int,
        typer.Argument(metavar="[SIZE]", min=1, help="The number of signs in a marker (%L)."),
    ] = 7,
    path: Annotated[
        str,
        typer.Argument(metavar="[PATH]", show_default=False, help="The name of the file (%P)."),
    ] = "events.yaml",
) -> None:
    """Merge three versions of a file by event; git calls this command"""
    from pathlib import Path

    from timeline.cli.terminal import note
    from timeline.editing.comparing import merge_lines
    from timeline.editing.merging import merge
    from timeline.errors import FileError
    from timeline.readers import cannot_read
    from timeline.text import listed, visible

    def version(name: str) -> bytes:
        try:
            return Path(name).read_bytes()
        except OSError as error:
            raise cannot_read(name, error) from None

    found = merge(version(base), version(ours), version(theirs), path, marks)
    if found is None:
        note(f"{visible(path)} cannot be merged by event, and is merged line by line")
        if not merge_lines(base, ours, theirs, marks):
            raise typer.Exit(1)
        return
    try:
        Path(ours).write_bytes(found.data)
    except OSError as error:
        raise FileError(f"cannot write {visible(ours)}: {error.strerror}") from None
    if found.conflicts:
        note(f"{visible(path)}: conflict in {listed(map(visible, found.conflicts), 'and')}")
        raise typer.Exit(1)
