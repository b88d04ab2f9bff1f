"""The command line: one module per command."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.cli.app import COMMANDS as COMMANDS
    from timeline.cli.app import make_app as make_app
    from timeline.cli.program import run as run
else:
    __getattr__, __all__ = lazy(__name__, {"app": ("COMMANDS", "make_app"), "program": ("run",)})
