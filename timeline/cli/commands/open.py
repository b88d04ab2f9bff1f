"""timeline open: the source of an event, in the browser."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import EventWords, Files
from timeline.errors import NotUnderstoodError
from timeline.text import visible

if TYPE_CHECKING:
    from timeline.model import Event, Source

EXAMPLES = """Examples:

timeline open crimea-annexation --source 1

timeline open viktor bout"""

_SCHEMES = ("http", "https")


def command(
    event: EventWords,
    source: Annotated[
        int | None,
        typer.Option(
            "--source",
            min=1,
            metavar="N",
            show_default=False,
            help="Open source N, as 'timeline show' numbers them. $BROWSER names the browser.",
        ),
    ] = None,
    file: Files = None,
) -> None:
    """Open a source of an event in the browser, or print its address"""
    from timeline.cli.opening import open_files
    from timeline.cli.terminal import note, write_text

    address = _address(open_files(file).event(" ".join(event)), source)
    if _is_opened(address):
        note(f"opened {visible(address)}")
    else:
        note("no browser could be started: open this address yourself")
        write_text(f"{visible(address)}\n")


def _address(event: "Event", number: int | None) -> str:
    """Return the address of a source: number `number`, or the only one that has an address.

    Raises NotUnderstoodError if there is no such source, or if there are several.
    """
    name = visible(event.id)
    sources = dict(enumerate(event.sources, 1))
    addresses = {place: one.address for place, one in sources.items() if one.address}
    if not addresses:
        raise NotUnderstoodError(f"no source of {name} has an address")
    if number is None and len(addresses) == 1:
        (number,) = addresses
    if number in addresses:
        return addresses[number]
    listed = "\n".join(["choose one of:", *(_line(place, sources[place]) for place in addresses)])
    if number is None:
        raise NotUnderstoodError(
            f"{name} has {len(addresses)} sources with an address: add --source N", listed
        )
    if number in sources:
        raise NotUnderstoodError(f"source {number} of {name} has no address", listed)
    raise NotUnderstoodError(f"{name} has no source {number}", listed)


def _line(place: int, source: "Source") -> str:
    facts = ", ".join(visible(fact) for fact in (source.title, source.publisher) if fact)
    return f"  {place}  {facts or visible(source.address)}"


def _is_opened(address: str) -> bool:
    """Open an address in the browser; return whether a browser was started."""
    import webbrowser
    from urllib.parse import urlsplit

    if urlsplit(address).scheme.lower() not in _SCHEMES:
        raise NotUnderstoodError(f"{visible(address)} is not a web address")
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
