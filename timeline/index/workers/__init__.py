"""Work for several processes, and its results in order."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.workers.processes import number_of_workers as number_of_workers
    from timeline.index.workers.results import results_of as results_of
else:
    __getattr__, __all__ = lazy(
        __name__, {"processes": ("number_of_workers",), "results": ("results_of",)}
    )
