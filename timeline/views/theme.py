"""How things look: the styles of the views, in the terminal's own sixteen colours."""

from rich.style import Style

from timeline.model import Tag

TITLE = Style(bold=True)
HEADING = Style(bold=True, color="blue")
DATE = Style(color="cyan")
QUIET = Style(dim=True)
PLAIN = Style()


def of_tag(tag: Tag) -> Style:
    """Return the style of a tag: its own colour, where the registry gives it one."""
    return Style(color=str(tag.color)) if tag.color else QUIET
