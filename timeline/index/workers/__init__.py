"""The parts of a large file read by several processes, and their rows in the order of the file."""

from typing import TYPE_CHECKING

from timeline.exports import lazy

if TYPE_CHECKING:
    from timeline.index.workers.job import Job as Job
    from timeline.index.workers.job import PartRows as PartRows
    from timeline.index.workers.processes import number_of_workers as number_of_workers
    from timeline.index.workers.reading import rows_of_parts as rows_of_parts
else:
    __getattr__, __all__ = lazy(
        __name__,
        {
            "job": ("Job", "PartRows"),
            "processes": ("number_of_workers",),
            "reading": ("rows_of_parts",),
        },
    )
