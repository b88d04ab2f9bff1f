"""The libraries that engines and archives need, which are not installed with the program."""

from importlib.util import find_spec

from timeline.errors import TimelineError


class MissingLibraryError(TimelineError):
    """A library is needed that is not installed."""


def require(library: str, extra: str) -> None:
    """Raise MissingLibraryError if a library is not installed; `extra` is what to install."""
    if find_spec(library) is None:
        raise MissingLibraryError(
            f"this needs {library}, which is not installed: "
            f"run \"pip install '.[{extra}]'\" in the folder from which timeline was installed"
        )
