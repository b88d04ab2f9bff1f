"""What differs between two versions of a chronology, as a corrections note and as JSON."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.writers.differences.json import differences_as_json as differences_as_json
    from timeline.writers.differences.json import history_as_json as history_as_json
    from timeline.writers.differences.markdown import corrections as corrections
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "json": (
                "differences_as_json",
                "history_as_json",
            ),
            "markdown": ("corrections",),
        },
    )
